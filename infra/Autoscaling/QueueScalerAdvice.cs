namespace Clawdbot.Infra.Autoscaling;

/// <summary>What is allowed in a scaler but worth a second look.</summary>
public static class QueueScalerAdvice
{
    /// <summary>One sentence per point, in a fixed order; empty when there is none.</summary>
    /// <param name="scaler">A scaler that passed <see cref="QueueScalerRules"/>.</param>
    public static IEnumerable<string> For(QueueScalerSpec scaler)
    {
        ArgumentNullException.ThrowIfNull(scaler);
        var pool = scaler.Pool.Name;
        if (scaler.MinReplicas == 0)
            yield return FormattableString.Invariant($"Pool '{pool}' may have no server: the first request then waits about {scaler.LoadSeconds} s, longer than the gateway holds it.");
        else if (scaler.MinReplicas == 1 && scaler.Pool.Replicas > 1)
            yield return $"Pool '{pool}' may shrink to one server: losing its node then stops {scaler.Pool.Vllm.ServedModelName} until another has loaded the model.";
        if (scaler.WaitingPerReplica is null && scaler.Threshold < QueueScalerDefaults.WaitingPerReplica)
            yield return FormattableString.Invariant($"Pool '{pool}' grows above {scaler.Threshold} waiting requests for each server instead of {QueueScalerDefaults.WaitingPerReplica}: more would not be answered within {QueueScalerDefaults.LongestRequestSeconds} s.");
    }
}
