using System.Collections.Immutable;

namespace Pulumi.Generator.JavaScript;

/// <summary>The value that a constructor gives to an input that the program leaves out.</summary>
public abstract record DefaultValue
{
    private DefaultValue()
    {
    }

    /// <summary>A fixed text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : DefaultValue;

    /// <summary>A fixed truth value.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Truth(bool Value) : DefaultValue;

    /// <summary>The first of some environment variables that is set.</summary>
    /// <param name="Reader">What reads it: getEnv, getEnvBoolean or getEnvNumber.</param>
    /// <param name="Variables">The variables in order.</param>
    public sealed record Environment(string Reader, ImmutableArray<string> Variables) : DefaultValue;
}
