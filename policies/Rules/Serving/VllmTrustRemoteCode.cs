using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Code that comes with a model.</summary>
internal sealed class VllmTrustRemoteCode() : VllmRule(new PolicyMetadata("vllm-trust-remote-code")
{
    Title = "Servers do not run code that comes with a model",
    Description = "With this flag Python files of the model's repository run in the server, with its key and its network; whoever may push there runs code here.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Use a model that vLLM implements itself, and remove the flag.",
    Url = "https://docs.vllm.ai/en/latest/usage/security/",
})
{
    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.FindGiven("--trust-remote-code") is { IsOff: false } argument)
        {
            report.Violation(server.Resource, server.Where(argument), "on", "off");
        }
    }
}
