using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that a stack manages: a custom resource of a provider or a component of other resources.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<Resource> _children = [];

    private protected Resource(
        string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;
        IsCustom = custom;
        IsRemote = remote;
        Urn = null!;

        // First, because transformations and children on other threads see this resource before its constructor ends.
        var outputs = OutputProperties.Attach(this);
        try
        {
            var deployment = Deployment.Current;
            Parent = type == Stack.TypeToken ? null : options.Parent ?? deployment.Stack
                ?? throw new InvalidOperationException($"Resource '{name}' ({type}) is made outside of a stack.");
            Transformations = [.. options.ResourceTransformations, .. Parent?.Transformations ?? []];
            foreach (var transformation in Transformations)
            {
                if (transformation(new ResourceTransformationArgs(this, args, options)) is { } changed)
                {
                    if (changed.Options.Parent != options.Parent)
                    {
                        throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
                    }

                    (args, options) = (changed.Args, changed.Options);
                }
            }

            // A clone, because what is inherited below must not show up in the caller's options.
            options = options.Clone();
            Protect = options.Protect ??= Parent?.Protect;
            (Provider, Providers) = ResourceProviders.Resolve(this, Parent, options);
            options.Provider = Provider;
            Aliases = ResourceAliases.Collect(this, Parent, options);
            Parent?.AddChild(this);
            deployment.Register(this, args, options, outputs);
        }
        catch (Exception exception)
        {
            // A transformation may have passed them on; whoever waits for them must not wait for ever.
            foreach (var slot in outputs.Values)
            {
                slot.Fail(exception);
            }

            throw;
        }
    }

    /// <summary>The name that identifies the resource across deployments.</summary>
    [Output(WireNames.Urn)]
    public Output<string> Urn { get; private protected set; }

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    internal ProviderResource? Provider { get; }

    internal ImmutableDictionary<string, ProviderResource> Providers { get; } = ImmutableDictionary<string, ProviderResource>.Empty;

    internal ImmutableArray<ResourceTransformation> Transformations { get; } = [];

    internal ImmutableArray<Input<string>> Aliases { get; } = [];

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name within the stack, as given to the constructor.</summary>
    public string GetResourceName() => _name;

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    internal ImmutableArray<Resource> GetChildren()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    /// <summary>The provider that a child of the given type or a function of that token uses.</summary>
    internal ProviderResource? GetProvider(string token) => Providers.GetValueOrDefault(ResourceProviders.PackageOf(token));
}
