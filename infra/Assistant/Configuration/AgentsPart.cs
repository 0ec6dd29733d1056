namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Section <c>agents</c>: how conversations are worked on.</summary>
/// <param name="Defaults">What every agent gets.</param>
internal sealed record AgentsPart(AgentsPart.DefaultsPart Defaults)
{
    internal sealed record DefaultsPart
    {
        public required ModelChoice Model { get; init; }

        public required int MaxConcurrent { get; init; }

        /// <summary>Null where the budget has none: the schema takes no zero.</summary>
        public required SubagentsPart? Subagents { get; init; }

        public required int TimeoutSeconds { get; init; }

        public required CompactionPart Compaction { get; init; }

        public required HeartbeatPart Heartbeat { get; init; }
    }

    internal sealed record ModelChoice(string Primary, IReadOnlyList<string> Fallbacks);

    internal sealed record SubagentsPart(int MaxConcurrent);

    internal sealed record CompactionPart(string Mode);

    internal sealed record HeartbeatPart(string Every);
}
