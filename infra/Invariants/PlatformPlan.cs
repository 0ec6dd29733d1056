using System.Collections.Immutable;

namespace Clawdbot.Infra.Invariants;

/// <summary>The parts of a whole system in plain values, as far as one of them depends on another.</summary>
public sealed record PlatformPlan
{
    /// <summary>Whether the system serves people who rely on it: then redundancy is required (C6).</summary>
    public required bool Production { get; init; }

    /// <summary>The pools.</summary>
    public required ImmutableArray<PlannedPool> Pools { get; init; }

    /// <summary>The model storage.</summary>
    public required PlannedStorage Storage { get; init; }

    /// <summary>The gateway.</summary>
    public required PlannedGateway Gateway { get; init; }

    /// <summary>The assistant.</summary>
    public required PlannedAssistant Assistant { get; init; }

    /// <summary>Members of etcd; null when the system has none (one machine).</summary>
    public int? EtcdMembers { get; init; }

    /// <summary>Sentence that says where settings are changed.</summary>
    public required string Remedy { get; init; }
}
