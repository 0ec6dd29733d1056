namespace Clawdbot.Policies.Waivers;

/// <summary>An accepted exception to a rule.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Resource">
/// Which resources: a URN, or an object as <c>Kind/namespace/name</c>; <c>*</c> stands for any characters. <c>the stack</c> is the stack as a whole.
/// </param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="Place">Where it is written, for messages.</param>
internal sealed record Waiver(string Rule, string Resource, string Reason, string Owner, DateOnly Expires, string Place)
{
    /// <summary>The only stacks in which it holds; empty = every stack.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];
}
