using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Servers without a key.</summary>
internal sealed class VllmAuthentication() : VllmRule(new PolicyMetadata("vllm-authentication")
{
    Title = "Servers ask for a key",
    Description = "Without a key everybody who reaches the port uses the model, past the limits, priorities and records of the gateway.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Set the variable VLLM_API_KEY from a Secret.",
    Url = "https://docs.vllm.ai/en/latest/usage/security/",
})
{
    private const string Key = "VLLM_API_KEY";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.FindGiven("--api-key") is not null || server.Environment.FindGiven(Key) is { Literal: not "" })
        {
            return;
        }

        if (server.Environment.Find(Key) is { } variable)
        {
            report.Violation(server.Resource, $"{Key} in {server.Where(variable.Place)}", "empty", "a key");
        }
        else if (server.Arguments.Find("--api-key") is null)
        {
            report.Violation(server.Resource, $"{Key} in {server.Where(server.Root[server.Container is null ? "envs" : "env"])}", "not set", "a key from a Secret");
        }
    }
}
