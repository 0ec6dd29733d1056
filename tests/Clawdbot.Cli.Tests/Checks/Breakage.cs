namespace Clawdbot.Cli.Tests.Checks;

/// <summary>One way to break a rule in the graph of prod.</summary>
/// <param name="Rule">The rule that must find it.</param>
/// <param name="Kind">Kinds of Kubernetes objects or type tokens, separated by blanks; <c>*</c> = any.</param>
/// <param name="Place">
/// The place: <c>spec.a[*].b</c>, <c>[*]</c> standing for every element, <c>[0]</c> for the first; <c>pod</c> in front stands for the pods that an object makes; <c>#</c> steps into the JSON text of a string;
/// <c>args --flag</c> at the end is the argument. Empty: the whole resource is taken out of the graph; <see cref="Everything"/>: its properties are replaced as a whole.
/// </param>
/// <param name="Value">The new value as YAML; null removes it.</param>
/// <param name="Name">Start of the name of the resources; empty = all.</param>
internal sealed record Breakage(string Rule, string Kind, string Place, string? Value = null, string Name = "")
{
    /// <summary>The place that stands for all properties.</summary>
    public const string Everything = "everything";

    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {(Place.Length == 0 ? "without" : Place)} of {Kind} {Name}{(Place.Length == 0 ? "" : Value is null ? " removed" : $" = {Value}")}";
}
