using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Autoscaling;

/// <summary>Rules for <see cref="QueueScalerSpec"/>.</summary>
public static class QueueScalerRules
{
    /// <summary>All mistakes in <paramref name="spec"/>. Whether the nodes hold the most servers is a rule of the pool, <see cref="ModelPoolRules.CheckFit"/>.</summary>
    /// <param name="spec">When the pool grows and shrinks.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(QueueScalerSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.InRange("minReplicas", spec.MinReplicas, QueueScalerDefaults.MinReplicasRange);
        findings.InRange("cooldownSeconds", spec.CooldownSeconds, QueueScalerDefaults.CooldownRange);
        CheckReplicas(spec, findings);
        CheckThresholds(spec, findings);
        CheckShrinking(spec, findings);
        return findings.Diagnostics;
    }

    private static void CheckReplicas(QueueScalerSpec spec, Findings findings)
    {
        if (spec.Pool.MaxReplicas is not { } most)
        {
            findings.Add(AutoscalingDiagnosticIds.PoolIsFixed, "pool.maxReplicas", "missing", $"at least {Text(spec.Pool.Replicas)}, the planned servers",
                "Without it the Deployment fixes the number of servers, and every update would undo what the scaler decided.");
        }
        else if (spec.MinReplicas > most)
        {
            findings.Add(AutoscalingDiagnosticIds.ReplicasOutOfOrder, "minReplicas", Text(spec.MinReplicas), $"at most maxReplicas, {Text(most)}");
        }
        else if (spec.MinReplicas > spec.Pool.Replicas)
        {
            findings.Add(AutoscalingDiagnosticIds.ReplicasOutOfOrder, "minReplicas", Text(spec.MinReplicas), $"at most {Text(spec.Pool.Replicas)}, the servers that replicas or the goal asks for",
                "A pool that never has fewer servers is planned with them.");
        }
        if (spec.MinReplicas == 0 && !spec.WakeOnGatewayQueue)
        {
            findings.Add(AutoscalingDiagnosticIds.NothingWakesThePool, "minReplicas", "0", "1 and more, or wakeOnGatewayQueue true",
                "vLLM's queue is gone with its last server, so only the Router's queue can start the next one.");
        }
    }

    private static void CheckThresholds(QueueScalerSpec spec, Findings findings)
    {
        if (spec.WaitingPerReplica is { } written && !QueueScalerDefaults.WaitingRange.Contains(written))
            findings.InRange("waitingPerReplica", written, QueueScalerDefaults.WaitingRange);
        else if (spec.WaitingPerReplica > spec.LongestQueue)
        {
            var speed = spec.Pool.Plan.Speed;
            findings.Add(AutoscalingDiagnosticIds.QueueTooLong, "waitingPerReplica", Text(spec.WaitingPerReplica.Value),
                string.Create(CultureInfo.InvariantCulture, $"at most {spec.LongestQueue}: a server of this pool gives {speed.Requests} answers in {speed.AnswerSeconds:0.0} s, and the gateway gives up after {QueueScalerDefaults.LongestRequestSeconds} s"),
                $"maxNumSeqs {Text(spec.Pool.Vllm.MaxNumSeqs)} and the length of the answers limit it.");
        }
        if (spec.WaitingToShrink is { } low && !QueueScalerDefaults.ShrinkRange.Contains(low))
            findings.InRange("waitingToShrink", low, QueueScalerDefaults.ShrinkRange);
        else if (2L * spec.ShrinkThreshold > spec.Threshold)
        {
            findings.Add(AutoscalingDiagnosticIds.ThresholdsTooClose, "waitingToShrink", Text(spec.ShrinkThreshold),
                $"at most {Text(spec.Threshold / 2)}, half of waitingPerReplica {Text(spec.Threshold)}",
                "What two servers had left would start the second one again at once.");
        }
    }

    private static void CheckShrinking(QueueScalerSpec spec, Findings findings)
    {
        var drain = spec.Pool.Drain;
        if (drain.ShutdownTimeoutSeconds < QueueScalerDefaults.LongestRequestSeconds)
        {
            findings.Add(AutoscalingDiagnosticIds.ShrinkingCutsAnswers, "pool.drainSeconds", Text(drain.ShutdownTimeoutSeconds),
                $"at least {Text(QueueScalerDefaults.LongestRequestSeconds)}, the seconds of a whole request in the gateway",
                "An autoscaled pool stops servers every day, and an answer that outlives the drain is cut.");
        }
        if (spec.ShrinkAfterSeconds is { } after && !QueueScalerDefaults.StabilizationRange.Contains(after))
            findings.InRange("shrinkAfterSeconds", after, QueueScalerDefaults.StabilizationRange);
        else if (spec.ShrinkAfterSeconds < spec.LoadSeconds)
        {
            findings.Add(AutoscalingDiagnosticIds.ShrinksFasterThanLoads, "shrinkAfterSeconds", Text(spec.ShrinkAfterSeconds.Value),
                $"at least {Text(spec.LoadSeconds)}, the seconds that a server needs to load",
                "The queue shortens while a new server loads, and the scaler would stop it before its first answer.");
        }
        if (spec.LoadSeconds > QueueScalerDefaults.StabilizationRange.Maximum)
        {
            findings.Add(AutoscalingDiagnosticIds.BeyondAutoscaler, "pool.loadSeconds", Text(spec.LoadSeconds),
                $"at most {Text(QueueScalerDefaults.StabilizationRange.Maximum)}, the longest time for which Kubernetes delays shrinking",
                "Faster model storage or a fixed number of servers.");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
