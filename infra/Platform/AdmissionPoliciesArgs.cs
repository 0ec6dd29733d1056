using Pulumi;

namespace Clawdbot.Infra.Platform;

/// <summary>Arguments of <see cref="AdmissionPolicies"/>.</summary>
public sealed class AdmissionPoliciesArgs : ResourceArgs
{
    /// <summary>How strict the cluster is.</summary>
    public required AdmissionPoliciesSpec Spec { get; init; }
}
