using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An output of a resource, to be resolved from the engine's reply.</summary>
internal abstract class OutputSlot
{
    public abstract IOutput Output { get; }

    /// <summary>Resolves to the wire value; a value of the wrong shape is warned of and leaves the default.</summary>
    public abstract void Resolve(object? wire, ImmutableHashSet<Resource> dependencies, bool isSecret, Action<string> warn);

    public abstract void ResolveDefault(ImmutableHashSet<Resource> dependencies, bool isKnown);

    public abstract void Fail(Exception exception);
}
