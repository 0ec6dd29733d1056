namespace Pulumi;

/// <summary>The type token and package version of a resource class, for reading references to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
#pragma warning disable CA1813 // Open for derivation as in the official package: providers derive their own attribute.
public class ResourceTypeAttribute : Attribute
#pragma warning restore CA1813
{
    /// <param name="type">The type token, e.g. <c>random:index/randomId:RandomId</c>.</param>
    /// <param name="version">The package version, if the class belongs to one.</param>
    public ResourceTypeAttribute(string type, string? version)
    {
        Type = type;
        Version = version;
    }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The package version.</summary>
    public string? Version { get; }
}
