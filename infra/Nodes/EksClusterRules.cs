using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Nodes;

/// <summary>Rules for <see cref="EksClusterSpec"/>.</summary>
public static partial class EksClusterRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">The cluster.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(EksClusterSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!AwsNames.IsCluster(spec.Name))
            findings.Add(DiagnosticIds.InvalidName, "name", $"'{spec.Name}'", $"{KubernetesNames.DnsLabelRule}, at most {EksClusterDefaults.MaximumNameLength} characters");
        if (!AwsNames.IsAccount(spec.AccountId))
            findings.Add(NodesDiagnosticIds.InvalidAccount, "accountId", $"'{spec.AccountId}'", "the twelve digits of an AWS account, in quotes", "`aws sts get-caller-identity` prints them.");
        if (!AwsNames.IsRegion(spec.Region))
            findings.Add(NodesDiagnosticIds.InvalidRegion, "region", $"'{spec.Region}'", "an AWS region, as eu-central-1");
        else
            CheckZones(spec.Zones, spec.Region, EksClusterDefaults.Zones, EksClusterDefaults.Zones, findings);
        findings.OneOf(NodesDiagnosticIds.UnsupportedKubernetes, "kubernetesVersion", spec.KubernetesVersion, EksClusterDefaults.KubernetesVersions);
        CheckNetwork(spec, findings);
        CheckAccess(spec, findings);
        if (!EksClusterDefaults.LogRetentions.Contains(spec.LogRetentionDays))
            findings.Add(NodesDiagnosticIds.InvalidRetention, "logRetentionDays", Text(spec.LogRetentionDays), string.Join(", ", EksClusterDefaults.LogRetentions));
        findings.InRange("systemNodes", spec.SystemNodes, EksClusterDefaults.SystemNodeRange);
        if (!StorageNodePoolRules.IsInstanceType(spec.SystemInstanceType))
            findings.Add(NodesDiagnosticIds.UnknownInstanceType, "systemInstanceType", $"'{spec.SystemInstanceType}'", "an EC2 instance type, as m7i.xlarge");
        if (spec.ModelBucket is { } bucket && !AwsNames.IsBucket(bucket))
            findings.Add(NodesDiagnosticIds.InvalidBucket, "modelBucket", $"'{bucket}'", "the name of a bucket: 3 to 63 lower-case letters, digits, '-' and '.'");
        CheckAddOns(spec, findings);
        return findings.Diagnostics;
    }

    /// <summary>Requires distinct zones of the region.</summary>
    internal static void CheckZones(ImmutableArray<string> zones, string region, int minimum, int maximum, Findings findings)
    {
        if (zones.IsDefault || zones.Length < minimum || zones.Length > maximum)
        {
            findings.Add(NodesDiagnosticIds.InvalidZones, "zones", zones.IsDefaultOrEmpty ? "empty" : $"a list of {Text(zones.Length)}",
                minimum == maximum ? $"exactly {Text(minimum)}" : new IntegerRange(minimum, maximum).ToString());
            return;
        }
        for (var index = 0; index < zones.Length; index++)
        {
            if (!AwsNames.IsZoneOf(zones[index], region))
                findings.Add(NodesDiagnosticIds.InvalidZones, $"zones[{Text(index)}]", $"'{zones[index]}'", $"a zone of the region, as {region}a");
            else if (zones.Take(index).Contains(zones[index], StringComparer.Ordinal))
                findings.Add(NodesDiagnosticIds.InvalidZones, $"zones[{Text(index)}]", $"'{zones[index]}' again", "each zone once");
        }
    }

    private static void CheckNetwork(EksClusterSpec spec, Findings findings)
    {
        var network = PrivateBlock("vpcCidr", spec.VpcCidr, EksClusterDefaults.VpcPrefix, findings);
        var services = PrivateBlock("serviceCidr", spec.ServiceCidr, EksClusterDefaults.ServicePrefix, findings);
        if (network is { } one && services is { } other && one.Overlaps(other))
            findings.Add(NodesDiagnosticIds.OverlappingCidr, "serviceCidr", $"'{spec.ServiceCidr}'", $"a block that does not overlap vpcCidr, which is {spec.VpcCidr}");
    }

    private static CidrBlock? PrivateBlock(string member, string text, IntegerRange prefix, Findings findings)
    {
        if (CidrBlock.Parse(text) is { IsPrivate: true } block && prefix.Contains(block.PrefixLength))
            return block;
        findings.Add(NodesDiagnosticIds.InvalidCidr, member, $"'{text}'",
            $"a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with a prefix of {prefix}, its host bits zero, as 10.64.0.0/16");
        return null;
    }

    private static void CheckAccess(EksClusterSpec spec, Findings findings)
    {
        if (spec.Administrators.IsDefaultOrEmpty)
            findings.Add(NodesDiagnosticIds.NoAdministrator, "administrators", "empty", "at least one ARN of an IAM role or user", "Nobody else gets access, not even who creates the cluster.");
        else
            CheckPrincipals("administrators", spec.Administrators, [], findings);
        CheckPrincipals("viewers", spec.Viewers, spec.Administrators.IsDefault ? [] : spec.Administrators, findings);
        for (var index = 0; index < spec.PublicAccessCidrs.Length; index++)
            CheckSource($"publicAccessCidrs[{Text(index)}]", spec.PublicAccessCidrs[index], wantPrivate: false, findings);
        for (var index = 0; index < spec.PrivateAccessCidrs.Length; index++)
            CheckSource($"privateAccessCidrs[{Text(index)}]", spec.PrivateAccessCidrs[index], wantPrivate: true, findings);
    }

    private static void CheckPrincipals(string member, ImmutableArray<string> arns, ImmutableArray<string> others, Findings findings)
    {
        for (var index = 0; index < arns.Length; index++)
        {
            if (!AwsNames.IsPrincipal(arns[index]))
                findings.Add(NodesDiagnosticIds.InvalidPrincipal, $"{member}[{Text(index)}]", $"'{arns[index]}'", "arn:aws:iam::<account>:role/<name> or …:user/<name>");
            else if (others.Concat(arns.Take(index)).Any(other => AwsNames.PrincipalKey(other) == AwsNames.PrincipalKey(arns[index])))
                findings.Add(DiagnosticIds.DuplicateName, $"{member}[{Text(index)}]", $"'{arns[index]}' again", "each principal once in administrators and viewers");
        }
    }

    private static void CheckSource(string member, string text, bool wantPrivate, Findings findings)
    {
        if (CidrBlock.Parse(text) is not { } block)
            findings.Add(NodesDiagnosticIds.InvalidCidr, member, $"'{text}'", "an IPv4 block with its host bits zero, as 203.0.113.0/24");
        else if (block.PrefixLength < 8)
            findings.Add(NodesDiagnosticIds.OpenToTheWorld, member, $"'{text}'", "a block of prefix length 8 or more", "The API must not be reachable from everywhere.");
        else if (block.IsPrivate != wantPrivate)
            findings.Add(NodesDiagnosticIds.InvalidCidr, member, $"'{text}'", wantPrivate ? "a private block; internet addresses belong in publicAccessCidrs" : "a block of the internet; private addresses belong in privateAccessCidrs");
    }

    private static void CheckAddOns(EksClusterSpec spec, Findings findings)
    {
        var names = EksAddOn.For(spec).Select(addOn => addOn.Name).ToList();
        foreach (var (name, version) in spec.AddOnVersions)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                findings.Add(NodesDiagnosticIds.InvalidAddOnVersion, "addOnVersions", $"for '{name}'", string.Join(", ", names), NearestName.Suggestion(name, names).TrimEnd());
            else if (!AddOnVersion().IsMatch(version))
                findings.Add(NodesDiagnosticIds.InvalidAddOnVersion, "addOnVersions", $"'{name}={version}'", $"a version as v1.20.4-eksbuild.2, see `aws eks describe-addon-versions --addon-name {name}`");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Av[0-9]+\.[0-9]+\.[0-9]+-eksbuild\.[0-9]+\z")]
    private static partial Regex AddOnVersion();
}
