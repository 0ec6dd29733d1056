namespace Pulumi;

/// <summary>Changes the arguments and options of a function call when the engine calls back; null leaves them.</summary>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);
