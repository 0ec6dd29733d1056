namespace Pulumi;

/// <summary>What a <see cref="ResourceTransformation"/> gives back.</summary>
public readonly struct ResourceTransformationResult
{
    /// <summary>Takes the parts.</summary>
    public ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
    {
        Args = args;
        Options = options;
    }

    /// <summary>The arguments to use.</summary>
    public ResourceArgs Args { get; }

    /// <summary>The options to use; the parent may not change.</summary>
    public ResourceOptions Options { get; }
}
