namespace Clawdbot.Policies.Admission.Twins;

/// <summary>Volumes that outlive those who use them.</summary>
internal static class StorageTwins
{
    private const string Rule = "volume-claim-retention";

    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        Of(
            new AdmissionTarget("apps", "v1", "statefulsets"),
            $"{Cel.Or("variables.root.spec", "volumeClaimTemplates", "[]")}.size() == 0 || {string.Join(" && ", new[] { "whenDeleted", "whenScaled" }.Select(when => $"{Cel.Or("variables.root.spec", $"persistentVolumeClaimRetentionPolicy.{when}", "''")} != 'Delete'"))}"),

        // What a provisioner made carries the policy of its class.
        Of(
            new AdmissionTarget("", "v1", "persistentvolumes") { IsOfCluster = true },
            $"!({Cel.Or("variables.root.spec", "persistentVolumeReclaimPolicy", "''")} in ['Delete', 'Recycle']) || 'pv.kubernetes.io/provisioned-by' in {Cel.Or("variables.root.metadata", "annotations", "{}")}"),
    ];

    private static AdmissionTwin Of(AdmissionTarget target, string holds) => new(Rule)
    {
        Suffix = target.IsOfCluster ? "-cluster" : "",
        Targets = [target],
        Condition = AdmissionTwin.SpecChanges,
        Variables = [AdmissionVariable.Root],
        Validations = [new AdmissionValidation(holds)],
    };
}
