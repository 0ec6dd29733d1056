using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>How requests, tokens of a batch and context fit together.</summary>
internal sealed class VllmBatch() : VllmRule(new PolicyMetadata("vllm-batch")
{
    Title = "Batch sizes fit together",
    Description = "A batch needs at least one token for each request, and without chunked prefill room for a whole prompt; vLLM refuses to start otherwise.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B1")],
    Remedy = "Raise --max-num-batched-tokens, or lower the other figure.",
    Url = "https://docs.vllm.ai/en/latest/configuration/optimization/",
})
{
    private const string Requests = "--max-num-seqs";
    private const string Context = "--max-model-len";
    private const string Tokens = "--max-num-batched-tokens";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        var requests = Positive(server, Requests, report);
        var tokens = Positive(server, Tokens, report);
        if (requests > tokens)
        {
            report.Violation(
                server.Resource, server.Where(server.Arguments.Find(Requests)!), server.Arguments.Find(Requests)!.Shown,
                $"at most {Tokens}, which is {server.Arguments.Find(Tokens)!.Shown}");
        }

        if (tokens is not null && IsWhole(server) && server.Number(Context) is { } context && tokens < context)
        {
            report.Violation(
                server.Resource, server.Where(server.Arguments.Find(Tokens)!), server.Arguments.Find(Tokens)!.Shown,
                $"at least --max-model-len, which is {server.Arguments.Find(Context)!.Shown}, because chunked prefill is off");
        }
    }

    private static double? Positive(VllmServer server, string flag, RuleReport report)
    {
        if (server.Arguments.Find(flag) is not { Value: { } value } argument || value is "None" or "")
        {
            return null;
        }

        var number = HumanInteger.Parse(value);
        if (number is > 0)
        {
            return number;
        }

        report.Violation(server.Resource, server.Where(argument), argument.Shown, "a positive whole number");
        return null;
    }

    private static bool IsWhole(VllmServer server) => server.Arguments.Find("--enable-chunked-prefill") is { } argument
        && (argument.IsOff || argument.Value?.Equals("false", StringComparison.OrdinalIgnoreCase) == true);
}
