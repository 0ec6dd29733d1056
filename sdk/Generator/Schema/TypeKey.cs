namespace Pulumi.Generator.Schema;

/// <summary>A type that is reached, in one of its uses.</summary>
/// <param name="Use">Where it stands.</param>
/// <param name="Name">Its dotted name, as <c>core.v1.PodSpec</c>.</param>
public readonly record struct TypeKey(TypeUse Use, string Name);
