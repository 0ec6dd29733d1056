using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a <see cref="ResourceTransform"/> is given.</summary>
public readonly struct ResourceTransformArgs
{
    /// <summary>Takes the parts.</summary>
    public ResourceTransformArgs(string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
    {
        Name = name;
        Type = type;
        Custom = custom;
        Args = args;
        Options = options;
    }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>Whether it is a custom resource.</summary>
    public bool Custom { get; }

    /// <summary>Its arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; }
}
