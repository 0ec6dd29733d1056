using System.Collections.Concurrent;
using Clawdbot.Cli.Plans;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>What is known of the captured resources among each other: parents, URNs, aliases, providers, inherited options.</summary>
/// <param name="project">The project's name.</param>
/// <param name="stackName">The stack's name.</param>
internal sealed class ResourceGraph(string project, string stackName)
{
    private readonly ConcurrentDictionary<Resource, CapturedResource> _captured = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Resource, string> _urns = new(ReferenceEqualityComparer.Instance);

    /// <summary>Everything captured so far, in no order.</summary>
    public IEnumerable<CapturedResource> All => _captured.Values;

    /// <summary>The URN of the stack itself.</summary>
    public string StackUrn => $"urn:pulumi:{stackName}::{project}::{Plan.StackType}::{project}-{stackName}";

    /// <summary>Adds a resource; called while its constructor runs.</summary>
    public void Add(CapturedResource captured) => _captured[captured.Resource] = captured;

    /// <summary>The captured form of a resource; null for the stack and for resources that the program did not declare.</summary>
    public CapturedResource? Find(Resource? resource) => resource is not null && _captured.TryGetValue(resource, out var found) ? found : null;

    /// <summary>The parent; null when that is the stack.</summary>
    public CapturedResource? ParentOf(CapturedResource captured) => Find(captured.Options.Parent);

    /// <summary>The URN as the engine makes it.</summary>
    public string UrnOf(Resource resource) => _urns.GetOrAdd(resource, r => Find(r) is { } captured
        ? Urn(ParentUrnOf(captured), captured.Type, captured.Name)
        : StackUrn);

    /// <summary>The URN of the parent.</summary>
    public string ParentUrnOf(CapturedResource captured) => ParentOf(captured) is { } parent ? UrnOf(parent.Resource) : StackUrn;

    /// <summary>
    /// <c>urn:pulumi:stack::project::parentTypes$type::name</c>; the stack's own type is left out of the chain
    /// (https://www.pulumi.com/docs/iac/concepts/resources/names/#urns).
    /// </summary>
    public string Urn(string? parentUrn, string type, string name, string? otherStack = null, string? otherProject = null)
    {
        var parentType = parentUrn is null ? "" : UrnParts.QualifiedType(parentUrn);
        var chain = parentType is "" or Plan.StackType ? type : $"{parentType}${type}";
        return $"urn:pulumi:{otherStack ?? stackName}::{otherProject ?? project}::{chain}::{name}";
    }

    /// <summary>The provider that a resource is given explicitly, by itself or through its parents; null = the default provider or none.</summary>
    public ProviderResource? ProviderOf(CapturedResource captured)
    {
        if (captured.Resource is not CustomResource || captured.Resource is ProviderResource)
        {
            return null;
        }

        var providerType = "pulumi:providers:" + captured.Type.Split(':')[0];
        for (var current = captured; current is not null; current = ParentOf(current))
        {
            if (OwnProviders(current.Options).FirstOrDefault(p => p.GetResourceType() == providerType) is { } provider)
            {
                return provider;
            }
        }

        return null;
    }

    /// <summary>The first value of an option on the way from the resource to the stack; false when none is set.</summary>
    public bool Inherited(CapturedResource captured, Func<ResourceOptions, bool?> option)
    {
        for (var current = captured; current is not null; current = ParentOf(current))
        {
            if (option(current.Options) is { } value)
            {
                return value;
            }
        }

        return false;
    }

    private static IEnumerable<ProviderResource> OwnProviders(ResourceOptions options)
    {
        if (options.Provider is { } provider)
        {
            yield return provider;
        }

        foreach (var other in (options as ComponentResourceOptions)?.Providers ?? [])
        {
            yield return other;
        }
    }
}
