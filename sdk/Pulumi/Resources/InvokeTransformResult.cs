using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an <see cref="InvokeTransform"/> gives back.</summary>
public readonly struct InvokeTransformResult
{
    /// <summary>Takes the parts.</summary>
    public InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
    {
        Args = args;
        Options = options;
    }

    /// <summary>The arguments to use, by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options to use.</summary>
    public InvokeOptions Options { get; }
}
