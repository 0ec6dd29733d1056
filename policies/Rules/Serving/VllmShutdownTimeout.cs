using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary><c>--shutdown-timeout</c>, which vLLM has since 0.18.</summary>
internal sealed class VllmShutdownTimeout() : VllmRule(new PolicyMetadata("vllm-shutdown-timeout")
{
    Title = "Servers finish running requests before they end",
    Description = "Without a shutdown timeout vLLM aborts requests in flight as soon as it is told to end, so each rollout and scale-down cuts answers.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("B4")],
    Remedy = "Set --shutdown-timeout to the longest answer in seconds, and a grace period above it.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-shutdown-timeout",
})
{
    private const string Flag = "--shutdown-timeout";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Version < VllmFlags.Since[Flag])
        {
            return;
        }

        if (server.Arguments.Find(Flag) is not { } argument)
        {
            report.Violation(server.Resource, $"{Flag} in {server.WhereArguments}", "not set", "seconds above 0");
        }
        else if (argument.Value is not { } value || HumanInteger.Parse(value) is not > 0)
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, "seconds above 0");
        }
    }
}
