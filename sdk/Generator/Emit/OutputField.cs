namespace Pulumi.Generator.Emit;

/// <summary>A field of an output type.</summary>
/// <param name="WireName">The name that the engine sees.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type with its question mark.</param>
/// <param name="Deprecated">Whether the package warns about it.</param>
public sealed record OutputField(string WireName, string Name, string Type, bool Deprecated);
