using Clawdbot.Infra.Local;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Stacks.Tests;

[Collection(ProcessEnvironment.Name)]
public sealed class ClawdbotStackTests
{
    [Fact]
    public async Task Production_has_one_component_per_concern_and_one_per_pool()
    {
        var run = await StackRun.Start(Configuration.Of("prod"));
        Assert.Equal(
            [
                "clawdbot:assistant:ClawdbotAssistant assistant",
                "clawdbot:autoscaling:QueueScaler qwen2-5-7b-a10g-scaler",
                "clawdbot:etcd:EtcdCluster etcd",
                "clawdbot:gateway:Gateway gateway",
                "clawdbot:nodes:EksCluster cluster",
                "clawdbot:nodes:GpuNodePool a100-80-nodes",
                "clawdbot:nodes:GpuNodePool a10g-nodes",
                "clawdbot:nodes:GpuNodePool h100-nodes",
                "clawdbot:nodes:StorageNodePool storage-nodes",
                "clawdbot:observability:Dashboards dashboards",
                "clawdbot:observability:PrometheusAlerts alerts",
                "clawdbot:observability:ScrapeTargets scrape",
                "clawdbot:platform:AdmissionPolicies admission",
                "clawdbot:platform:Namespaces namespaces",
                "clawdbot:platform:PlatformAddons addons",
                "clawdbot:readiness:LoadTest load-test",
                "clawdbot:readiness:ReadinessGate readiness",
                "clawdbot:serving:ModelPool qwen2-5-14b-a100",
                "clawdbot:serving:ModelPool qwen2-5-7b-a10g",
                "clawdbot:serving:ModelPool qwen3-32b-h100",
                "clawdbot:serving:ModelServerKey gateway-model-server-key",
                "clawdbot:serving:ModelServerKey model-server-key",
                "clawdbot:storage:CephFileSystem models-ceph",
                "clawdbot:storage:ModelLoader load-qwen2-5-14b-a100",
                "clawdbot:storage:ModelLoader load-qwen2-5-7b-a10g",
                "clawdbot:storage:ModelLoader load-qwen3-32b-h100",
                "clawdbot:storage:ModelStorage models",
            ],
            run.Registered.Where(args => args.Type!.StartsWith("clawdbot:", StringComparison.Ordinal)).Select(args => $"{args.Type} {args.Name}").Order(StringComparer.Ordinal));
        Assert.Single(run.Resources.OfType<Namespaces>());
        Assert.Single(run.Resources.OfType<ModelStorage>());
    }

    [Fact]
    public async Task Every_kubernetes_object_goes_through_the_explicit_provider_of_the_named_context()
    {
        var run = await StackRun.Start(Configuration.Of("onprem"));
        var provider = Assert.Single(run.Registered, args => args.Type == "pulumi:providers:kubernetes");
        Assert.Equal("clawdbot-onprem", provider.Inputs["context"]);
        Assert.Equal("true", provider.Inputs["enableServerSideApply"]);
        Assert.False(provider.Inputs.ContainsKey("kubeconfig"));
        var objects = run.Registered.Where(args => args.Type!.StartsWith("kubernetes:", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(objects);
        Assert.All(objects, args => Assert.Contains("::kubernetes::", args.Provider, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outputs_name_the_endpoint_and_the_model_of_each_pool()
    {
        var stack = (await StackRun.Start(Configuration.Of("prod"))).Stack;
        var endpoints = await OutputUtilities.GetValueAsync(stack.Endpoints);
        Assert.Equal("http://qwen3-32b-h100.clawdbot-models.svc:8000/v1", endpoints["qwen3-32b-h100"]);
        Assert.Equal(3, endpoints.Count);
        Assert.Equal("qwen2.5:14b", (await OutputUtilities.GetValueAsync(stack.ServedModels))["qwen2-5-14b-a100"]);
    }

    [Fact]
    public async Task Summaries_and_warnings_are_plain_values()
    {
        var stack = (await StackRun.Start(Configuration.Of("onprem"))).Stack;
        var pool = Assert.Single(stack.Pools);
        Assert.Equal(("qwen3-32b-awq-a10", "Qwen/Qwen3-32B-AWQ", "a10", 2, 3), (pool.Name, pool.Model, pool.Sku, pool.GpusPerReplica, pool.Replicas));
        Assert.Equal("/mnt/ceph/models/Qwen--Qwen3-32B-AWQ/main", pool.Flags[0]);
        Assert.Contains("--max-model-len=24576", pool.Flags);
        Assert.Equal(9, stack.Warnings.Count);
    }

    [Fact]
    public async Task The_local_stack_is_a_few_containers_through_the_explicit_docker_provider()
    {
        var run = await StackRun.Start(Configuration.Of("local"));
        Assert.Single(run.Resources.OfType<LocalModelServer>());
        Assert.Equal("unix:///var/run/docker.sock", Assert.Single(run.Registered, args => args.Type == "pulumi:providers:docker").Inputs["host"]);
        var containers = run.Registered.Where(args => args.Type == "docker:index/container:Container").ToArray();
        Assert.Equal(["access-tier", "assistant", "prometheus", "qwen2-5-0-5b", "router"], containers.Select(args => args.Name!.Replace("-container", "", StringComparison.Ordinal).Replace("gateway-", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(containers, args => Assert.Contains("::docker::", args.Provider, StringComparison.Ordinal));
        Assert.Equal("http://127.0.0.1:8000/v1", (await OutputUtilities.GetValueAsync(run.Stack.Endpoints))["qwen2-5-0-5b"]);
        Assert.DoesNotContain(run.Registered, args => args.Type!.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cluster_on_aws_is_reached_with_what_it_says_itself_and_in_one_account_only()
    {
        var run = await StackRun.Start(Configuration.Of("prod"));
        var aws = Assert.Single(run.Registered, args => args.Type == "pulumi:providers:aws");
        Assert.Equal(("eu-central-1", "[\"123456789012\"]"), (aws.Inputs["region"], aws.Inputs["allowedAccountIds"]));
        Assert.False(Assert.Single(run.Registered, args => args.Type == "pulumi:providers:kubernetes").Inputs.ContainsKey("context"));
        Assert.All(run.Registered.Where(args => args.Type!.StartsWith("aws:", StringComparison.Ordinal)), args => Assert.Contains("::aws::", args.Provider, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("onprem")]
    [InlineData("local")]
    public async Task Nothing_of_aws_is_made_for_a_target_that_exists(string stack) =>
        Assert.DoesNotContain((await StackRun.Start(Configuration.Of(stack))).Registered, args => args.Type!.StartsWith("aws:", StringComparison.Ordinal) || args.Type == "pulumi:providers:aws");

    [Fact]
    public async Task A_secret_kubeconfig_reaches_the_provider()
    {
        var configuration = Configuration.Of("onprem");
        configuration["cluster"]!["kubeconfig"] = "secret";
        configuration["kubeconfig"] = "apiVersion: v1";
        var run = await StackRun.Start(configuration);
        Assert.Equal("apiVersion: v1", Assert.Single(run.Registered, args => args.Type == "pulumi:providers:kubernetes").Inputs["kubeconfig"]);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_program_before_any_resource()
    {
        var configuration = Configuration.Of("prod");
        configuration["poools"] = "x";
        configuration.Pool["replicas"] = 0;
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => StackRun.Start(configuration));
        Assert.Contains("CB1001: clawdbot:poools is not a setting", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("CB2002: clawdbot:pools[0].replicas is 0", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_other_projects_are_none_of_our_business()
    {
        var texts = Configuration.Of("onprem").Texts();
        texts["aws:region"] = "eu-central-1";
        Assert.Single((await StackRun.Start(System.Text.Json.JsonSerializer.Serialize(texts))).Stack.Pools);
    }

    [Fact]
    public async Task The_api_key_is_in_the_secret_object_only()
    {
        var run = await StackRun.Start(Configuration.Of("prod"));
        var holders = run.Registered.Where(args => Text(args.Inputs).Contains("hunter2", StringComparison.Ordinal)).Select(args => args.Name);
        Assert.Equal(["gateway-model-server-key-secret", "model-server-key-secret"], holders);
    }

    private static string Text(object? value) => value switch
    {
        System.Collections.Immutable.ImmutableDictionary<string, object> map => string.Concat(map.Values.Select(Text)),
        string text => text,
        System.Collections.IEnumerable list => string.Concat(list.Cast<object?>().Select(Text)),
        _ => "",
    };
}
