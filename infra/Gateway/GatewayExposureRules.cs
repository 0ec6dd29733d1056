using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Gateway;

/// <summary>Rules for <see cref="GatewayExposure"/>.</summary>
public static class GatewayExposureRules
{
    /// <summary>All mistakes in <paramref name="exposure"/>.</summary>
    /// <param name="exposure">How clients outside connect.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GatewayExposure exposure, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        switch (exposure)
        {
            case GatewayExposure.LoadBalancer balancer:
                CheckRanges(balancer.AllowedRanges, findings);
                foreach (var key in balancer.Annotations.Keys.Where(key => !IsAnnotation(key)))
                    findings.Add(DiagnosticIds.InvalidName, "annotations", $"'{key}'", "keys of annotations: <domain>/<name>");
                break;
            case GatewayExposure.NodePort node:
                findings.InRange("port", node.Port, GatewayDefaults.NodePorts);
                CheckRanges(node.AllowedRanges, findings);
                break;
            case GatewayExposure.InsideOnly inside:
                if (inside.FromNamespace is { } space && !KubernetesNames.IsDnsLabel(space))
                    findings.Add(DiagnosticIds.InvalidName, "fromNamespace", $"'{space}'", $"{KubernetesNames.DnsLabelRule}, at most {KubernetesNames.MaximumLength} characters");
                break;
            default:
                throw new UnreachableException();
        }
        return findings.Diagnostics;
    }

    private static void CheckRanges(ImmutableArray<string> ranges, Findings findings)
    {
        if (ranges.IsDefaultOrEmpty)
        {
            findings.Add(GatewayDiagnosticIds.OpenToEveryone, "allowedRanges", "empty", "the address ranges of the clients, such as 192.0.2.0/24",
                "A load balancer without ranges is open to the internet.");
            return;
        }
        for (var index = 0; index < ranges.Length; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"allowedRanges[{index}]");
            if (!TryParse(ranges[index], out var range))
                findings.Add(GatewayDiagnosticIds.InvalidAddressRange, member, $"'{ranges[index]}'", "an address range whose host bits are zero, such as 192.0.2.0/24 or 2001:db8::/32");
            else if (range.PrefixLength == 0)
                findings.Add(GatewayDiagnosticIds.OpenToEveryone, member, $"'{ranges[index]}'", "the address ranges of the clients", "For clients anywhere, use kind 'insideOnly' behind a tunnel or an ingress that filters.");
        }
    }

    /// <summary>Kubernetes wants every octet written out, which the parser of .NET does not ask for.</summary>
    private static bool TryParse(string text, out IPNetwork range) =>
        IPNetwork.TryParse(text, out range)
        && (range.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 || text == range.ToString());

    private static bool IsAnnotation(string key)
    {
        var parts = key.Split('/');
        return parts.Length is 1 or 2 && KubernetesNames.IsLabelValue(parts[^1]) && (parts.Length == 1 || KubernetesNames.IsDnsSubdomain(parts[0]));
    }
}
