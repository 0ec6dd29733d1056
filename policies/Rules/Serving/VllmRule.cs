using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>A rule about servers of vLLM, one by one: in workloads of a cluster, and in Docker.</summary>
internal abstract class VllmRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type.StartsWith("kubernetes:", StringComparison.Ordinal) || type == VllmServers.DockerContainer;

    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, VllmServer.In(resource), server => Check(server, report));

    /// <summary>Checks one server.</summary>
    protected abstract void Check(VllmServer server, RuleReport report);
}
