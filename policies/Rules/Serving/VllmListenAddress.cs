using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>The address that a server listens on.</summary>
internal sealed class VllmListenAddress() : VllmRule(new PolicyMetadata("vllm-listen-address")
{
    Title = "Servers listen where others reach them",
    Description = "On the loopback interface a server is reached from its own pod only; Services, probes and the Router get no connection.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.1")],
    Remedy = "Set --host to 0.0.0.0, and keep others out with a NetworkPolicy.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-host",
})
{
    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.Find("--host") is not { Value: { } host } argument || server.Arguments.FindGiven("--uds") is not null || !IsLoopback(host))
        {
            return;
        }

        if (server.Workload?.Containers.Count(container => container.IsLongRunning) > 1)
        {
            report.Undecided(server.Resource, $"{server.Where(argument)} may be meant for another container of the pod");
            return;
        }

        report.Violation(server.Resource, server.Where(argument), argument.Shown, "0.0.0.0, ::, or no such flag");
    }

    private static bool IsLoopback(string host) => host.Trim('[', ']') is "localhost" or "::1" || host.StartsWith("127.", StringComparison.Ordinal);
}
