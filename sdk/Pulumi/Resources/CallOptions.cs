namespace Pulumi;

/// <summary>How a method of a resource is called.</summary>
public class CallOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider; null takes the parent's for the package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider plugin.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }
}
