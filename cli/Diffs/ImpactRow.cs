using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>One row of the table of <see cref="Impacts"/>.</summary>
/// <param name="Kind">The kind as <see cref="KindName"/> spells it; a last part of <c>*</c> stands for every kind of the group.</param>
/// <param name="Path">The setting and everything below it, or one of the words of this type; empty for all other settings of the kind. <c>*</c> stands for one part.</param>
/// <param name="Effect">What a deployment does.</param>
/// <param name="Reason">Why, as a sentence without its full stop.</param>
internal sealed record ImpactRow(string Kind, string Path, Effect Effect, string Reason)
{
    /// <summary>Path of the row for a resource that is new.</summary>
    public const string Added = "(added)";

    /// <summary>Path of the row for a resource that goes.</summary>
    public const string Removed = "(removed)";

    /// <summary>Path of the row for a resource that is deleted and made anew.</summary>
    public const string Replaced = "(replaced)";

    /// <summary>The parts of <see cref="Path"/>.</summary>
    public ImmutableArray<string> Parts { get; } = Path.Length == 0 || Path[0] == '(' ? [] : [.. Path.Split('.')];
}
