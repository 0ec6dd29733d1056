namespace Pulumi;

/// <summary>What a <see cref="ResourceTransformation"/> is given.</summary>
public readonly struct ResourceTransformationArgs
{
    /// <summary>Takes the parts.</summary>
    public ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        Resource = resource;
        Args = args;
        Options = options;
    }

    /// <summary>The resource under construction.</summary>
    public Resource Resource { get; }

    /// <summary>Its arguments.</summary>
    public ResourceArgs Args { get; }

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; }
}
