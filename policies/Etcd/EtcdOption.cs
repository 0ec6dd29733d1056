using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Etcd;

/// <summary>An option of etcd as a container sets it.</summary>
/// <param name="Place">The argument or the variable.</param>
/// <param name="Text">The value as written; null when a variable takes it from elsewhere.</param>
internal sealed record EtcdOption(Property Place, string? Text)
{
    /// <summary>Whether the option, or its value in a word of its own, is secret.</summary>
    public bool IsSecret { get; init; } = Place.IsSecret;

    /// <summary>The value; null when something else, such as a variable, decides it.</summary>
    public string? Value => Text is { } text && !text.Contains('$', StringComparison.Ordinal) ? text : null;

    /// <summary>The value for a message.</summary>
    public string Shown => IsSecret ? "a secret" : Text is null ? "taken from elsewhere" : ShownValue.Quoted(Text);

    /// <summary>Whether the value is among what counts as true; an option without one is.</summary>
    public bool IsOn => Value is null || Value is "true" or "1" or "t" or "T" or "TRUE" or "True";
}
