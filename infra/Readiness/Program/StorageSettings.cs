namespace Clawdbot.Infra.Readiness.Program;

/// <summary>What the probe of the storage needs.</summary>
/// <param name="Port">Port to answer on.</param>
/// <param name="WritableDirectory">The storage as its loader mounts it.</param>
/// <param name="ReadOnlyDirectory">The storage as servers mount it.</param>
internal sealed record StorageSettings(int Port, string WritableDirectory, string ReadOnlyDirectory);
