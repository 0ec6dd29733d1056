namespace Clawdbot.Policies.Admission.Twins;

/// <summary>
/// Servers of vLLM that are started by their command line, word by word. Scripts and variables are for the rules alone: what a twin cannot
/// read, it does not accuse.
/// </summary>
internal static class ServingTwins
{
    // CEL has no loop over positions; no server has more words than this.
    private const int LongestCommand = 96;

    // Programs around vLLM whose images carry its name.
    private const string OtherPrograms = "(router|controller|operator|gateway|proxy|exporter|bench|sidecar|scheduler|epp|download|loader|client|-ui|test|cache-server|webhook)";

    // Volumes that live and die with the pod.
    private static readonly string[] OwnVolumes = ["emptyDir", "ephemeral", "configMap", "secret", "projected", "downwardAPI", "image"];

    // Volumes that say themselves whether they can be written.
    private static readonly string[] Readable = ["persistentVolumeClaim", "nfs", "csi"];

    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        Of("vllm-api-key-argument", "words.exists(w, w.matches('^--api[-_]key(=.*)?$'))"),

        // What refers to another variable is not decided here.
        Of("vllm-development-mode", $"{Cel.Or("c", "env", "[]")}.exists(e, e.name == 'VLLM_SERVER_DEV_MODE' && has(e.value) && !e.value.matches('^ *(0|(?i:false))? *$|[$]'))"),

        // vLLM has the flag since 0.18. It may stand in the file of --config, or in a variable.
        Of(
            "vllm-shutdown-timeout",
            "!c.image.matches(':v?0[.]([0-9]|1[0-7])([^0-9]|$)') && !words.exists(w, w.matches('^(--config|[$])') || w.matches('^--shutdown[-_]timeout=.*[1-9$]'))"
            + $" && !{Positions}.exists(i, i + 1 < words.size() && words[i].matches('^--shutdown[-_]timeout$') && words[i + 1].matches('[1-9$]'))"),

        // The innermost volume that the model is on counts.
        Of(
            "vllm-model-mount",
            $"[{Models}].exists(models, {Cel.Or("c", "volumeMounts", "[]")}.exists(m, !{Cel.Or("m", "readOnly", "false")}"
            + $" && models.exists(model, {IsOn("m")} && !c.volumeMounts.exists(n, n.mountPath.size() > m.mountPath.size() && {IsOn("n")}))"
            + $" && {Cel.Or("variables.spec", "volumes", "[]")}.exists(v, v.name == m.name && {IsSharedAndWritable})))"),
    ];

    private static string Positions => $"[{string.Join(", ", Enumerable.Range(0, LongestCommand))}]";

    /// <summary>A command line of the server, or an image of it that is started with its own entry point.</summary>
    private static string IsServer =>
        "words.exists(w, w.matches('(^|/)vllm$')) && 'serve' in words || 'vllm.entrypoints.openai.api_server' in words"
        + $" || !has(c.command) && c.image.matches('(^|/)[a-z0-9._-]*vllm[a-z0-9._-]*([:@][^/]*)?$') && !c.image.matches('{OtherPrograms}[a-z0-9._-]*([:@][^/]*)?$')";

    /// <summary>Words that name the model as a directory, each written as <c>--model=/directory</c>: it follows the flag or the verb, or is the first argument of the entry point.</summary>
    private static string Models =>
        $"words.filter(w, w.startsWith('--model=/')) + {Positions}.filter(i, i + 1 < words.size() && words[i] in ['--model', 'serve'] && words[i + 1].startsWith('/')).map(i, '--model=' + words[i + 1])"
        + " + (!has(c.command) && words.size() > 0 && words[0].startsWith('/') ? ['--model=' + words[0]] : [])";

    private static string IsSharedAndWritable =>
        $"!({string.Join(" || ", OwnVolumes.Select(kind => $"has(v.{kind})"))} || {string.Join(" || ", Readable.Select(kind => Cel.Or("v", $"{kind}.readOnly", "false")))})";

    private static string IsOn(string mount) => $"(model + '/').startsWith('--model=' + ({mount}.mountPath.endsWith('/') ? {mount}.mountPath : {mount}.mountPath + '/'))";

    /// <summary>The command line gets its name by a list of one, as CEL has no other way to name a part of an expression about an item.</summary>
    private static AdmissionTwin Of(string rule, string wrong) => PodTwins.OfContainers(
        rule,
        $"has(c.image) && [{Cel.Or("c", "command", "[]")} + {Cel.Or("c", "args", "[]")}].exists(words, ({IsServer}) && {wrong})",
        PodTwins.LongRunning);
}
