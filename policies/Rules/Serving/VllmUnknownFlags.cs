using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Flags that no release has. What is neither known nor close to something known is left undecided: flags are added with every release.</summary>
internal sealed class VllmUnknownFlags() : VllmRule(new PolicyMetadata("vllm-flag-unknown")
{
    Title = "Servers are given flags that vLLM has",
    Description = "An argument that vllm serve does not know ends it at once with \"unrecognized arguments\", and the pod never becomes ready.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B1")],
    Remedy = "Write the flag as the reference of vllm serve does, or remove it.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/",
})
{
    // So close that the intended flag is beyond doubt; short names are close to too many others.
    private const int Edits = 2;
    private const int ShortestName = 8;

    // Flags that are looked at: each is compared with every known one, and a server exits at the first.
    private const int Most = 50;

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        foreach (var argument in server.Arguments.All.Where(IsUnknown).Take(Most))
        {
            Check(server, argument, report);
        }
    }

    private static bool IsUnknown(VllmArgument argument)
    {
        var kind = VllmFlags.KindOf(argument.Name);
        return (kind is null || (argument.IsOff && kind != VllmFlagKind.Switch)) && VllmFlags.FindRemoved(argument.Name) is null;
    }

    private static void Check(VllmServer server, VllmArgument argument, RuleReport report)
    {
        var nearest = VllmFlags.IsKnown(argument.Name) ? argument.Name
            : VllmFlags.NeverExisted.TryGetValue(argument.Name, out var meant) ? meant
            : argument.Name.Length >= ShortestName ? NearestName.Find(argument.Name, VllmFlags.Known, Edits) : null;
        if (nearest is null && !VllmFlags.NeverExisted.ContainsKey(argument.Name))
        {
            report.Undecided(server.Resource, $"{server.Where(argument)} is in no list of flags");
            return;
        }

        report.Violation(
            server.Resource, server.Where(argument), "no flag of vllm serve", "flags that it has", nearest is null ? null : $"Did you mean {ShownValue.Quoted(nearest)}?");
    }
}
