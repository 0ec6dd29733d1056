using System.Text.Json.Nodes;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Stacks.Settings;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests;

public sealed class StackFilesTests
{
    public static TheoryData<string> Stacks { get; } = new(StackFile.Stacks);

    [Fact]
    public void Every_stack_has_its_keys_in_the_same_order()
    {
        string[] common = ["clawdbot:cluster", "clawdbot:modelStorage", "clawdbot:gpuNodes", "clawdbot:pools", "clawdbot:gateway", "clawdbot:assistant"];
        Assert.All(StackFile.Stacks, stack =>
        {
            var keys = Keys(StackFile.Config(stack)).ToArray();
            Assert.Equal(common, keys.Intersect(common));
            Assert.Equal(StackSettings.Keys.Select(key => $"clawdbot:{key}").Intersect(keys), keys);
        });
    }

    [Fact]
    public void Every_pool_and_node_entry_has_the_same_keys_in_the_same_order()
    {
        var pools = StackFile.Stacks.SelectMany(stack => StackFile.Config(stack)["clawdbot:pools"]!.AsArray().Select(pool => (JsonObject)pool!.DeepClone())).ToArray();
        // What replaces a planned figure is an exception, so it may stand in one file only; the order is the same everywhere.
        string[] exceptions = ["replicas", "cpu", "memoryGiB", "startupSeconds", "drainSeconds", "autoscale"];
        Assert.All(pools, pool => Assert.Equal(Keys(pools[0]).Except(exceptions), Keys(pool).Except(exceptions)));
        Assert.All(pools, pool => Assert.Equal(PoolReader.Keys.Intersect(Keys(pool)), Keys(pool)));
        Assert.All(pools, pool => Assert.Equal(Keys((JsonObject)pools[0]["goal"]!), Keys((JsonObject)pool["goal"]!)));
        Assert.All(pools, pool => Assert.Equal(PoolReader.VllmKeys.Intersect(Keys((JsonObject)pool["vllm"]!)), Keys((JsonObject)pool["vllm"]!)));
        var nodes = StackFile.Stacks.SelectMany(stack => StackFile.Config(stack)["clawdbot:gpuNodes"]!.AsArray().Select(node => (JsonObject)node!.DeepClone())).ToArray();
        // What is for clusters on AWS only may stand there only.
        string[] common = ["sku", "count", "gpusPerNode"];
        Assert.All(nodes, node => Assert.Equal(common, Keys(node).Intersect(common)));
        Assert.All(nodes, node => Assert.Equal(GpuNodesReader.Keys.Intersect(Keys(node)), Keys(node)));
    }

    [Fact]
    public void The_stack_files_are_those_that_the_tests_know() =>
        Assert.Equal(
            StackFile.Stacks,
            Directory.GetFiles(Path.Combine(StackFile.Root, "stacks"), "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_settings_of_every_stack_are_accepted(string stack) => Assert.NotEmpty(Configuration.Of(stack).Parse().Pools);

    [Theory]
    [MemberData(nameof(Stacks))]
    public void No_stack_file_holds_a_readable_secret(string stack) =>
        Assert.All(StackFile.Config(stack).Where(pair => StackSettings.SecretKeys.Contains(pair.Key["clawdbot:".Length..])), pair => Assert.NotNull(pair.Value?["secure"]));

    [Fact]
    public void The_sizes_are_those_that_the_environments_were_planned_for()
    {
        var local = Assert.Single(Configuration.Of("local").Parse().Pools);
        Assert.True(local is { Sku: "rtx4060", Replicas: 1, Vllm: { EnforceEager: true, MaxModelLen: 16384, MaxNumBatchedTokens: 2048, MaxNumSeqs: 32 } });
        var onprem = Assert.Single(Configuration.Of("onprem").Parse().Pools);
        Assert.True(onprem is { Sku: "a10", GpusPerReplica: 2, Vllm: { MaxModelLen: 24576, MaxNumSeqs: 8, EnforceEager: false } });
        var staging = Assert.Single(Configuration.Of("staging").Parse().Pools);
        Assert.True(staging is { Sku: "a10g", GpusPerReplica: 1, Vllm: { MaxNumBatchedTokens: 4096, MaxNumSeqs: 64 } });
        Assert.Equal(["a10g 1", "a100-80 2", "h100 2"], Configuration.Of("prod").Parse().Pools.Select(pool => $"{pool.Sku} {pool.GpusPerReplica}"));
    }

    [Fact]
    public void Production_survives_the_loss_of_a_node_in_every_pool() =>
        Assert.All(Configuration.Of("prod").Parse().Pools, pool => Assert.True(pool is { Replicas: >= 3, Rollout: { SpreadStrictly: true, MaxUnavailable: 0 } }));

    [Fact]
    public void The_project_file_describes_every_key_with_its_type_and_secrecy()
    {
        var config = (JsonObject)StackFile.Read("Pulumi.yaml")["config"]!;
        Assert.Equal(StackSettings.Keys, Keys(config));
        Assert.All(config, pair =>
        {
            Assert.Contains((string?)pair.Value!["type"], new[] { "string", "integer", "boolean", "array", "object" });
            Assert.False(string.IsNullOrWhiteSpace((string?)pair.Value["description"]));
            Assert.Equal(StackSettings.SecretKeys.Contains(pair.Key), (bool?)pair.Value["secret"] ?? false);
            // Without "items" the Pulumi command refuses an array.
            Assert.Equal((string?)pair.Value["type"] == "array", pair.Value["items"] is not null);
        });
        Assert.Equal(VllmDefaults.Image, (string?)config["modelServerImage"]!["default"]);
    }

    [Fact]
    public void The_project_file_names_every_nested_key_and_every_range()
    {
        var config = (JsonObject)StackFile.Read("Pulumi.yaml")["config"]!;
        AssertMentions(config, "gpuNodes",
        [
            .. KindsAndKeys(GpuNodesReader.CapacityKeys), .. GpuNodesReader.VolumeKeys, .. GpuNodesReader.AmiFamilies, $"{GpuNodePoolDefaults.MinimumRange}", $"{GpuNodePoolDefaults.Nodes}",
            $"{NodeVolume.SizeRange}", $"{NodeVolume.ThroughputRange}", $"{NodeVolume.IopsRange}",
            .. GpuNodesReader.Keys, .. GpuNodesReader.CardKeys, .. GpuCatalog.Names, $"{ModelPoolDefaults.NodeCount}", $"{ModelPoolDefaults.GpusPerNode}",
        ]);
        AssertMentions(config, "pools",
        [
            .. PoolReader.Keys, .. PoolReader.AutoscaleKeys, $"{QueueScalerDefaults.MinReplicasRange}", $"{QueueScalerDefaults.WaitingRange}", $"{QueueScalerDefaults.ShrinkRange}", $"{QueueScalerDefaults.CooldownRange}", $"{QueueScalerDefaults.StabilizationRange}",
            .. PoolReader.GoalKeys, .. PoolReader.VllmKeys, .. VllmDefaults.SafetensorsLoadStrategies, $"{CapacityPlannerDefaults.ConcurrentRequests}", $"{CapacityPlannerDefaults.Tokens}", $"{CapacityPlannerDefaults.Milliseconds}", .. VllmDefaults.Dtypes, .. VllmDefaults.KvCacheDtypes, $"{ModelPoolDefaults.Replicas}", $"{ModelPoolDefaults.Cpu}",
            $"{ModelPoolDefaults.MemoryGiB}", $"{ModelPoolDefaults.StartupSeconds}", $"{ModelPoolDefaults.DrainSeconds}", $"{VllmDefaults.MaxModelLen}",
            $"{VllmDefaults.MaxNumSeqs}", $"{VllmDefaults.MaxNumBatchedTokens}", "0.10 to 0.95",
        ]);
        AssertMentions(config, "assistant", ["maxConcurrent", "subagents", $"{AssistantBudget.MaxConcurrentRange}", $"{AssistantBudget.SubagentsRange}"]);
        AssertMentions(config, "cluster", ["kind", "existing", "context", "kubeconfig", "file", "secret", "docker", "host", "bindAddress", "port", "certificates", "eks", .. EksReader.Keys, .. EksReader.StorageKeys, .. EksReader.Autoscalers]);
        AssertMentions(config, "addons", [.. AddonsReader.Keys, .. KindsAndKeys(AddonsReader.NodeScalerKeys)]);
        AssertMentions(config, "admission", [.. AdmissionReader.Keys, "audit", "warn", "deny", "off", .. AdmissionPoliciesDefaults.Privileged]);
        AssertMentions(config, "modelStorage", ["kind", .. ModelStorageReader.Kinds, .. ModelStorageReader.KeysByKind.Values.SelectMany(keys => keys)]);
        AssertMentions(config, "modelSource", [.. ModelSourceReader.Keys, .. ModelSourceReader.KeysByKind.Keys]);
        AssertMentions(config, "etcd", EtcdReader.Keys);
        AssertMentions(config, "gateway", GatewayReader.Keys);
        AssertMentions(config, "assistant", [.. AssistantReader.Keys, .. AssistantReader.TelegramKeys, .. AssistantReader.IMessageKeys]);
        AssertMentions(config, "alerting", [.. AlertingReader.Keys, .. KindsAndKeys(AlertingReader.ReceiverKeys)]);
        AssertMentions(config, "readiness", ReadinessReader.Keys);
        AssertMentions(config, "waivers", WaiverReader.Keys);
    }

    private static void AssertMentions(JsonObject config, string key, IEnumerable<string> words) =>
        Assert.All(words, word => Assert.Matches($@"(?<![\w-]){System.Text.RegularExpressions.Regex.Escape(word)}(?![\w])", (string)config[key]!["description"]!));

    private static IEnumerable<string> KindsAndKeys(Dictionary<string, string[]> kinds) => kinds.SelectMany(pair => pair.Value.Prepend(pair.Key)).Prepend("kind").Distinct();

    private static IEnumerable<string> Keys(JsonObject map) => map.Select(pair => pair.Key);
}
