namespace Pulumi;

/// <summary>Changes the arguments and options of a resource before it is registered; null leaves them.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
