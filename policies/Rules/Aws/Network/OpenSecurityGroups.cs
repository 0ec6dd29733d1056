using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Network;

/// <summary>Security groups: what everybody may reach. ICMP is let pass, path discovery needs it; what goes out is no matter of this rule.</summary>
internal sealed class OpenSecurityGroups() : ResourceRule(
    new PolicyMetadata("security-group-open")
    {
        Title = "Security groups admit everybody only to the public port",
        Description = "A port that is open to the Internet is found and tried within minutes, whatever listens there.",
        Severity = PolicySeverity.Critical,
        Frameworks =
        [
            FrameworkReference.AwsFsbp("EC2.18"), FrameworkReference.AwsFsbp("EC2.19"), FrameworkReference.AwsFsbp("EC2.53"), FrameworkReference.AwsFsbp("EC2.54"),
            AwsFrameworks.Checkov("CKV_AWS_277"),
        ],
        Remedy = "Name the ranges or the security groups that need it.",
        Url = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
        Settings = [new RuleSetting(Ports, RuleSettingKind.Texts, "The ports that may be open to everybody, over TCP or UDP.") { Default = AwsDefaults.PublicPorts }],
    },
    AwsTypes.SecurityGroup, AwsTypes.SecurityGroupRule, AwsTypes.SecurityGroupIngressRule)
{
    private const string Ports = "ports";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        switch (resource.Type)
        {
            case AwsTypes.SecurityGroup:
                report.Each(resource, resource["ingress"].Items, rule => CheckRule(rule, "protocol", report));
                break;
            case AwsTypes.SecurityGroupRule when resource["type"].Text == "ingress":
                CheckRule(resource.Properties, "protocol", report);
                break;
            case AwsTypes.SecurityGroupIngressRule:
                CheckRule(resource.Properties, "ipProtocol", report);
                break;
            default:
                break;
        }
    }

    private static void CheckRule(Property rule, string protocol, RuleReport report)
    {
        report.Each(rule.Resource, [rule["cidrIpv4"], rule["cidrIpv6"]], range => CheckRange(range, rule, rule[protocol], report));
        report.Part(rule.Resource, () => report.Each(rule.Resource, rule["cidrBlocks"].Items, range => CheckRange(range, rule, rule[protocol], report)));
        report.Part(rule.Resource, () => report.Each(rule.Resource, rule["ipv6CidrBlocks"].Items, range => CheckRange(range, rule, rule[protocol], report)));
    }

    private static void CheckRange(Property range, Property rule, Property protocol, RuleReport report)
    {
        if (NetworkRange.Find(range.Text)?.IsEverybody != true || IsPublic(protocol.Scalar, rule["fromPort"], rule["toPort"], report))
        {
            return;
        }

        report.Violation(
            range, $"ranges that are known, or everybody for {PublicPorts(report)}",
            $"The protocol is {protocol.Shown}, the ports are {rule["fromPort"].Shown} to {rule["toPort"].Shown}.");
    }

    private static bool IsPublic(string? protocol, Property from, Property to, RuleReport report) => protocol switch
    {
        "icmp" or "1" or "icmpv6" or "58" => true,
        "tcp" or "6" or "udp" or "17" => ArePublic(from.Number, to.Number, report.Texts(Ports)),
        _ => false,
    };

    // Ports without a number are all ports.
    private static bool ArePublic(double? from, double? to, IReadOnlyList<string> ports)
    {
        if (from is not { } first || to is not { } last || !(last >= first && last - first < ports.Count))
        {
            return false;
        }

        for (var port = first; port <= last; port++)
        {
            if (!ports.Contains(port.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string PublicPorts(RuleReport report) => report.Texts(Ports) is { Count: > 0 } ports ? $"the ports {string.Join(", ", ports)}" : "no port";
}
