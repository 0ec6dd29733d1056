namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>How long a request may take. One try is shorter than the whole request, and the client waits longer than both.</summary>
/// <param name="ConnectMilliseconds">To reach a model server.</param>
/// <param name="ModelSeconds">One try at a model server.</param>
/// <param name="RequestSeconds">The whole request: queue, tries and streaming.</param>
public sealed record TimeoutSettings(int ConnectMilliseconds, int ModelSeconds, int RequestSeconds);
