using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>A resource that breaks nothing, and copies of it that break one thing.</summary>
internal sealed class Sample
{
    private Sample(PolicyResource resource) => Resource = resource;

    /// <summary>The resource.</summary>
    public PolicyResource Resource { get; }

    /// <summary>One Kubernetes object.</summary>
    public static Sample Manifest(string yaml) => new(Assert.Single(Manifests.Read("test.yaml", yaml)));

    /// <summary>Any resource, its properties as YAML.</summary>
    public static Sample Of(string type, string yaml, string name = "test", string? parent = null) => new(new PolicyResource(
        $"urn:pulumi:prod::clawdbot::{type}::{name}", type, name, yaml.Length == 0 ? PropertyValue.Map.Empty : (PropertyValue.Map)Value(yaml))
    { Parent = parent });

    /// <summary>A copy with the YAML <paramref name="value"/> at <paramref name="path"/>.</summary>
    public Sample With(string path, string value) => With(path, Value(value));

    /// <summary>A copy with <paramref name="value"/> at <paramref name="path"/>.</summary>
    public Sample With(string path, PropertyValue? value) => new(new PolicyResource(
        Resource.Urn, Resource.Type, Resource.Name,
        Place.At(Resource, path).Replaced(value) ?? throw new InvalidOperationException($"{path} cannot be replaced."))
    { Parent = Resource.Parent, Dependencies = Resource.Dependencies, IsProtected = Resource.IsProtected });

    /// <summary>A copy without <paramref name="path"/>.</summary>
    public Sample Without(string path) => With(path, (PropertyValue?)null);

    /// <summary>A copy in which <paramref name="path"/> is known only after the deployment.</summary>
    public Sample WithUnknown(string path) => With(path, PropertyValue.NotKnown);

    /// <summary>A copy with the same value at <paramref name="path"/>, but secret.</summary>
    public Sample WithSecret(string path) => With(path, new PropertyValue.Secret(Place.At(Resource, path).Raw));

    private static PropertyValue Value(string yaml) => YamlValues.Read("test.yaml", yaml) is [var document, ..] ? document.Value : PropertyValue.Nothing;
}
