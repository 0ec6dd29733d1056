using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Autoscaling;

/// <summary>
/// Lets KEDA choose how many servers a pool has, by the requests that wait in them (B4). It grows one server at a time, and shrinks
/// one at a time after the queue has been short for longer than a load takes and the one before has drained.
/// </summary>
public sealed class QueueScaler : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:autoscaling:QueueScaler";

    private readonly QueueScalerArgs _args;

    /// <summary>Creates the scaler.</summary>
    /// <param name="name">Logical name; the child is named after it.</param>
    /// <param name="args">What to scale, and when.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here. The pool and KEDA must exist first.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public QueueScaler(string name, QueueScalerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var subject = $"QueueScaler '{name}'";
        const string remedy = "Change the arguments of the component.";
        DiagnosticException.ThrowIfAny([.. ModelPoolRules.CheckFit(args.Spec.Pool, $"{subject}.pool", remedy), .. QueueScalerRules.Check(args.Spec, subject, remedy)]);

        _args = args;
        var scaled = new CustomResource($"{name}-scaled-object", new SpecifiedObjectArgs(QueueScalerDefaults.ApiVersion, "ScaledObject")
        {
            Metadata = new ObjectMetaArgs
            {
                Name = args.Spec.Pool.Name,
                Namespace = args.Namespace,
                Labels = Labels.For(ModelPoolDefaults.Program, args.Spec.Pool.Name, QueueScalerDefaults.Component),
            },
            Spec = Content(args.Spec),
        }, new CustomResourceOptions { Parent = this });
        ScaledObject = OutputUtilities.WithDependency(Output.Create(args.Spec.Pool.Name), scaled);
        RegisterOutputs();
    }

    /// <summary>Name of the ScaledObject.</summary>
    [Output("scaledObject")]
    public Output<string> ScaledObject { get; private set; }

    private InputMap<object> Content(QueueScalerSpec spec) => new()
    {
        ["scaleTargetRef"] = new Dictionary<string, object> { ["apiVersion"] = "apps/v1", ["kind"] = "Deployment", ["name"] = spec.Pool.Name },
        ["pollingInterval"] = QueueScalerDefaults.PollingSeconds,
        // Only the step from one server to none obeys it; all others obey the behaviour below.
        ["cooldownPeriod"] = Math.Max(spec.CooldownSeconds, spec.Stabilization),
        ["minReplicaCount"] = spec.MinReplicas,
        ["maxReplicaCount"] = spec.MaxReplicas,
        // A blind scaler must not take servers away, and the planned number is known to carry the goal.
        ["fallback"] = new Dictionary<string, object>
        {
            ["failureThreshold"] = QueueScalerDefaults.FallbackFailures,
            ["replicas"] = spec.Pool.Replicas,
            ["behavior"] = "currentReplicasIfHigher",
        },
        ["advanced"] = new Dictionary<string, object>
        {
            ["horizontalPodAutoscalerConfig"] = new Dictionary<string, object>
            {
                ["behavior"] = new Dictionary<string, object>
                {
                    ["scaleUp"] = OneAtATime(QueueScalerDefaults.GrowAfterSeconds, spec.CooldownSeconds),
                    ["scaleDown"] = OneAtATime(spec.Stabilization, spec.ShrinkPeriodSeconds),
                },
            },
        },
        ["triggers"] = Triggers(spec).ToArray(),
    };

    private static Dictionary<string, object> OneAtATime(int stabilizationSeconds, int periodSeconds) => new()
    {
        ["stabilizationWindowSeconds"] = stabilizationSeconds,
        ["selectPolicy"] = "Max",
        ["policies"] = new object[] { new Dictionary<string, object> { ["type"] = "Pods", ["value"] = 1, ["periodSeconds"] = periodSeconds } },
    };

    private IEnumerable<object> Triggers(QueueScalerSpec spec)
    {
        // While no server runs, no server reports a queue: that is no error then, and must not start the fallback.
        var silenceIsFailure = spec.MinReplicas > 0;
        yield return Trigger("waiting", QueueScalerQueries.Waiting(spec.Pool.Name), spec.Threshold, silenceIsFailure);
        yield return Trigger("busy", QueueScalerQueries.BusyServers(spec.Pool.Name, spec.ShrinkThreshold), 1, silenceIsFailure);
        if (spec.WakeOnGatewayQueue)
            yield return Trigger("gateway-queue", QueueScalerQueries.GatewayQueue(), spec.Threshold, silenceIsFailure: true);
    }

    private Dictionary<string, object> Trigger(string name, string query, int threshold, bool silenceIsFailure) => new()
    {
        ["type"] = "prometheus",
        ["name"] = name,
        ["metricType"] = "AverageValue",
        ["metadata"] = new Dictionary<string, object>
        {
            ["serverAddress"] = _args.PrometheusAddress,
            ["query"] = query,
            ["threshold"] = threshold.ToString(CultureInfo.InvariantCulture),
            ["activationThreshold"] = "0",
            ["ignoreNullValues"] = silenceIsFailure ? "false" : "true",
        },
    };
}
