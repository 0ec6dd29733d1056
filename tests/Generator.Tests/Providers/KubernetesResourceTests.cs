using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Pulumi.Generator.Tests.Providers;

public sealed class KubernetesResourceTests
{
    [Fact]
    public async Task A_deployment_sends_its_token_its_constants_and_its_spec()
    {
        var deployment = await RecordingMocks.RegisteredAsync("vllm", () => _ = new Kubernetes.Apps.V1.Deployment("vllm", new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Labels = { ["app"] = "vllm" } },
            Spec = new DeploymentSpecArgs
            {
                Replicas = 2,
                Strategy = new DeploymentStrategyArgs { RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = "25%", MaxUnavailable = 0 } },
                Template = new PodTemplateSpecArgs
                {
                    Spec = new PodSpecArgs
                    {
                        Containers = { new ContainerArgs { Name = "server", Ports = { new ContainerPortArgs { ContainerPortValue = 8000 } } } },
                    },
                },
                Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "vllm" } },
            },
        }));
        Assert.Equal("kubernetes:apps/v1:Deployment", deployment.Type);
        Assert.Equal("apps/v1", deployment.At("apiVersion"));
        Assert.Equal("Deployment", deployment.At("kind"));
        Assert.Equal("vllm", deployment.At("metadata", "labels", "app"));
        Assert.Equal(2.0, deployment.At("spec", "replicas"));
        Assert.Equal("25%", deployment.At("spec", "strategy", "rollingUpdate", "maxSurge"));
        Assert.Equal(0.0, deployment.At("spec", "strategy", "rollingUpdate", "maxUnavailable"));
        Assert.Equal(8000.0, deployment.At("spec", "template", "spec", "containers", 0, "ports", 0, "containerPort"));
    }

    [Fact]
    public async Task Constants_are_sent_without_any_args()
    {
        var account = await RecordingMocks.RegisteredAsync("account", () => _ = new ServiceAccount("account"));
        Assert.Equal(("kubernetes:core/v1:ServiceAccount", "v1", "ServiceAccount"), (account.Type, account.At("apiVersion"), account.At("kind")));
    }

    [Fact]
    public async Task Assigned_secret_data_becomes_secret()
    {
        var args = new SecretArgs { Data = new InputMap<string> { ["key"] = "aGk=" }, StringData = new InputMap<string> { ["key"] = "hi" } };
        Assert.True(await Output.IsSecretAsync(args.Data.ToOutput()));
        Assert.True(await Output.IsSecretAsync(args.StringData.ToOutput()));
        Assert.False(await Output.IsSecretAsync(new ConfigMapArgs { Data = new InputMap<string> { ["key"] = "hi" } }.Data.ToOutput()));
    }

    [Fact]
    public async Task Secret_data_reaches_the_engine_unchanged()
    {
        var secret = await RecordingMocks.RegisteredAsync("key", () => _ = new Secret("key", new SecretArgs { StringData = new InputMap<string> { ["a"] = "b" } }));
        Assert.Equal("kubernetes:core/v1:Secret", secret.Type);
        Assert.Equal("b", secret.At("stringData", "a"));
        Assert.False(secret.Inputs.ContainsKey("data"));
    }

    [Fact]
    public async Task A_known_value_of_an_open_enumeration_travels_as_its_text()
    {
        var service = await RecordingMocks.RegisteredAsync("api", () => _ = new Service("api", new ServiceArgs
        {
            Spec = new ServiceSpecArgs { Type = ServiceSpecType.ClusterIP, Ports = { new ServicePortArgs { Port = 80, TargetPort = "http" } } },
        }));
        Assert.Equal("ClusterIP", service.At("spec", "type"));
        Assert.Equal("http", service.At("spec", "ports", 0, "targetPort"));
    }

    [Fact]
    public async Task A_budget_takes_a_number_or_a_percentage()
    {
        var budget = await RecordingMocks.RegisteredAsync("budget", () => _ = new Kubernetes.Policy.V1.PodDisruptionBudget("budget", new PodDisruptionBudgetArgs
        {
            Spec = new PodDisruptionBudgetSpecArgs { MinAvailable = 1, MaxUnavailable = "10%" },
        }));
        Assert.Equal((1.0, "10%"), (budget.At("spec", "minAvailable"), budget.At("spec", "maxUnavailable")));
    }

    [Fact]
    public async Task A_release_sends_its_values_and_the_constant_compat()
    {
        var release = await RecordingMocks.RegisteredAsync("operator", () => _ = new Kubernetes.Helm.V3.Release("operator", new ReleaseArgs
        {
            Chart = "gpu-operator",
            Values = new InputMap<object> { ["driver"] = new InputMap<object> { ["enabled"] = false } },
        }));
        Assert.Equal("kubernetes:helm.sh/v3:Release", release.Type);
        Assert.Equal("true", release.At("compat"));
        Assert.Equal(false, release.At("values", "driver", "enabled"));
    }

    [Fact]
    public async Task A_chart_is_a_remote_component_and_sends_its_inputs()
    {
        var chart = await RecordingMocks.RegisteredAsync("keda", () => _ = new Kubernetes.Helm.V4.Chart("keda", new Kubernetes.Types.Inputs.Helm.V4.ChartArgs
        {
            Chart = "keda",
            Version = "2.17.0",
        }));
        Assert.Equal("kubernetes:helm.sh/v4:Chart", chart.Type);
        Assert.Equal(("keda", "2.17.0"), (chart.At("chart"), chart.At("version")));
    }

    [Fact]
    public async Task A_custom_resource_takes_its_token_and_inputs_from_the_derived_args()
    {
        var scaled = await RecordingMocks.RegisteredAsync(
            "scaler", () => _ = new Kubernetes.ApiExtensions.CustomResource("scaler", new ScaledObjectArgs { Spec = new InputMap<object> { ["maxReplicaCount"] = 4 } }));
        Assert.Equal("kubernetes:keda.sh/v1alpha1:ScaledObject", scaled.Type);
        Assert.Equal(("keda.sh/v1alpha1", "ScaledObject"), (scaled.At("apiVersion"), scaled.At("kind")));
        Assert.Equal(4.0, scaled.At("spec", "maxReplicaCount"));
    }

    [Fact]
    public async Task A_provider_sends_texts_as_they_are_and_the_rest_as_json()
    {
        var provider = await RecordingMocks.RegisteredAsync("cluster", () => _ = new Kubernetes.Provider("cluster", new Kubernetes.ProviderArgs
        {
            KubeConfig = "{}",
            EnableServerSideApply = true,
        }));
        Assert.Equal("pulumi:providers:kubernetes", provider.Type);
        Assert.Equal(("{}", "true"), (provider.At("kubeconfig"), provider.At("enableServerSideApply")));
    }

    [Fact]
    public async Task Get_reads_an_object_by_its_id()
    {
        var pod = await RecordingMocks.RegisteredAsync("pod", () => Pod.Get("pod", "models/vllm-0"));
        Assert.Equal(("kubernetes:core/v1:Pod", "models/vllm-0"), (pod.Type, pod.Id));
    }

    private sealed class ScaledObjectArgs() : CustomResourceArgs("keda.sh/v1alpha1", "ScaledObject")
    {
        [Input("spec", required: true)]
        public InputMap<object> Spec { get; set; } = null!;
    }
}
