namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Ports that a program listens on, on every interface.</summary>
/// <param name="Port">Port of the requests.</param>
/// <param name="StatusPort">Port of metrics and health, plain HTTP.</param>
public sealed record ListenSettings(int Port, int StatusPort);
