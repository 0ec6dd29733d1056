namespace Pulumi;

/// <summary>Changes the arguments and options of a resource when the engine calls back; null leaves them.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
