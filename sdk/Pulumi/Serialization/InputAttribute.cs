namespace Pulumi;

/// <summary>Marks a field or property of an argument class as an input.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <param name="name">The name on the wire.</param>
    /// <param name="required">Whether a missing value is an error when the resource is registered.</param>
    /// <param name="json">Whether the value is sent as JSON text.</param>
    public InputAttribute(string name, bool required = false, bool json = false)
    {
        Name = name;
        IsRequired = required;
        Json = json;
    }

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool Json { get; }
}
