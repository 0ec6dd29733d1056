using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary><c>--max-model-len</c> against the context of the model.</summary>
internal sealed class VllmContext() : VllmRule(new PolicyMetadata("vllm-context")
{
    Title = "The context is a length that the model has",
    Description = "vLLM refuses to start with a longer context than the model's configuration has; forced beyond it, answers become noise.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("A1")],
    Remedy = "Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-max-model-len",
})
{
    private const string LongContext = "VLLM_ALLOW_LONG_MAX_MODEL_LEN";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.Find("--max-model-len") is not { Value: { } value } argument || value is "auto" or "-1" or "None" or "")
        {
            return;
        }

        if (HumanInteger.Parse(value) is not { } tokens || tokens <= 0)
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, "a positive number of tokens, or auto");
            return;
        }

        if (server.Model is null || server.KnownModel is not { } model)
        {
            report.Undecided(server.Resource, $"the model of {server.Subject} is not in the catalogue, so its context is not known");
            return;
        }

        if (tokens > model.ContextTokens && !IsExtended(server) && server.Environment.Find(LongContext) is not { IsOn: true })
        {
            if (server.Environment.Find(LongContext) is { Literal: null } variable)
            {
                throw new UnknownValueException(variable.Place, "is not known here");
            }

            if (server.Arguments.Gap is { } gap)
            {
                throw gap;
            }

            report.Violation(
                server.Resource, server.Where(argument), argument.Shown,
                string.Create(CultureInfo.InvariantCulture, $"at most {model.ContextTokens} tokens, the context of {model.Id}"));
        }
    }

    private static bool IsExtended(VllmServer server) => server.Arguments.All.Any(argument =>
        argument.Name == "--rope-scaling"
        || (argument.Name == "--hf-overrides" && (argument.Key.Contains("rope", StringComparison.Ordinal)
            || argument.Values.Any(value => value.Contains("rope", StringComparison.Ordinal) || value.Contains("max_position_embeddings", StringComparison.Ordinal)
                || value.Contains(CommandToken.Hole, StringComparison.Ordinal)))));
}
