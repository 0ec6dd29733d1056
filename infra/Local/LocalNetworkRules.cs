using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Local;

/// <summary>Rules for <see cref="LocalNetworkArgs"/>.</summary>
public static class LocalNetworkRules
{
    /// <summary>All mistakes in <paramref name="args"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LocalNetworkArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        if (!KubernetesNames.IsDnsLabel(args.NetworkName, LocalNetworkDefaults.MaximumNameLength) || args.NetworkName is "bridge" or "host" or "none")
            findings.Add(DiagnosticIds.InvalidName, "networkName", $"'{args.NetworkName}'", $"{KubernetesNames.DnsLabelRule}; not bridge, host or none, which Docker has already");
        return findings.Diagnostics;
    }
}
