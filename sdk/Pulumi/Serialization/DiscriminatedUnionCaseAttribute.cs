namespace Pulumi;

/// <summary>One case of a union that a property's value tells apart.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute : Attribute
{
    /// <param name="tag">The value of the discriminating property.</param>
    /// <param name="type">The type for that value.</param>
    public DiscriminatedUnionCaseAttribute(string tag, Type type)
    {
        Tag = tag;
        Type = type;
    }

    /// <summary>The value of the discriminating property.</summary>
    public string Tag { get; }

    /// <summary>The type for that value.</summary>
    public Type Type { get; }
}
