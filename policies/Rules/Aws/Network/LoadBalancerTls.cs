using System.Text.RegularExpressions;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Network;

/// <summary>Load balancers: TLS, and of today. Plain TCP is let pass: what is in it may be TLS that the target ends.</summary>
internal sealed partial class LoadBalancerTls() : ResourceRule(
    new PolicyMetadata("load-balancer-tls")
    {
        Title = "Load balancers serve TLS 1.2 or newer, and HTTP only to redirect",
        Description = "Tokens and prompts that travel in plain text, or under a protocol that can be broken, are read on the way.",
        Severity = PolicySeverity.High,
        Frameworks =
        [
            FrameworkReference.AwsFsbp("ELB.1"), FrameworkReference.AwsFsbp("ELB.3"), FrameworkReference.AwsFsbp("ELB.17"), FrameworkReference.CisEks("5.4.5"),
            AwsFrameworks.Awsguard("alb-http-to-https-redirection"),
        ],
        Remedy = "Use HTTPS with sslPolicy ELBSecurityPolicy-TLS13-1-2-Res-2021-06 or newer, and redirect HTTP to it.",
        Url = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    },
    "aws:lb/listener:Listener", "aws:alb/listener:Listener", "aws:elasticloadbalancingv2/listener:Listener", Classic, "aws:elasticloadbalancing/loadBalancer:LoadBalancer")
{
    private const string Classic = "aws:elb/loadBalancer:LoadBalancer";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource.Type.EndsWith(":LoadBalancer", StringComparison.Ordinal))
        {
            report.Each(resource, resource["listeners"].Items, listener =>
            {
                if (listener["lbProtocol"] is { Text: { } text } protocol && text.Equals("http", StringComparison.OrdinalIgnoreCase))
                {
                    report.Violation(protocol, "'https', 'ssl' or 'tcp'");
                }
            });
            return;
        }

        // An application load balancer derives the protocol from the well-known ports.
        var protocol = resource["protocol"];
        switch (protocol.Text ?? (resource["port"].Number is 80 ? "HTTP" : null))
        {
            case "HTTP":
                report.Each(resource, resource["defaultActions"].Items, action => CheckAction(action, protocol, report));
                break;
            case "HTTPS" or "TLS" when resource["sslPolicy"] is var policy && (policy.Text is not { } name || !Modern().IsMatch(name)):
                report.Violation(policy, "a policy whose oldest protocol is TLS 1.2", policy.IsMissing ? "Without one the default still speaks TLS 1.0." : null);
                break;
            default:
                break;
        }
    }

    private static void CheckAction(Property action, Property protocol, RuleReport report)
    {
        switch (action["type"].Text)
        {
            case "redirect" when action["redirect"]["protocol"] is { Text: "HTTP" } target:
                report.Violation(target, "'HTTPS'");
                break;
            case "forward":
                report.Violation(protocol, "'HTTPS', or 'HTTP' with a redirect to it");
                break;
            default:
                break;
        }
    }

    [GeneratedRegex("^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)", RegexOptions.CultureInvariant)]
    private static partial Regex Modern();
}
