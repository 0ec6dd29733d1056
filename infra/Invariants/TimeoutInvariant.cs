using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>The inner timeout ends first: a caller that gives up earlier leaves work that nobody waits for.</summary>
internal sealed class TimeoutInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.TimeoutsDoNotNest;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var (model, request, client) = (plan.Gateway.ModelSeconds, plan.Gateway.RequestSeconds, plan.Gateway.ClientSeconds);
        if (request <= model)
            yield return Broken(plan, "clawdbot:gateway.requestSeconds", Text(request), $"more than {Text(model)}, one try at a model server of clawdbot:gateway.modelSeconds", "Raise the outer timeout, or lower the inner.");
        if (client <= request)
            yield return Broken(plan, "clawdbot:assistant.requestSeconds", Text(client), $"more than {Text(request)}, the whole request of clawdbot:gateway.requestSeconds", "Raise the outer timeout, or lower the inner.");
    }
}
