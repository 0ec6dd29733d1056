namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Objects for every twin.</summary>
internal static class AdmissionCases
{
    /// <summary>The cases by their name.</summary>
    public static IReadOnlyDictionary<string, AdmissionCase> All { get; } = PodCases.All.Concat(WorkloadCases.All).Concat(ServingCases.All).Concat(ObjectCases.All).ToDictionary(c => c.ToString(), StringComparer.Ordinal);
}
