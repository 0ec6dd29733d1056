using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Endpoints for developers.</summary>
internal sealed class VllmDevelopmentMode() : VllmRule(new PolicyMetadata("vllm-development-mode")
{
    Title = "Servers do not run in development mode",
    Description = "Development mode opens endpoints without a key that put the server to sleep, drop its cache and call methods in its workers.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Remove the variable.",
    Url = "https://docs.vllm.ai/en/latest/usage/security/",
})
{
    private const string Mode = "VLLM_SERVER_DEV_MODE";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Environment.FindGiven(Mode) is { IsOn: true } variable)
        {
            report.Violation(server.Resource, $"{Mode} in {server.Where(variable.Place)}", variable.Shown, "0, or no such variable");
        }
    }
}
