using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Keys on the command line. The message never shows one.</summary>
internal sealed class VllmApiKeyArgument() : VllmRule(new PolicyMetadata("vllm-api-key-argument")
{
    Title = "The key of a server is no argument",
    Description = "Arguments are seen by everybody who may list processes or read the object, and stand in its history.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Nsa("C-0012"), FrameworkReference.Clawdbot("C1")],
    Remedy = "Set the variable VLLM_API_KEY from a Secret instead.",
    Url = "https://docs.vllm.ai/en/latest/usage/security/",
})
{
    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        foreach (var argument in server.Arguments.All.Where(argument => argument.Name == "--api-key"))
        {
            report.Violation(server.Resource, server.Where(argument), "given", "no key on the command line");
        }
    }
}
