using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Logs with what people write and are answered.</summary>
internal sealed class VllmPromptLogging() : VllmRule(new PolicyMetadata("vllm-prompt-logging")
{
    Title = "Servers do not log conversations",
    Description = "Prompts and answers are private; in a log they are kept and read by more people than the conversation had.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Log neither outputs, nor requests at the level DEBUG.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-enable-log-outputs",
})
{
    private const string Level = "VLLM_LOGGING_LEVEL";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.FindGiven("--enable-log-outputs") is { IsOff: false } outputs)
        {
            report.Violation(server.Resource, server.Where(outputs), "on", "off");
        }

        if (server.Arguments.FindGiven("--enable-log-requests") is { IsOff: false }
            && server.Environment.FindGiven(Level) is { Literal: { } level } variable && level.Equals("DEBUG", StringComparison.OrdinalIgnoreCase))
        {
            report.Violation(server.Resource, $"{Level} in {server.Where(variable.Place)}", variable.Shown, "INFO or above, because --enable-log-requests writes prompts at DEBUG");
        }
    }
}
