using Pulumi;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using AppsV1 = Pulumi.Kubernetes.Apps.V1;

namespace Clawdbot.Infra.Gateway;

/// <summary>What each of the two programs needs: account, settings, Deployment, scaler, disruption budget, Service.</summary>
internal static class GatewayWorkload
{
    private const int ImagePullSeconds = 120;
    private const int StartSeconds = 60;
    private const int MinReadySeconds = 5;
    private const int ScaleDownSeconds = 300;

    /// <summary>Creates everything but the network policy.</summary>
    internal static (AppsV1.Deployment Deployment, Service Service) Create(string name, Gateway parent, GatewayArgs args, GatewayProgram program, params Resource[] after)
    {
        CustomResourceOptions Child() => new() { Parent = parent };
        ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = args.Namespace, Labels = program.ObjectLabels };
        var prefix = $"{name}-{program.Role}";

        var account = new ServiceAccount($"{prefix}-service-account", new ServiceAccountArgs { Metadata = Metadata(program.ObjectName), AutomountServiceAccountToken = false }, Child());
        var settings = new ConfigMap($"{prefix}-settings", new ConfigMapArgs { Metadata = Metadata(program.SettingsMap), Data = { [program.SettingsFile] = program.Settings } }, Child());

        // A rollout waits for the streams of each pod, one pod after the other at the slowest.
        var wait = TimeSpan.FromSeconds((long)program.Replicas.Maximum * (ImagePullSeconds + StartSeconds + args.Spec.Drain.GracePeriodSeconds));
        var deployment = new AppsV1.Deployment($"{prefix}-deployment", new DeploymentArgs
        {
            Metadata = Metadata(program.ObjectName),
            // Without a number of replicas: it belongs to the scaler, and each deployment would take it back.
            Spec = new DeploymentSpecArgs
            {
                MinReadySeconds = MinReadySeconds,
                ProgressDeadlineSeconds = ImagePullSeconds + StartSeconds + args.Spec.Drain.GracePeriodSeconds + MinReadySeconds,
                RevisionHistoryLimit = 5,
                Selector = new LabelSelectorArgs { MatchLabels = program.Selector },
                Strategy = new DeploymentStrategyArgs { Type = "RollingUpdate", RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 } },
                Template = GatewayPod.Template(program, args),
            },
        }, new CustomResourceOptions
        {
            Parent = parent,
            DependsOn = [account, settings, .. after],
            CustomTimeouts = new CustomTimeouts { Create = wait, Update = wait },
        });

        _ = new HorizontalPodAutoscaler($"{prefix}-autoscaler", new HorizontalPodAutoscalerArgs
        {
            Metadata = Metadata(program.ObjectName),
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = program.ObjectName },
                MinReplicas = program.Replicas.Minimum,
                MaxReplicas = program.Replicas.Maximum,
                Metrics =
                {
                    new MetricSpecArgs
                    {
                        Type = "Resource",
                        Resource = new ResourceMetricSourceArgs
                        {
                            Name = "cpu",
                            Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = GatewayDefaults.TargetCpuPercent },
                        },
                    },
                },
                Behavior = new HorizontalPodAutoscalerBehaviorArgs
                {
                    // Slowly, because the streams of a pod that goes have to end first.
                    ScaleDown = new HPAScalingRulesArgs
                    {
                        StabilizationWindowSeconds = ScaleDownSeconds,
                        Policies = { new HPAScalingPolicyArgs { Type = "Pods", Value = 1, PeriodSeconds = 60 } },
                    },
                },
            },
        }, Child());
        _ = new PodDisruptionBudget($"{prefix}-disruption-budget", new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(program.ObjectName),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                Selector = new LabelSelectorArgs { MatchLabels = program.Selector },
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Child());
        var serviceMetadata = Metadata(program.ObjectName);
        serviceMetadata.Labels = new Dictionary<string, string>(program.ObjectLabels) { [GatewayDefaults.JobLabel] = program.Job };
        var service = new Service($"{prefix}-service", new ServiceArgs
        {
            Metadata = serviceMetadata,
            Spec = new ServiceSpecArgs
            {
                Type = "ClusterIP",
                Ports =
                {
                    new ServicePortArgs { Name = program.PortName, Port = program.ServicePort, TargetPort = program.PortName, Protocol = "TCP" },
                    new ServicePortArgs { Name = GatewayDefaults.StatusPortName, Port = program.StatusPort, TargetPort = GatewayDefaults.StatusPortName, Protocol = "TCP" },
                },
                Selector = program.Selector,
            },
        }, Child());
        return (deployment, service);
    }
}
