using Clawdbot.Policies.Admission.Twins;

namespace Clawdbot.Policies.Admission;

/// <summary>All twins.</summary>
internal static class AdmissionTwins
{
    /// <summary>The twins, sorted by name.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        .. new[] { PodSecurityBaselineTwins.All, PodSecurityRestrictedTwins.All, ContainerTwins.All, WorkloadTwins.All, ServingTwins.All, AccessTwins.All, NetworkTwins.All, StorageTwins.All }
            .SelectMany(family => family)
            .OrderBy(twin => twin.Name, StringComparer.Ordinal),
    ];
}
