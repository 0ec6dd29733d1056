namespace Pulumi;

/// <summary>How a resource is managed, as opposed to what it is.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;

    /// <summary>For derived classes.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource to read instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent; null is the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before; a component stands for all resources in it.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether deleting is refused; null takes the parent's.</summary>
    public bool? Protect { get; set; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get; set; } = [];

    /// <summary>The version of the provider plugin.</summary>
    public string? Version { get; set; }

    /// <summary>The provider; null takes the parent's for the package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Time limits of operations.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Changes to arguments and options, also applied to children.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <summary>Changes to arguments and options that the engine calls back for.</summary>
    public List<ResourceTransform> ResourceTransforms { get; set; } = [];

    /// <summary>Former identities.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>The URN of a resource that was registered before, to get its state.</summary>
    public string? Urn { get; set; }

    /// <summary>Property paths whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges { get; set; } = [];

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether deleting the resource from the stack leaves the real one alone.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose deletion makes this one's unnecessary.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>Callbacks around the resource's life.</summary>
    public ResourceHookBinding Hooks { get; set; } = new();

    /// <summary>Property paths whose differences are not shown.</summary>
    public List<string> HideDiffs { get; set; } = [];

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    internal abstract ResourceOptions Clone();
}
