using System.Collections.Immutable;

namespace Clawdbot.Infra.Platform;

/// <summary>Choices of <see cref="AdmissionPolicies"/>.</summary>
public static class AdmissionPoliciesDefaults
{
    /// <summary>
    /// Namespaces of programs that must do what the rules forbid: the cluster's own, Ceph's with the disks, and those that need each node's devices. Listed by
    /// name, because a label to be left out would be one that anybody can give.
    /// </summary>
    public static ImmutableArray<string> Privileged { get; } = [WellKnownNamespaces.KubeSystem, WellKnownNamespaces.NodeAgents, WellKnownNamespaces.Rook];

    /// <summary>
    /// Namespaces in which nothing is refused. What runs there is decided by the authors of charts, and one refused pod takes back the
    /// whole release.
    /// </summary>
    public static ImmutableArray<string> OfCharts { get; } = [WellKnownNamespaces.CertManager, WellKnownNamespaces.Keda, WellKnownNamespaces.Monitoring];

    /// <summary>The namespaces that nobody exempts: then the mode would be a lie.</summary>
    public static ImmutableArray<string> Own { get; } = [WellKnownNamespaces.Gateway, WellKnownNamespaces.Models, WellKnownNamespaces.Etcd];

    /// <summary>
    /// What becomes of an object whose check fails. While nothing is refused, a policy that cannot be evaluated must not be the first to do it. Where objects are refused, one that
    /// cannot be checked may be what the rule is there to keep out.
    /// </summary>
    public static string FailurePolicy(AdmissionMode mode) => mode == AdmissionMode.Deny ? "Fail" : "Ignore";

    /// <summary>The actions of a binding. What is refused or warned of stands in the audit log too, where somebody can count it.</summary>
    public static ImmutableArray<string> Actions(AdmissionMode mode) => mode switch
    {
        AdmissionMode.Audit => ["Audit"],
        AdmissionMode.Warn => ["Warn", "Audit"],
        AdmissionMode.Deny => ["Deny", "Audit"],
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such mode."),
    };
}
