using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Platform;

/// <summary>Rules for <see cref="PlatformAddonsSpec"/>.</summary>
public static partial class PlatformAddonsRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">What to install.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(PlatformAddonsSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (spec is { Gpus: GpuSupport.DevicePlugin, BottlerocketNodes: true })
        {
            findings.Add(PlatformDiagnosticIds.PluginInNodeImage, "gpuSupport", "'devicePlugin' with bottlerocketNodes true", "'existing'",
                "NVIDIA's images of Bottlerocket contain the plugin, and two of them offer each GPU twice.");
        }
        if (spec.DcgmExporter == AddonSource.Install)
            CheckCounters(spec.GpuCounterList, findings);
        if (spec.Monitoring == AddonSource.Install)
            CheckMonitoring(spec, findings);
        CheckNodeScaler(spec.NodeScaler, findings);
        foreach (var (name, version) in spec.Versions)
        {
            if (!PlatformCharts.Names.Contains(name))
                findings.OneOf(DiagnosticIds.UnknownChoice, "versions", name, PlatformCharts.Names);
            else if (!ExactVersion().IsMatch(version))
                findings.Add(PlatformDiagnosticIds.UnpinnedChart, $"versions.{name}", $"'{version}'", "an exact version such as 1.2.3 or v1.2.3", "A range installs another chart one day.");
        }
        return findings.Diagnostics;
    }

    private static void CheckMonitoring(PlatformAddonsSpec spec, Findings findings)
    {
        findings.InRange("prometheusRetentionDays", spec.PrometheusRetentionDays, PlatformAddonsDefaults.RetentionRange);
        findings.InRange("prometheusStorageGiB", spec.PrometheusStorageGiB, PlatformAddonsDefaults.StorageRange);
        if (PlatformAddonsDefaults.RetentionRange.Contains(spec.PrometheusRetentionDays) && PlatformAddonsDefaults.StorageRange.Contains(spec.PrometheusStorageGiB)
            && spec.PrometheusRetentionDays * PlatformAddonsDefaults.GiBPerDay > spec.PrometheusStorageGiB * PlatformAddonsDefaults.UsableStoragePercent / 100)
        {
            findings.Add(PlatformDiagnosticIds.RetentionExceedsVolume, "prometheusRetentionDays", Text(spec.PrometheusRetentionDays),
                $"at most {Text(spec.PrometheusStorageGiB * PlatformAddonsDefaults.UsableStoragePercent / 100 / PlatformAddonsDefaults.GiBPerDay)} with prometheusStorageGiB {Text(spec.PrometheusStorageGiB)}, at {Text(PlatformAddonsDefaults.GiBPerDay)} GiB a day and {Text(PlatformAddonsDefaults.UsableStoragePercent)} % of the volume");
        }
        if (spec.StorageClass.Length > 0 && !KubernetesNames.IsDnsSubdomain(spec.StorageClass))
            findings.Add(DiagnosticIds.InvalidName, "storageClass", $"'{spec.StorageClass}'", KubernetesNames.DnsLabelRule);
        if (spec.AlertmanagerSecret.Length > 0 && !KubernetesNames.IsDnsSubdomain(spec.AlertmanagerSecret))
            findings.Add(DiagnosticIds.InvalidName, "alertmanagerSecret", $"'{spec.AlertmanagerSecret}'", KubernetesNames.DnsLabelRule);
    }

    private static void CheckNodeScaler(NodeScaler scaler, Findings findings)
    {
        var (cluster, region) = scaler switch
        {
            NodeScaler.ClusterAutoscaler groups => (groups.ClusterName, groups.Region),
            NodeScaler.Karpenter karpenter => (karpenter.ClusterName, "-"),
            _ => ("-", "-"),
        };
        if (cluster.Length == 0)
            findings.Add(PlatformDiagnosticIds.UnknownCluster, "nodeScaler.clusterName", "empty", "the name of the EKS cluster");
        if (region.Length == 0)
            findings.Add(PlatformDiagnosticIds.UnknownCluster, "nodeScaler.region", "empty", "the AWS region of the cluster");
    }

    private static void CheckCounters(string list, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in list.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split(',', 3, StringSplitOptions.TrimEntries);
            var member = $"gpuCounters line {Text(number)}";
            if (fields.Length < 3 || !CounterName().IsMatch(fields[0]) || !PlatformAddonsDefaults.CounterTypes.Contains(fields[1]) || fields[2].Length == 0)
                findings.Add(PlatformDiagnosticIds.InvalidCounter, member, $"'{line}'", $"a DCGM field, one of {string.Join(", ", PlatformAddonsDefaults.CounterTypes)}, and a help text, separated by commas");
            else if (!seen.Add(fields[0]))
                findings.Add(PlatformDiagnosticIds.InvalidCounter, member, $"{fields[0]} again", "each field once");
        }
        if (number > 0 && seen.Count == 0 && findings.Diagnostics.All(diagnostic => diagnostic.Id != PlatformDiagnosticIds.InvalidCounter))
            findings.Add(PlatformDiagnosticIds.InvalidCounter, "gpuCounters", "empty", "at least one line");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Av?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?\z")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"\ADCGM_(FI|EXP)_[A-Z0-9_]+\z")]
    private static partial Regex CounterName();
}
