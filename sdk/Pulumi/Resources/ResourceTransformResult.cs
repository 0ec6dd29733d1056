using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a <see cref="ResourceTransform"/> gives back.</summary>
public readonly struct ResourceTransformResult
{
    /// <summary>Takes the parts.</summary>
    public ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
    {
        Args = args;
        Options = options;
    }

    /// <summary>The arguments to use, by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; }
}
