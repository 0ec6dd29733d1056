using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>How many requests the assistant may send at once.</summary>
/// <param name="MaxConcurrent">Conversations that it works on at the same time.</param>
/// <param name="Subagents">Helpers that each of them may start; the assistant counts them per conversation.</param>
public sealed record AssistantBudget(int MaxConcurrent, int Subagents)
{
    /// <summary>Conversations: 64 servers could not feed more.</summary>
    public static IntegerRange MaxConcurrentRange { get; } = new(1, 1024);

    /// <summary>Helpers of a conversation; the assistant's own default is 8.</summary>
    public static IntegerRange SubagentsRange { get; } = new(0, 64);

    /// <summary>Requests in the worst case: every conversation with all its helpers.</summary>
    public int Requests => MaxConcurrent * (1 + Subagents);

    /// <summary>The budget against what the pools answer, as a sentence without its full stop.</summary>
    /// <param name="answered">Requests that all servers of all pools answer at once.</param>
    public string Compare(long answered) => string.Create(CultureInfo.InvariantCulture,
        $"{MaxConcurrent} conversations x (1 + {Subagents} subagents) = {Requests} requests at once; the pools answer {answered}");

    /// <summary>All mistakes.</summary>
    /// <param name="answered">Requests that all servers of all pools answer at once.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public IReadOnlyList<Diagnostic> Check(long answered, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        findings.InRange("maxConcurrent", MaxConcurrent, MaxConcurrentRange);
        findings.InRange("subagents", Subagents, SubagentsRange);
        if (findings.Diagnostics.Count == 0 && Requests > answered)
        {
            findings.Add(DiagnosticIds.AssistantBudgetExceeded, "maxConcurrent", string.Create(CultureInfo.InvariantCulture, $"{MaxConcurrent}, so that {Compare(answered)}"),
                string.Create(CultureInfo.InvariantCulture, $"maxConcurrent x (1 + subagents) up to {answered}, the sum of maxNumSeqs over all servers"),
                "The rest would wait in vLLM's queue, where no priority applies.");
        }
        return findings.Diagnostics;
    }
}
