namespace Pulumi;

/// <summary>What an <see cref="ErrorHook"/> runs; true retries the failed operation.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
