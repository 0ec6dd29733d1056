using System.Text.Json.Nodes;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class StackSettingsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private const string Here = "Set it in stacks/Pulumi.test.yaml.";
    private const string Correct = "Correct it in stacks/Pulumi.test.yaml.";

    [Theory]
    [InlineData(null, false)]
    [InlineData("not json", false)]
    [InlineData("""{"kind":"existing","kubeconfig":"file"}""", false)]
    [InlineData("""{"kind":"existing","kubeconfig":"secret"}""", true)]
    public void A_kubeconfig_is_required_where_the_cluster_is_reached_with_it(string? cluster, bool required) =>
        Assert.Equal(required, StackSettings.RequiredSecretKeys(cluster is null ? [] : new Dictionary<string, string> { ["cluster"] = cluster }).Contains(StackSettings.Kubeconfig));

    [Theory]
    [InlineData("modelSource", """{"kind":"huggingFace","tokenSecret":true}""", StackSettings.ModelSourceToken)]
    [InlineData("assistant", """{"telegram":{}}""", StackSettings.TelegramBotToken)]
    [InlineData("assistant", """{"telegram":{"enabled":true}}""", StackSettings.TelegramBotToken)]
    [InlineData("assistant", """{"imessage":{}}""", StackSettings.MacPrivateKey)]
    public void A_secret_is_required_where_something_uses_it(string section, string text, string secret) =>
        Assert.Equal([StackSettings.ModelServerApiKey, secret], StackSettings.RequiredSecretKeys(new Dictionary<string, string> { [section] = text }).AsEnumerable());

    [Theory]
    [InlineData("modelSource", """{"kind":"huggingFace"}""")]
    [InlineData("assistant", """{"telegram":{"enabled":false}}""")]
    public void A_secret_that_nothing_uses_is_not_required(string section, string text) =>
        Assert.Equal([StackSettings.ModelServerApiKey], StackSettings.RequiredSecretKeys(new Dictionary<string, string> { [section] = text }).AsEnumerable());

    [Fact]
    public void Reads_a_stack_on_kubernetes()
    {
        var settings = Configuration.Of("onprem").Parse();
        Assert.Equal(new ClusterTarget.Existing("clawdbot-onprem", KubeconfigIsSecret: false), settings.Cluster);
        Assert.Equal(new ModelVolume.CephFs(500, new CephDevices.HostDevices(["nvme1n1"]) { DeviceGiB = 1788 }).CapacityGiB, settings.ModelStorage.DeclaredGiB);
        Assert.True(settings.Production);
        Assert.Equal([new GpuNodeSettings("a10", 3, 2)], settings.GpuNodes.AsEnumerable());
        var pool = Assert.Single(settings.Pools);
        Assert.Equal(new GpuNodes(3, 2), pool.Nodes);
        Assert.Equal(VllmDefaults.Image, pool.Image);
        Assert.Null(pool.Vllm.Quantization);
    }

    [Fact]
    public void Reads_a_stack_on_docker()
    {
        var settings = Configuration.Of("local").Parse();
        Assert.Equal(new ClusterTarget.Docker("unix:///var/run/docker.sock", "127.0.0.1", 8000, "/srv/clawdbot/certificates"), settings.Cluster);
        Assert.True(settings.ModelStorage is ModelVolume.HostPath { Path: "/srv/models", CapacityGiB: 50, Nodes.IsEmpty: true });
    }

    [Fact]
    public void Reads_the_optional_keys()
    {
        var configuration = Configuration.Of("onprem");
        configuration["modelServerImage"] = "registry.local/vllm:v0.27.1-cu129";
        configuration.Vllm["quantization"] = "awq";
        configuration.Vllm["kvCacheDtype"] = "fp8";
        configuration.Vllm["extraFlags"] = new JsonArray("--scheduling-policy=priority");
        configuration["modelStorage"] = new JsonObject { ["kind"] = "hostPath", ["path"] = "/srv/models", ["capacityGiB"] = 100, ["nodes"] = new JsonArray("gpu-1") };
        var settings = configuration.Parse();
        var pool = Assert.Single(settings.Pools);
        Assert.Equal("registry.local/vllm:v0.27.1-cu129", pool.Image);
        Assert.Equal(("awq", "fp8"), (pool.Vllm.Quantization, pool.Vllm.KvCacheDtype));
        Assert.Equal(["--scheduling-policy=priority"], pool.Vllm.ExtraFlags.AsEnumerable());
        Assert.Equal(["gpu-1"], Assert.IsType<ModelVolume.HostPath>(settings.ModelStorage).Nodes.AsEnumerable());
    }

    [Fact]
    public void Pools_on_the_same_nodes_share_their_gpus()
    {
        var configuration = Configuration.Of("prod");
        ((JsonObject)configuration["pools"]![2]!)["sku"] = "a100-80";
        configuration["pools"]![2]!["vllm"]!["tensorParallelSize"] = 2;
        var pools = configuration.Parse().Pools;
        Assert.Equal(new GpuNodes(3, 8, GpusUsedByOthers: 6), pools[1].Nodes);
        Assert.Equal(new GpuNodes(3, 8, GpusUsedByOthers: 6), pools[2].Nodes);
        Assert.Equal(new GpuNodes(5, 1), pools[0].Nodes);
    }

    [Fact]
    public void Rejects_an_unknown_top_level_key_and_suggests_the_nearest() => Rejects(
        configuration => configuration["poools"] = "x",
        $"CB1001: clawdbot:poools is not a setting; allowed: {string.Join(", ", StackSettings.Keys)}. Did you mean 'pools'? {Correct}");

    [Fact]
    public void Rejects_a_misspelt_nested_key_and_names_the_missing_one() => Rejects(
        configuration =>
        {
            configuration.Pool.Remove("goal");
            configuration.Pool["gaol"] = 3;
        },
        $"CB1001: clawdbot:pools[0].gaol is not a setting; allowed: name, model, revision, modelConfig, sku, replicas, goal, cpu, memoryGiB, startupSeconds, drainSeconds, autoscale, vllm. Did you mean 'goal'? {Correct}",
        $"CB1002: clawdbot:pools[0].goal is missing; allowed: an object. {Here}");

    [Fact]
    public void Rejects_a_flag_that_vllm_never_had_by_name() => Rejects(
        configuration => configuration.Vllm["batchMaxTokens"] = 4096,
        $"CB1001: clawdbot:pools[0].vllm.batchMaxTokens is not a setting; allowed: servedModelName, maxModelLen, gpuMemoryUtilization, maxNumSeqs, maxNumBatchedTokens, tensorParallelSize, dtype, quantization, kvCacheDtype, enforceEager, prefixCaching, safetensorsLoadStrategy, toolCallParser, extraFlags. vLLM has no --batch-max-tokens: It never existed; the option is --max-num-batched-tokens. {Correct}");

    [Fact]
    public void Rejects_wrong_types_without_follow_up_errors() => Rejects(
        configuration =>
        {
            configuration.Pool["replicas"] = "three";
            configuration.Pool["cpu"] = 1.5;
            configuration.Pool["goal"]!["contextTokens"] = "long";
            configuration.Pool["name"] = 7;
            configuration.Vllm["maxNumBatchedTokens"] = true;
            configuration.Vllm["enforceEager"] = "no";
            configuration.Vllm["gpuMemoryUtilization"] = new JsonArray(1, 2);
            configuration.Vllm["extraFlags"] = "--seed=1";
        },
        $"CB1003: clawdbot:pools[0].name is 7; allowed: a text. {Here}",
        $"CB1003: clawdbot:pools[0].replicas is the text 'three'; allowed: a whole number. {Here}",
        $"CB1003: clawdbot:pools[0].goal.contextTokens is the text 'long'; allowed: a whole number. {Here}",
        $"CB1003: clawdbot:pools[0].cpu is 1.5; allowed: a whole number. {Here}",
        $"CB1003: clawdbot:pools[0].vllm.gpuMemoryUtilization is a list of 2; allowed: a number. {Here}",
        $"CB1003: clawdbot:pools[0].vllm.maxNumBatchedTokens is true; allowed: a whole number. {Here}",
        $"CB1003: clawdbot:pools[0].vllm.enforceEager is the text 'no'; allowed: true or false. {Here}",
        $"CB1003: clawdbot:pools[0].vllm.extraFlags is the text '--seed=1'; allowed: a list of texts. {Here}");

    [Fact]
    public void Rejects_mistakes_of_every_kind_in_one_go() => Rejects(
        configuration =>
        {
            configuration["claster"] = "x";
            configuration["cluster"] = new JsonObject { ["kind"] = "exsiting" };
            configuration["modelStorage"] = null;
            configuration["modelServerApiKey"] = null;
            configuration["gpuNodes"]![0]!["count"] = -1;
            configuration.Pool["replicas"] = 0;
            configuration.Pool["memoryGiB"] = "much";
            configuration.Vllm["quantization"] = "fp16";
            configuration.Vllm["maxNumSeqs"] = 4096;
        },
        $"CB1001: clawdbot:claster is not a setting; allowed: {string.Join(", ", StackSettings.Keys)}. Did you mean 'cluster'? {Correct}",
        $"CB1004: clawdbot:cluster.kind is 'exsiting'; allowed: existing or eks or docker. Did you mean 'existing'? {Here}",
        $"CB1002: clawdbot:modelStorage is missing; allowed: a value, see Pulumi.yaml. {Here}",
        $"CB1003: clawdbot:pools[0].memoryGiB is the text 'much'; allowed: a whole number. {Here}",
        "CB1002: clawdbot:modelServerApiKey is missing; allowed: a secret. Set it with `pulumi config set --secret modelServerApiKey --stack test`.",
        $"CB2002: clawdbot:gpuNodes[0].count is -1; allowed: 1 to 1000. {Here}",
        $"CB2002: clawdbot:pools[0].replicas is 0; allowed: 1 to 64. {Here}",
        $"CB2005: clawdbot:pools[0].vllm.maxNumSeqs is 4096; allowed: at most maxNumBatchedTokens, which is 2048. {Here}",
        $"CB2003: clawdbot:pools[0].vllm.quantization is 'fp16'; allowed: {string.Join(", ", VllmDefaults.Quantizations)}. 16-bit inference is not a quantization: leave the key out and set dtype. {Here}");

    [Fact]
    public void Rejects_nothing_at_all_by_naming_everything_that_is_needed()
    {
        var exception = Assert.Throws<DiagnosticException>(() => StackSettings.Parse(new ConfigurationText(new Dictionary<string, string>(), []), "test", Today));
        Assert.Equal(
            ["clawdbot:cluster", "clawdbot:modelStorage", "clawdbot:gpuNodes", "clawdbot:pools", "clawdbot:modelServerApiKey", "clawdbot:gateway", "clawdbot:assistant"],
            exception.Diagnostics.Select(diagnostic => diagnostic.Subject));
        Assert.All(exception.Diagnostics, diagnostic => Assert.Equal(DiagnosticIds.MissingSetting, diagnostic.Id));
    }

    [Fact]
    public void Rejects_text_where_structure_is_needed() => Rejects(
        configuration =>
        {
            configuration["cluster"] = "existing";
            configuration["modelStorage"] = new JsonArray(1);
            configuration["gpuNodes"] = "[]";
            configuration["pools"] = new JsonArray("qwen");
        },
        $"CB1003: clawdbot:cluster is the text 'existing'; allowed: an object or a list, as in Pulumi.yaml. {Here}",
        $"CB1003: clawdbot:modelStorage is a list of 1; allowed: an object with the keys kind, capacityGiB, replicas, nodes, failureDomain, storageClass, devices, deviceGiB, throughputPerTiB, metadataIops, fileSystemId, dnsName, mountName, bucket, region, prefix, create, claim, path. {Here}",
        $"CB1003: clawdbot:gpuNodes is a list of 0; allowed: a list with at least one entry. {Here}",
        $"CB1003: clawdbot:pools[0] is the text 'qwen'; allowed: an object with the keys name, model, revision, modelConfig, sku, replicas, goal, cpu, memoryGiB, startupSeconds, drainSeconds, autoscale, vllm. {Here}");

    [Fact]
    public void Rejects_a_key_that_belongs_to_the_other_kind() => Rejects(
        configuration => configuration["cluster"]!["port"] = 8000,
        $"CB1001: clawdbot:cluster.port is not a setting; allowed: kind, context, kubeconfig. {Correct}");

    [Fact]
    public void Rejects_two_pools_of_one_name_and_a_sku_without_nodes() => Rejects(
        configuration =>
        {
            var second = (JsonObject)configuration.Pool.DeepClone();
            second["sku"] = "h100";
            configuration["pools"]!.AsArray().Add((JsonNode)second);
        },
        $"CB1006: clawdbot:pools[1].name is 'qwen3-32b-awq-a10' again; allowed: each pool name once. {Here}",
        $"CB1005: clawdbot:pools[1].sku is 'h100'; allowed: a SKU of clawdbot:gpuNodes: a10. {Here}");

    [Fact]
    public void Rejects_pools_that_together_need_more_gpus_than_there_are() => Rejects(
        configuration =>
        {
            var second = (JsonObject)configuration.Pool.DeepClone();
            second["name"] = "second";
            second["replicas"] = 1;
            configuration["pools"]!.AsArray().Add((JsonNode)second);
        },
        $"CB2008: clawdbot:pools[0].replicas is 3; allowed: at most 1: 3 a10 nodes of 2 GPUs, 2 per replica, 2 used by other pools. {Here}",
        $"CB2008: clawdbot:pools[1].replicas is 1; allowed: at most 0: 3 a10 nodes of 2 GPUs, 2 per replica, 6 used by other pools. {Here}");

    [Fact]
    public void Rejects_node_entries_that_repeat_or_name_no_known_card() => Rejects(
        configuration =>
        {
            configuration["gpuNodes"]!.AsArray().Add((JsonNode)new JsonObject { ["sku"] = "a10", ["count"] = 1, ["gpusPerNode"] = 1 });
            configuration["gpuNodes"]!.AsArray().Add((JsonNode)new JsonObject { ["sku"] = "h1000", ["count"] = 1, ["gpusPerNode"] = 17 });
        },
        $"CB1006: clawdbot:gpuNodes[1].sku is 'a10' again; allowed: one entry for each SKU. {Here}",
        $"CB2006: clawdbot:gpuNodes[2].sku is 'h1000'; allowed: {string.Join(", ", GpuCatalog.Names)}. Did you mean 'h100'? {Here}",
        $"CB2002: clawdbot:gpuNodes[2].gpusPerNode is 17; allowed: 1 to 16. {Here}");

    [Fact]
    public void Rejects_what_docker_cannot_do() => Rejects(
        configuration =>
        {
            configuration["cluster"] = new JsonObject { ["kind"] = "docker", ["host"] = "docker.sock", ["bindAddress"] = "everywhere", ["port"] = 80 };
            configuration["pools"]!.AsArray().Add((JsonNode)Renamed(configuration.Pool, "second"));
        },
        $"CB2010: clawdbot:cluster.host is 'docker.sock'; allowed: unix://…, ssh://…, tcp://… or npipe://…. {Here}",
        $"CB2001: clawdbot:cluster.bindAddress is 'everywhere'; allowed: an IP address of the machine, such as 127.0.0.1. {Here}",
        $"CB2002: clawdbot:cluster.port is 80; allowed: 1024 to 65535. {Here}",
        $"CB1005: clawdbot:cluster.kind is 'docker'; allowed: 'existing' with modelStorage.kind 'cephFs'. Docker has no claims: use 'hostPath'. {Here}",
        $"CB1005: clawdbot:cluster.kind is 'docker'; allowed: 'existing' with 2 pools. Docker runs one pool on one machine. {Here}",
        $"CB1005: clawdbot:cluster.kind is 'docker'; allowed: 'existing' with more than one node. Docker runs on one machine: one entry in gpuNodes, count 1. {Here}",
        $"CB2013: clawdbot:pools[0].replicas is 3; allowed: 1 with Docker, which runs one server on one machine. {Here}",
        $"CB2013: clawdbot:pools[1].replicas is 3; allowed: 1 with Docker, which runs one server on one machine. {Here}",
        $"CB2008: clawdbot:pools[0].replicas is 3; allowed: at most 0: 3 a10 nodes of 2 GPUs, 2 per replica, 6 used by other pools. {Here}",
        $"CB2008: clawdbot:pools[1].replicas is 3; allowed: at most 0: 3 a10 nodes of 2 GPUs, 2 per replica, 6 used by other pools. {Here}",
        $"CB1005: clawdbot:modelSource is set; allowed: nothing with clawdbot:cluster.kind 'docker'. One machine has no such part. Remove it from stacks/Pulumi.test.yaml.",
        $"CB1005: clawdbot:etcd is set; allowed: nothing with clawdbot:cluster.kind 'docker'. One machine has no such part. Remove it from stacks/Pulumi.test.yaml.",
        $"CB1005: clawdbot:gateway.images.kind is for a registry; allowed: 'published' or 'onMachine' with clawdbot:cluster.kind 'docker'. One machine needs no registry. {Here}",
        $"CB1005: clawdbot:gateway.exposure is set; allowed: nothing with clawdbot:cluster.kind 'docker'. Docker publishes the gateway on cluster.bindAddress. {Here}",
        $"CB1005: clawdbot:gateway.replicas is set; allowed: nothing with clawdbot:cluster.kind 'docker'. One machine runs one of each. {Here}");

    [Fact]
    public void Rejects_a_pool_that_does_not_fit_with_numbers_and_proposals() => Rejects(
        configuration =>
        {
            configuration["gpuNodes"]![0]!["gpusPerNode"] = 1;
            configuration["gpuNodes"]![0]!["pricePerGpuHour"] = 0.5;
        },
        "CB3010: clawdbot:pools[0] is too large for 1 x a10: KV cache of one request of 24576 tokens, 6.00 GiB, exceeds KV memory 0.10 GiB by 5.90 GiB; allowed: "
        + "(1) the smaller model Qwen/Qwen3-4B ($1.50/h); (2) 2 a10 cards for each server (tensorParallelSize: 2), on nodes with 2 (these have 1) ($3.00/h); "
        + $"(3) 1 x l40s for each server ($5.58/h); (4) 2 x l4 for each server ($6.90/h). {Here}");

    [Fact]
    public void Accepts_flags_that_replace_planned_ones()
    {
        var configuration = Configuration.Of("onprem");
        configuration.Vllm["maxModelLen"] = 16384;
        configuration.Vllm["maxNumSeqs"] = 12;
        configuration.Vllm["gpuMemoryUtilization"] = 0.9;
        configuration.Vllm["enforceEager"] = true;
        configuration.Pool["drainSeconds"] = 75;
        var pool = Assert.Single(configuration.Parse().Pools);
        Assert.True(pool is { DrainSeconds: 75, Vllm: { MaxModelLen: 16384, MaxNumSeqs: 12, GpuMemoryUtilization: 0.9, EnforceEager: true } });
        Assert.Contains("maxModelLen 16384 is shorter than goal.contextTokens 24576.", pool.Plan.Warnings);
    }

    [Fact]
    public void Rejects_a_flag_with_which_the_server_would_not_start()
    {
        var configuration = Configuration.Of("onprem");
        configuration.Vllm["tensorParallelSize"] = 1;
        var diagnostic = Assert.Single(Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics);
        Assert.Equal((DiagnosticIds.DoesNotFitGpu, "clawdbot:pools[0]"), (diagnostic.Id, diagnostic.Subject));
        Assert.StartsWith("too large for 1 x a10: KV cache of one request of 24576 tokens", diagnostic.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_an_assistant_that_may_ask_more_than_the_pools_answer() => Rejects(
        configuration => configuration["assistant"] = new JsonObject { ["maxConcurrent"] = 5, ["subagents"] = 4 },
        $"CB3013: clawdbot:assistant.maxConcurrent is 5, so that 5 conversations x (1 + 4 subagents) = 25 requests at once; the pools answer 24; allowed: maxConcurrent x (1 + subagents) up to 24, the sum of maxNumSeqs over all servers. The rest would wait in vLLM's queue, where no priority applies. {Here}");

    [Fact]
    public void Accepts_a_card_that_the_catalogue_does_not_have()
    {
        var configuration = Configuration.Of("onprem");
        var node = (JsonObject)configuration["gpuNodes"]![0]!;
        node["sku"] = "rtxa9000";
        node["card"] = new JsonObject { ["memoryMiB"] = 49140, ["computeCapability"] = 8.9, ["bandwidthGBps"] = 960, ["tflops16"] = 180 };
        configuration.Pool["sku"] = "rtxa9000";
        ((JsonObject)configuration.Pool["goal"]!).Remove("answerMilliseconds");
        var pool = Assert.Single(configuration.Parse().Pools);
        Assert.Equal(("rtxa9000", 1), (pool.Sku, pool.GpusPerReplica));
    }

    [Fact]
    public void Rejects_figures_that_no_card_has() => Rejects(
        configuration => ((JsonObject)configuration["gpuNodes"]![0]!)["card"] =
            new JsonObject { ["memoryMiB"] = 10, ["computeCapability"] = 89, ["bandwidthGBps"] = 0, ["tflops16"] = 180 },
        $"CB2002: clawdbot:gpuNodes[0].card.memoryMiB is 10; allowed: 1024 to 1048576. {Here}",
        $"CB2002: clawdbot:gpuNodes[0].card.computeCapability is 89; allowed: 7.0 to 20.0, as `nvidia-smi --query-gpu=compute_cap --format=csv` prints it. {Here}",
        $"CB2002: clawdbot:gpuNodes[0].card.bandwidthGBps is 0; allowed: above 0. {Here}");

    [Fact]
    public void Rejects_an_unknown_model_and_suggests_the_nearest() => Rejects(
        configuration => configuration.Pool["model"] = "Qwen/Qwn3-32B-AWQ",
        $"CB3001: clawdbot:pools[0].model is 'Qwen/Qwn3-32B-AWQ'; allowed: a model of the catalogue, or modelConfig with the path of its config.json. Did you mean 'Qwen/Qwen3-32B-AWQ'? {Here}");

    [Fact]
    public void Rejects_a_mistyped_model_of_a_known_family() => Rejects(
        configuration => configuration["pools"]![0]!["model"] = "Qwen/Qwen3-32B-AWX",
        $"CB3001: clawdbot:pools[0].model is 'Qwen/Qwen3-32B-AWX'; allowed: a model of the catalogue, or modelConfig with the path of its config.json. Did you mean 'Qwen/Qwen3-32B-AWQ'? {Here}");

    [Fact]
    public void Rejects_a_release_that_lacks_a_needed_flag() => Rejects(
        configuration => configuration["modelServerImage"] = "vllm/vllm-openai:v0.17.1",
        $"CB3012: clawdbot:modelServerImage is 'vllm/vllm-openai:v0.17.1'; allowed: releases with --shutdown-timeout, which this configuration needs. It exists since vLLM 0.18.0; pin that release or a newer one. {Here}");

    [Fact]
    public void Rejects_a_secret_kubeconfig_that_is_not_set() => Rejects(
        configuration =>
        {
            configuration["cluster"]!["kubeconfig"] = "secret";
            // What the default of Pulumi.yaml puts there.
            configuration["kubeconfig"] = "";
        },
        "CB1002: clawdbot:kubeconfig is missing; allowed: a secret. Set it with `pulumi config set --secret kubeconfig --stack test`.");

    [Fact]
    public void Accepts_a_secret_kubeconfig_that_is_set()
    {
        var configuration = Configuration.Of("onprem");
        configuration["cluster"]!["kubeconfig"] = "secret";
        configuration["kubeconfig"] = "apiVersion: v1";
        Assert.Equal(new ClusterTarget.Existing("clawdbot-onprem", KubeconfigIsSecret: true), configuration.Parse().Cluster);
    }

    [Fact]
    public void Rejects_an_empty_context() => Rejects(
        configuration => configuration["cluster"]!["context"] = " ",
        $"CB2001: clawdbot:cluster.context is ' '; allowed: the name of a context, see `kubectl config get-contexts`. {Here}");

    [Fact]
    public void Rejects_an_encrypted_value_of_a_plain_key_without_showing_it()
    {
        var texts = Configuration.Of("onprem").Texts().ToDictionary(pair => pair.Key["clawdbot:".Length..], pair => pair.Value);
        texts["modelStorage"] = "hunter2";
        texts["modelServerImage"] = "hunter3";
        var exception = Assert.Throws<DiagnosticException>(() => StackSettings.Parse(new ConfigurationText(texts, ["modelStorage", "modelServerImage"]), "test", Today));
        Assert.Equal(
            [
                $"CB1003: clawdbot:modelStorage is encrypted; allowed: plain text, because its values appear in reports. Only {string.Join(" and ", StackSettings.SecretKeys)} are secrets. {Here}",
                $"CB1003: clawdbot:modelServerImage is encrypted; allowed: plain text, because its values appear in reports. Only {string.Join(" and ", StackSettings.SecretKeys)} are secrets. {Here}",
            ],
            exception.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Secrets_are_not_kept_with_the_other_values()
    {
        var text = new ConfigurationText(new Dictionary<string, string> { ["modelServerApiKey"] = "hunter2", ["cluster"] = "{}" }, []);
        Assert.Equal(["cluster"], text.Values.Keys);
        Assert.Equal(["modelServerApiKey"], text.SecretsSet.AsEnumerable());
    }

    [Fact]
    public void Warns_about_a_secret_in_plain_text_and_an_image_without_digest()
    {
        var texts = Configuration.Of("onprem").Texts().ToDictionary(pair => pair.Key["clawdbot:".Length..], pair => pair.Value);
        Assert.Equal(
            [
                "clawdbot:modelServerApiKey is stored as plain text; store it with `pulumi config set --secret modelServerApiKey`.",
                $"Image {VllmDefaults.Image} is pinned by tag only, which its registry can move; set clawdbot:modelServerImage with a digest.",
                "Pool 'qwen3-32b-awq-a10': revision 'main' of Qwen/Qwen3-32B-AWQ can change; pin a commit of 40 hexadecimal digits.",
                "Pool 'qwen3-32b-awq-a10' has no spare GPU: an update stops one replica before its successor has loaded the model.",
                "etcd's backups stay on a volume of the same cluster: losing the cluster loses them too.",
                "etcd's members may share a zone: losing that zone can stop changes of the configuration.",
                "Assistant: qwen3:32b has a context of 24576 tokens; conversations are shortened early below 32000.",
                "Assistant: no chat channel is on; it can be reached through its own port only.",
                "Nobody is told of critical alerts; set clawdbot:alerting.critical.",
                "Nobody notices when Prometheus itself dies; set clawdbot:alerting.deadMan to a service that expects a call every minute.",
            ],
            StackSettings.Parse(new ConfigurationText(texts, []), "test", Today).Warnings.AsEnumerable());
    }

    private static JsonObject Renamed(JsonObject pool, string name)
    {
        var copy = (JsonObject)pool.DeepClone();
        copy["name"] = name;
        return copy;
    }

    private static void Rejects(Action<Configuration> change, params string[] expected)
    {
        var configuration = Configuration.Of("onprem");
        change(configuration);
        Assert.Equal(expected, Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
