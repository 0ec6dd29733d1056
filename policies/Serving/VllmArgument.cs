using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>One flag on the command line of a server.</summary>
/// <param name="Name">The flag in its long form with hyphens: <c>--max-model-len</c> for <c>--max_model_len</c>, <c>--tensor-parallel-size</c> for <c>-tp</c>.</param>
/// <param name="Written">As it is written, without a value.</param>
/// <param name="Values">The values; none for a switch.</param>
/// <param name="IsOff">Whether it is the switch's opposite: <c>--no-enable-prefix-caching</c>.</param>
/// <param name="Key">What follows a dot: <c>rope_scaling.factor</c> of <c>--hf-overrides.rope_scaling.factor</c>; otherwise empty.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record VllmArgument(string Name, string Written, IReadOnlyList<string> Values, bool IsOff, string Key, Property Place)
{
    /// <summary>Whether the flag, or a value that stands in a word of its own, is secret.</summary>
    public bool IsSecret { get; init; } = Place.IsSecret;

    /// <summary>The first value; null for a switch.</summary>
    /// <exception cref="UnknownValueException">The value is not known.</exception>
    public string? Value
    {
        get
        {
            if (Values.Count == 0)
            {
                return null;
            }

            return Values[0].Contains(CommandToken.Hole, StringComparison.Ordinal) ? throw Unknown($"gives {(Place.IsSecret ? "a flag" : Written)} a value that is not known here") : Values[0];
        }
    }

    /// <summary>The value for a message; never a secret.</summary>
    public string Shown => IsSecret ? "a secret" : Values.Count == 0 ? (IsOff ? "off" : "on") : ShownValue.Quoted(Values[0]);

    /// <summary>What a rule throws when this argument cannot be decided.</summary>
    public UnknownValueException Unknown(string why) => new(Place, why);
}
