namespace Clawdbot.Policies.Admission;

/// <summary>Resources of one API group that an admission policy looks at.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">Version of the expressions. With <c>matchPolicy: Equivalent</c> the API server converts other versions to it.</param>
/// <param name="Resources">The resources in the plural, subresources with a slash: <c>pods/ephemeralcontainers</c>.</param>
internal sealed record AdmissionTarget(string Group, string Version, params IReadOnlyList<string> Resources)
{
    /// <summary>Whether the objects belong to the cluster and not to a namespace; then no selector of namespaces keeps the policy from them.</summary>
    public bool IsOfCluster { get; init; }
}
