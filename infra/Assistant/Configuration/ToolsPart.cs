namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Section <c>tools</c>: what a model may do; without it a model runs programs on the host unasked.</summary>
internal sealed record ToolsPart
{
    public required string Profile { get; init; }

    public required IReadOnlyList<string>? AlsoAllow { get; init; }

    public required IReadOnlyList<string> Deny { get; init; }

    public required FilesPart Fs { get; init; }

    public required ProgramsPart Exec { get; init; }

    public required Switch Elevated { get; init; }

    public required SessionsPart Sessions { get; init; }

    public required Switch AgentToAgent { get; init; }

    internal sealed record FilesPart(bool WorkspaceOnly);

    internal sealed record ProgramsPart(string Security, string Ask);

    internal sealed record SessionsPart(string Visibility);

    internal sealed record Switch(bool Enabled);
}
