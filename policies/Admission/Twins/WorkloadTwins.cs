namespace Clawdbot.Policies.Admission.Twins;

/// <summary>How pods are made, replaced and removed.</summary>
internal static class WorkloadTwins
{
    private const string Helm = "helm.sh/hook";

    // As many finished jobs as the rule lets a CronJob keep.
    private const int MostKept = 25;

    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        PodTwins.Of(
            "workload-service-account",
            $"!(({Cel.Has("variables.spec", "serviceAccountName")} ? variables.spec.serviceAccountName : {Cel.Or("variables.spec", "serviceAccount", "''")}) in ['', 'default'])"),

        // Static pods belong to the kubelet of a node.
        Of(
            "workload-bare-pod",
            new AdmissionTarget("", "v1", "pods"),
            $"{IsOwned} || {string.Join(" || ", new[] { Helm, "kubernetes.io/config.mirror", "kubernetes.io/config.source" }.Select(HasAnnotation))}"),

        Of(
            "workload-rollout",
            new AdmissionTarget("apps", "v1", "deployments"),
            $"{Strategy("type", "''")} != 'Recreate' || {Replicas} <= 1",
            $"{Strategy("type", "''")} == 'Recreate' || !({Unavailable}.matches('^0*[1-9][0-9]{{2,}}%$') || {Unavailable}.matches('^[0-9]{{1,9}}$') && {Replicas} > 1 && int({Unavailable}) >= {Replicas})",
            $"{Strategy("type", "''")} == 'Recreate' || !({Unavailable}.matches('^0+%?$') && {Surge}.matches('^0+%?$'))"),

        Of(
            "job-ttl",
            new AdmissionTarget("batch", "v1", "cronjobs", "jobs"),
            $"has(variables.root.spec.jobTemplate) || has(variables.root.spec.ttlSecondsAfterFinished) || {IsOwned} || {HasAnnotation(Helm)}",
            $"!has(variables.root.spec.jobTemplate) || {Cel.Has("variables.root.spec", "jobTemplate.spec.ttlSecondsAfterFinished")}"
            + $" || {Cel.Or("variables.root.spec", "successfulJobsHistoryLimit", "3")} <= {MostKept} && {Cel.Or("variables.root.spec", "failedJobsHistoryLimit", "1")} <= {MostKept}"),
    ];

    private static string IsOwned => $"{Cel.Or("variables.root.metadata", "ownerReferences", "[]")}.size() > 0";

    private static string Replicas => Cel.Or("variables.root.spec", "replicas", "1");

    // Numbers and shares alike.
    private static string Unavailable => $"string({Strategy("rollingUpdate.maxUnavailable", "''")})";

    private static string Surge => $"string({Strategy("rollingUpdate.maxSurge", "''")})";

    private static string Strategy(string path, string otherwise) => Cel.Or("variables.root.spec", $"strategy.{path}", otherwise);

    private static string HasAnnotation(string key) => $"{Cel.Text(key)} in {Cel.Or("variables.root.metadata", "annotations", "{}")}";

    private static AdmissionTwin Of(string rule, AdmissionTarget target, params IEnumerable<string> holds) => new(rule)
    {
        Targets = [target],
        Condition = AdmissionTwin.SpecChanges,
        Variables = [AdmissionVariable.Root],
        Validations = [.. holds.Select(expression => new AdmissionValidation(expression))],
    };
}
