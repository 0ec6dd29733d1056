using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Rules for <see cref="StorageNodePoolSpec"/>.</summary>
public static partial class StorageNodePoolRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">The nodes.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(StorageNodePoolSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!AwsNames.IsRegion(spec.Region))
            findings.Add(NodesDiagnosticIds.InvalidRegion, "region", $"'{spec.Region}'", "an AWS region, as eu-central-1");
        else
            EksClusterRules.CheckZones(spec.Zones, spec.Region, EksClusterDefaults.Zones, EksClusterDefaults.Zones, findings);
        findings.InRange("count", spec.Count, StorageNodePoolDefaults.CountRange);
        if (StorageNodePoolDefaults.CountRange.Contains(spec.Count) && spec.Count % EksClusterDefaults.Zones != 0)
            findings.Add(NodesDiagnosticIds.ContradictoryCounts, "count", spec.Count.ToString(CultureInfo.InvariantCulture), "a multiple of 3, the zones", "A zone with fewer nodes could not take over what another one holds.");
        if (!IsInstanceType(spec.InstanceType))
            findings.Add(NodesDiagnosticIds.UnknownInstanceType, "instanceType", $"'{spec.InstanceType}'", "an EC2 instance type, as m7i.xlarge");
        else if (IsTooSmall(spec.InstanceType))
            findings.Add(NodesDiagnosticIds.WrongInstanceType, "instanceType", $"'{spec.InstanceType}'", "a type with at least 4 processors and 16 GiB, as m7i.xlarge");
        findings.AddRange(spec.Volume.Check($"{subject}.volume", remedy));
        return findings.Diagnostics;
    }

    /// <summary>Whether the text looks like an EC2 instance type.</summary>
    internal static bool IsInstanceType(string text) => InstanceType().IsMatch(text);

    private static bool IsTooSmall(string type)
    {
        var parts = type.Split('.');
        return StorageNodePoolDefaults.SmallSizes.Contains(parts[1], StringComparer.Ordinal) || (type[0] == StorageNodePoolDefaults.ComputeFamily && parts[1] == "xlarge");
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*[0-9][a-z0-9-]*\.(nano|micro|small|medium|large|xlarge|[0-9]+xlarge|metal(-[0-9]+xl)?)\z")]
    private static partial Regex InstanceType();
}
