using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an <see cref="InvokeTransform"/> is given.</summary>
public readonly struct InvokeTransformArgs
{
    /// <summary>Takes the parts.</summary>
    public InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
    {
        Token = token;
        Args = args;
        Options = options;
    }

    /// <summary>The function's token.</summary>
    public string Token { get; }

    /// <summary>Its arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The call's options.</summary>
    public InvokeOptions Options { get; }
}
