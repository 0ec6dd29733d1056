namespace Pulumi;

/// <summary>Names the property that tells the cases of a union apart.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct)]
public sealed class DiscriminatedUnionDiscriminatorAttribute : Attribute
{
    /// <param name="propertyName">The wire name of that property.</param>
    public DiscriminatedUnionDiscriminatorAttribute(string propertyName) => PropertyName = propertyName;

    /// <summary>The wire name of that property.</summary>
    public string PropertyName { get; }
}
