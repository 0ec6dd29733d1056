using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>Each copy of the weights has a host of its own (C6).</summary>
internal sealed class StorageReplicasInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.StorageReplicas;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        if (plan.Storage is { Replicas: { } replicas, Hosts: { } hosts } && replicas > hosts)
            yield return Broken(plan, "clawdbot:modelStorage.replicas", Text(replicas), $"at most {Text(hosts)}, the storage nodes of clawdbot:modelStorage.nodes", "Add storage nodes, or keep fewer copies.");
    }
}
