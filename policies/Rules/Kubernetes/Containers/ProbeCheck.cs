using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>What the rules about probes share.</summary>
internal static class ProbeCheck
{
    /// <summary>The probe <paramref name="key"/> exists, asks something, and asks a port that the container has.</summary>
    public static void Requires(Container container, string key, RuleReport report)
    {
        var probe = new ContainerProbe(container, container.Root[key]);
        if (probe.Root.IsMissing)
        {
            report.Violation(container, probe.Root, "a probe");
        }
        else if (!probe.HasHandler)
        {
            report.Violation(container, probe.Root, "a probe with httpGet, tcpSocket, grpc or exec");
        }
        else if (probe.MissingPort is { } port)
        {
            report.Violation(container, port, "a number, or the name of one of the container's ports");
        }
    }
}
