namespace Clawdbot.Policies.Tests.Testing;

/// <summary>One pod that satisfies the Pod Security Standards, in several kinds of objects.</summary>
internal sealed class PodSamples
{
    private const string Spec = """
        securityContext:
          runAsNonRoot: true
          seccompProfile: { type: RuntimeDefault }
        initContainers:
          - name: init
            image: registry.example.com/init:1
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
        containers:
          - name: main
            image: registry.example.com/main:1
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
        ephemeralContainers:
          - name: ephemeral
            image: registry.example.com/ephemeral:1
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
        """;

    private PodSamples(string kind, Sample compliant, string pod)
    {
        Kind = kind;
        Pod = pod;
        Compliant = compliant.With($"{pod}metadata.name", "sample").With($"{pod}spec", Spec);
    }

    /// <summary>The kinds: a pod, templates of pods one and two levels down, and elements of lists.</summary>
    public static IReadOnlyList<PodSamples> All { get; } =
    [
        new("Pod", Sample.Of("kubernetes:core/v1:Pod", "{ apiVersion: v1, kind: Pod }"), ""),
        new("Deployment", Sample.Of("kubernetes:apps/v1:Deployment", "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: sample } }"), "spec.template."),
        new("CronJob", Sample.Of("kubernetes:batch/v1:CronJob", "{ apiVersion: batch/v1, kind: CronJob, metadata: { name: sample } }"), "spec.jobTemplate.spec.template."),
        new("DeploymentList", Sample.Of("kubernetes:apps/v1:DeploymentList", "{ apiVersion: apps/v1, kind: DeploymentList, items: [{ metadata: { name: other } }, { metadata: { name: sample } }] }"), "items[1].spec.template."),
        new("List", Sample.Of("kubernetes:core/v1:List", "{ apiVersion: v1, kind: List, items: [{ apiVersion: v1, kind: ConfigMap }, { apiVersion: v1, kind: Pod }] }"), "items[1]."),
    ];

    /// <summary>Kind of the object.</summary>
    public string Kind { get; }

    /// <summary>The object as it should be.</summary>
    public Sample Compliant { get; }

    /// <summary>Path of the pod's metadata and spec, up to the dot.</summary>
    public string Pod { get; }

    /// <inheritdoc/>
    public override string ToString() => Kind;
}
