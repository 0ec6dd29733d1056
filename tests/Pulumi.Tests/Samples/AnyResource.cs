namespace Pulumi.Tests.Samples;

/// <summary>A custom resource of any type, without outputs of its own.</summary>
public sealed class AnyResource(string type, string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource(type, name, args, options);
