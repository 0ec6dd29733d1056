namespace Pulumi;

/// <summary>Options of a stack.</summary>
public class StackOptions
{
    /// <summary>Changes to arguments and options of every resource.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <summary>Changes to arguments and options of every resource that the engine calls back for.</summary>
    public List<ResourceTransform> ResourceTransforms { get; set; } = [];
}
