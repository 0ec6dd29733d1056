using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;
using Core = Pulumi.Kubernetes.Core.V1;

namespace Clawdbot.Bench;

/// <summary>The graph that is planned. Its peer is node/graph.js: change both together; the bench compares their digests.</summary>
internal static class Graph
{
    /// <summary>One application: a ConfigMap, a Deployment that reads it through its outputs, and a Service named after the Deployment.</summary>
    public static void CreateApplication(int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"app-{index}");
        var replicas = 1 + index % 5;
        var settings = new Core.ConfigMap($"{name}-settings", new ConfigMapArgs
        {
            Metadata = Metadata($"{name}-settings", name),
            Data =
            {
                { "settings.json", string.Create(CultureInfo.InvariantCulture, $$"""{"name":"{{name}}","replicas":{{replicas}}}""") },
                { "log-level", "info" },
            },
        });
        var settingsName = settings.Metadata.Apply(metadata => metadata.Name);
        var deployment = new Apps.Deployment(name, new DeploymentArgs
        {
            Metadata = Metadata(name, name),
            Spec = new DeploymentSpecArgs
            {
                Replicas = replicas,
                Selector = new LabelSelectorArgs { MatchLabels = Labels(name) },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = Labels(name) },
                    Spec = new PodSpecArgs
                    {
                        Containers = { Server(name, settingsName) },
                        Volumes = { new VolumeArgs { Name = "settings", ConfigMap = new ConfigMapVolumeSourceArgs { Name = settingsName } } },
                    },
                },
            },
        });
        _ = new Core.Service(name, new ServiceArgs
        {
            Metadata = Metadata(deployment.Metadata.Apply(metadata => metadata.Name), name),
            Spec = new ServiceSpecArgs
            {
                Selector = Labels(name),
                Ports = { new ServicePortArgs { Name = "http", Port = 80, TargetPort = "http" } },
            },
        });
    }

    private static ContainerArgs Server(string name, Output<string> settingsName) => new()
    {
        Name = "server",
        Image = "registry.example/server:1.0.0",
        Args = { "--port", "8080", Output.Format($"--settings=/etc/{settingsName}/settings.json") },
        Env =
        {
            new EnvVarArgs { Name = "NAME", Value = name },
            new EnvVarArgs
            {
                Name = "LOG_LEVEL",
                ValueFrom = new EnvVarSourceArgs { ConfigMapKeyRef = new ConfigMapKeySelectorArgs { Name = settingsName, Key = "log-level" } },
            },
        },
        Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080 } },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { { "cpu", "250m" }, { "memory", "256Mi" } },
            Limits = { { "memory", "512Mi" } },
        },
        ReadinessProbe = new ProbeArgs
        {
            HttpGet = new HTTPGetActionArgs { Path = "/ready", Port = "http" },
            PeriodSeconds = 5,
            FailureThreshold = 3,
        },
        VolumeMounts = { new VolumeMountArgs { Name = "settings", MountPath = "/etc/settings", ReadOnly = true } },
    };

    private static ObjectMetaArgs Metadata(Input<string> name, string application)
        => new() { Name = name, Namespace = "bench", Labels = Labels(application) };

    private static InputMap<string> Labels(string application) => new()
    {
        { "app.kubernetes.io/name", application },
        { "app.kubernetes.io/part-of", "bench" },
    };
}
