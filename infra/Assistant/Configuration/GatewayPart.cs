namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Section <c>gateway</c>: the assistant's own port.</summary>
internal sealed record GatewayPart
{
    /// <summary>Must be <c>local</c>, or the program refuses to start.</summary>
    public required string Mode { get; init; }

    /// <summary><c>lan</c>: probes inside the pod could do with loopback, the Service and Prometheus could not.</summary>
    public required string Bind { get; init; }

    public required int Port { get; init; }

    public required Authentication Auth { get; init; }

    public required ControlPage ControlUi { get; init; }

    /// <summary>A shell in the browser of an operator, on unless it is turned off.</summary>
    public required TerminalPart Terminal { get; init; }

    public required ReloadPart Reload { get; init; }

    internal sealed record Authentication(string Mode, string Token);

    internal sealed record ControlPage(bool Enabled, IReadOnlyList<string>? AllowedOrigins);

    internal sealed record TerminalPart(bool Enabled);

    internal sealed record ReloadPart(string Mode);
}
