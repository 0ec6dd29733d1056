namespace Pulumi;

/// <summary>Marks a property of a resource as an output.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <param name="name">The name on the wire; left out, the property's own.</param>
    public OutputAttribute(string? name = null) => Name = name;

    /// <summary>The name on the wire, or null for the property's own.</summary>
    public string? Name { get; }
}
