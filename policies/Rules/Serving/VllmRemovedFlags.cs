using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Flags that the image's release no longer has, or does not have yet. Without a version in the tag a current release is assumed.</summary>
internal sealed class VllmRemovedFlags() : VllmRule(new PolicyMetadata("vllm-flag-removed")
{
    Title = "Servers are given flags that their release of vLLM has",
    Description = "vLLM removes flags every few releases, and a server that is given one exits with \"unrecognized arguments\"; usually after an update of the image.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B1")],
    Remedy = "Keep image and flags in step, and pin the release.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/",
})
{
    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        foreach (var argument in server.Arguments.All)
        {
            if (VllmFlags.FindRemoved(argument.Name) is { } removed && !(server.Version < removed.In))
            {
                report.Violation(server.Resource, server.Where(argument), $"a flag that was removed (gone in vLLM {removed.In})", FlagsOf(server), removed.Instead);
            }
            else if (argument.Written.StartsWith("--", StringComparison.Ordinal) && VllmFlags.Since.TryGetValue(argument.Name, out var since) && server.Version < since)
            {
                report.Violation(server.Resource, server.Where(argument), $"a flag that vLLM has since {since}", FlagsOf(server));
            }
        }
    }

    private static string FlagsOf(VllmServer server) => server.Version is { } version ? $"flags of vLLM {version}" : "flags of a current vLLM";
}
