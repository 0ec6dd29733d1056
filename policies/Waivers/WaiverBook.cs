using System.Collections.Concurrent;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Waivers;

/// <summary>The waivers of one run: which hold, and which were used. Safe for concurrent use.</summary>
internal sealed class WaiverBook
{
    private readonly ConcurrentDictionary<Waiver, bool> _used = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, Waiver> _byRule;

    /// <summary>Takes the waivers that concern a stack.</summary>
    /// <param name="waivers">All waivers.</param>
    /// <param name="stack">The stack; null where there is none, as for manifests.</param>
    /// <param name="today">The day on which expiry is judged.</param>
    public WaiverBook(IEnumerable<Waiver> waivers, string? stack, DateOnly today)
    {
        Waivers = [.. waivers.Where(waiver => waiver.Stacks.Count == 0 || (stack is not null && waiver.Stacks.Contains(stack, StringComparer.Ordinal)))];
        Today = today;
        _byRule = Waivers.ToLookup(waiver => waiver.Rule, StringComparer.Ordinal);
    }

    /// <summary>No waivers.</summary>
    public static WaiverBook Empty { get; } = new([], null, DateOnly.MinValue);

    /// <summary>The waivers that concern the stack, in the file's order.</summary>
    public IReadOnlyList<Waiver> Waivers { get; }

    /// <summary>The day on which expiry is judged.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether the last day of <paramref name="waiver"/> is over.</summary>
    public bool IsExpired(Waiver waiver) => waiver.Expires < Today;

    /// <summary>Whether <paramref name="waiver"/> matched a violation, expired or not.</summary>
    public bool IsUsed(Waiver waiver) => _used.ContainsKey(waiver);

    /// <summary>The waiver that covers <paramref name="violation"/> today; null when none does.</summary>
    public Waiver? Find(PolicyViolation violation)
    {
        Waiver? holds = null;
        foreach (var waiver in _byRule[violation.Rule.Id])
        {
            if (Wildcard.Matches(waiver.Resource, violation.Urn) || Wildcard.Matches(waiver.Resource, violation.Subject))
            {
                _used.TryAdd(waiver, true);
                holds ??= IsExpired(waiver) ? null : waiver;
            }
        }

        return holds;
    }
}
