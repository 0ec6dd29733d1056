namespace Pulumi;

/// <summary>A configured instance of a provider.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Registers the provider.</summary>
    /// <param name="package">The package, e.g. <c>kubernetes</c>.</param>
    /// <param name="name">A name that is unique among the stack's providers of that package and parent.</param>
    /// <param name="args">The provider's configuration.</param>
    /// <param name="options">How it is managed.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options)
    {
    }

    /// <summary>Registers the provider.</summary>
    /// <param name="package">The package, e.g. <c>kubernetes</c>.</param>
    /// <param name="name">A name that is unique among the stack's providers of that package and parent.</param>
    /// <param name="args">The provider's configuration.</param>
    /// <param name="options">How it is managed.</param>
    /// <param name="registerPackageRequest">The parameterized package that it is of.</param>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
    {
    }

    // Read from the type, because the base constructor needs it before a field of this class could be set.
    internal string Package => GetResourceType()[TypePrefix.Length..];
}
