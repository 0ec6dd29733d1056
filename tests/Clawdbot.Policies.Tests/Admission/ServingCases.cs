using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Good and bad servers of vLLM.</summary>
internal static class ServingCases
{
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";

    private static readonly Sample Good = Workloads.Deployment
        .With($"{Container}.image", $"vllm/vllm-openai:v0.27.1@sha256:{new string('a', 64)}")
        .With($"{Container}.args", "[--model=/mnt/models/a, --shutdown-timeout=60]")
        .With($"{Container}.volumeMounts", "[{ name: models, mountPath: /mnt/models, readOnly: true }, { name: tmp, mountPath: /tmp }]")
        .With($"{Pod}.volumes", "[{ name: models, persistentVolumeClaim: { claimName: models } }, { name: tmp, emptyDir: { sizeLimit: 64Mi } }]");

    /// <summary>The cases.</summary>
    public static AdmissionCase[] All =>
    [
        .. new[] { "vllm-api-key-argument", "vllm-development-mode", "vllm-shutdown-timeout", "vllm-model-mount" }.Select(twin => Fine(twin, "a good server", Good)),
        Bad("vllm-api-key-argument", "a key in one word", Args("[--model=/mnt/models/a, --shutdown-timeout=60, --api-key=x]")),
        Bad("vllm-api-key-argument", "a key in two words behind the command", Command("[vllm, serve, /mnt/models/a, --shutdown-timeout, '60', --api_key, x]")),
        Fine("vllm-api-key-argument", "another program", Command("[other, serve, --api-key=x]").With($"{Container}.image", "web:1")),
        Bad("vllm-development-mode", "the mode", Good.With($"{Container}.env", "[{ name: VLLM_SERVER_DEV_MODE, value: '1' }]")),
        Fine("vllm-development-mode", "the mode switched off", Good.With($"{Container}.env", "[{ name: VLLM_SERVER_DEV_MODE, value: '0' }, { name: B, value: '1' }]")),
        Fine("vllm-development-mode", "the mode in words", Good.With($"{Container}.env", "[{ name: VLLM_SERVER_DEV_MODE, value: 'False' }]")),
        Bad("vllm-shutdown-timeout", "no timeout", Args("[--model=/mnt/models/a]")),
        Bad("vllm-shutdown-timeout", "no time", Args("[--model=/mnt/models/a, --shutdown-timeout=0]")),
        Bad("vllm-shutdown-timeout", "no time in two words", Args("[/mnt/models/a, --shutdown-timeout, '0']")),
        Fine("vllm-shutdown-timeout", "a time in two words", Args("[/mnt/models/a, --shutdown-timeout, '60']")),
        Fine("vllm-shutdown-timeout", "a release without the flag", Args("[--model=/mnt/models/a]").With($"{Container}.image", "vllm/vllm-openai:v0.17.2")),
        Bad("vllm-model-mount", "weights that can be written", Good.With($"{Container}.volumeMounts[0].readOnly", "false")),
        Bad("vllm-model-mount", "weights in two words that can be written", Args("[--model, /mnt/models/a, --shutdown-timeout=60]").Without($"{Container}.volumeMounts[0].readOnly")),
        Bad("vllm-model-mount", "weights behind the command that can be written", Command("[vllm, serve, /mnt/models/a]").Without($"{Container}.volumeMounts[0].readOnly")),
        Bad("vllm-model-mount", "weights as the first word that can be written", Args("[/mnt/models/a]").Without($"{Container}.volumeMounts[0].readOnly")),
        Fine("vllm-model-mount", "a claim that is read only", Good.Without($"{Container}.volumeMounts[0].readOnly").With($"{Pod}.volumes[0].persistentVolumeClaim.readOnly", "true")),
        Fine("vllm-model-mount", "a model of the pod itself", Args("[--model=/tmp/a]")),
        Fine("vllm-model-mount", "a name in a registry", Args("[--model=org/a]").Without($"{Container}.volumeMounts[0].readOnly")),
        Fine("vllm-model-mount", "a volume within a writable one", Good
            .With($"{Container}.volumeMounts", "[{ name: models, mountPath: /mnt }, { name: models, mountPath: /mnt/models/, readOnly: true }]")),
    ];

    private static Sample Args(string args) => Good.With($"{Container}.args", args);

    private static Sample Command(string command) => Good.Without($"{Container}.args").With($"{Container}.command", command);

    private static AdmissionCase Bad(string twin, string what, Sample sample) => new(twin, what, Breaks: true, sample);

    private static AdmissionCase Fine(string twin, string what, Sample sample) => new(twin, what, Breaks: false, sample);
}
