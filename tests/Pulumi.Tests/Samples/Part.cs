using System.Collections.Immutable;

namespace Pulumi.Tests.Samples;

/// <summary>An output type with a nested one, as the official generator writes them.</summary>
[OutputType]
public sealed class Part
{
#pragma warning disable CA1051 // The official generator writes output types with public fields.
    public readonly string Name;
    public readonly int Size;
    public readonly string? Note;
    public readonly ImmutableArray<Part> Parts;
#pragma warning restore CA1051

    [OutputConstructor]
    private Part(string name, int size, string? note, [OutputConstructorParameter("sub-parts")] ImmutableArray<Part> parts)
    {
        Name = name;
        Size = size;
        Note = note;
        Parts = parts;
    }
}
