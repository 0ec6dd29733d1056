using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>In production the live configuration survives the loss of a member (C6, C9.9).</summary>
internal sealed class QuorumInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.Quorum;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        if (plan is { Production: true, EtcdMembers: { } members } && (members < InvariantDefaults.QuorumMembers || members % 2 == 0))
            yield return Broken(plan, "clawdbot:etcd.members", Text(members), $"an odd number of at least {Text(InvariantDefaults.QuorumMembers)} with clawdbot:production true", "Choose 3 or 5 members.");
    }
}
