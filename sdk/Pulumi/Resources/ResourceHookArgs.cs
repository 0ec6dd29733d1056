using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a <see cref="ResourceHookCallback"/> is given.</summary>
public class ResourceHookArgs
{
    /// <summary>Takes the parts.</summary>
    public ResourceHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? newOutputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null)
    {
        Urn = urn;
        Id = id;
        Name = name;
        Type = type;
        NewInputs = newInputs;
        OldInputs = oldInputs;
        NewOutputs = newOutputs;
        OldOutputs = oldOutputs;
    }

    /// <summary>The resource's URN.</summary>
    public string Urn { get; }

    /// <summary>The resource's id.</summary>
    public string Id { get; }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>The inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; }

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }
}
