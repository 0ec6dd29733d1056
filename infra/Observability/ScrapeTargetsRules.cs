using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Observability;

/// <summary>Rules for <see cref="ScrapeTargetsSpec"/>.</summary>
public static class ScrapeTargetsRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">The parts.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ScrapeTargetsSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.InRange("scrapeSeconds", spec.ScrapeSeconds, ScrapeTargetsDefaults.ScrapeSeconds);
        if (spec.GpuExporterNamespace.Length > 0 && !KubernetesNames.IsDnsLabel(spec.GpuExporterNamespace))
            findings.Add(DiagnosticIds.InvalidName, "gpuExporterNamespace", $"'{spec.GpuExporterNamespace}'", $"{KubernetesNames.DnsLabelRule}, or empty");
        return findings.Diagnostics;
    }
}
