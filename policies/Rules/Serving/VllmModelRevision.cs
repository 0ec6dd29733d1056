using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Models that are downloaded at the start of a server.</summary>
internal sealed class VllmModelRevision() : VllmRule(new PolicyMetadata("vllm-model-revision")
{
    Title = "Downloaded models are pinned to a commit",
    Description = "A name on the hub is whatever its owner pushed last: two servers of a pool may run different weights, and the next start other ones.",
    Severity = PolicySeverity.Medium,
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.Clawdbot("C7")],
    Remedy = "Set --revision to the commit, or serve the model from a directory that a loader filled.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-revision",
})
{
    private const int CommitLength = 40;

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Model is not { } model || KnownModels.IsLocal(model) || !model.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        var argument = server.Arguments.Find("--revision");
        if (argument?.Value is { Length: CommitLength } commit && commit.All(char.IsAsciiHexDigit))
        {
            return;
        }

        report.Violation(
            server.Resource, argument is null ? $"--revision in {server.WhereArguments}" : server.Where(argument), argument?.Shown ?? "not set",
            "a commit of 40 hexadecimal digits, because the model is downloaded");
    }
}
