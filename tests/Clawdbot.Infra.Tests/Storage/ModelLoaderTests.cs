using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>C7, checklist item 10: a Job brings each model revision into the storage, which only it writes.</summary>
public sealed class ModelLoaderTests
{
    private const string Base = "load-qwen-qwen3-32b-awq-aaaaaaaa-";

    private static ModelLoaderSpec Spec => ModelLoaderRulesTests.Spec;

    [Fact]
    public async Task The_job_names_its_content_and_gives_up_in_time()
    {
        var (mocks, loader) = await Create(Spec);
        var job = Job(mocks);
        Assert.Matches($@"\A{Base}[0-9a-f]{{8}}-[0-9a-f]{{8}}\z", (string)job["metadata"]!["name"]!);
        Assert.Equal("clawdbot-models", (string?)job["metadata"]!["namespace"]);
        Assert.Null(job["metadata"]!["annotations"]);
        var spec = job["spec"]!;
        Assert.Equal((6.0, 259200.0, 1800.0 + (19 * 1024 / 12)), ((double)spec["backoffLimit"]!, (double)spec["ttlSecondsAfterFinished"]!, (double)spec["activeDeadlineSeconds"]!));
        Assert.Equal(
            """{"rules":[{"action":"FailJob","onExitCodes":{"containerName":"load","operator":"In","values":[2,4,5,6,7,9]}},{"action":"Ignore","onPodConditions":[{"status":"True","type":"DisruptionTarget"}]}]}""",
            spec["podFailurePolicy"]!.ToJsonString());
        Assert.Equal($"/mnt/ceph/models/Qwen--Qwen3-32B-AWQ/{new string('a', 40)}", await OutputUtilities.GetValueAsync(loader.Path));
        Assert.Equal(["loader-job"], (await OutputUtilities.GetDependenciesAsync(loader.Path)).Select(resource => resource.GetResourceName()));
        Assert.Equal("models", await OutputUtilities.GetValueAsync(loader.ClaimName));
        Assert.Contains("loader-job", (await OutputUtilities.GetDependenciesAsync(loader.ClaimName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task The_pod_is_restricted_and_writes_to_its_volumes_only()
    {
        var (mocks, _) = await Create(Spec);
        var pod = Pod(mocks);
        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.False((bool)pod["enableServiceLinks"]!);
        Assert.Equal("clawdbot-batch", (string?)pod["priorityClassName"]);
        Assert.Equal("Never", (string?)pod["restartPolicy"]);
        Assert.Equal(
            """{"fsGroup":2000,"fsGroupChangePolicy":"OnRootMismatch","runAsGroup":2000,"runAsNonRoot":true,"runAsUser":2000,"seccompProfile":{"type":"RuntimeDefault"}}""",
            pod["securityContext"]!.ToJsonString());
        JsonNode[] containers = [pod["initContainers"]![0]!, pod["containers"]![0]!];
        Assert.All(containers, container =>
        {
            Assert.Equal(
                """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"privileged":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""",
                container["securityContext"]!.ToJsonString());
            Assert.Equal("mcr.microsoft.com/dotnet/sdk:10.0.401", (string?)container["image"]);
            Assert.All(["requests", "limits"], kind => Assert.All(["cpu", "memory", "ephemeral-storage"], resource => Assert.NotNull(container["resources"]![kind]![resource])));
            Assert.Equal(ModelLoaderCommands.Environment.Keys, container["env"]!.AsArray().Select(variable => (string)variable!["name"]!));
        });
        Assert.Equal(["/loader", "/work", "/tmp"], Mounts(containers[0]).Select(mount => mount.Path));
        Assert.Equal([("/loader", true), ("/mnt/ceph/models", false), ("/work", false), ("/tmp", false)], Mounts(containers[1]));
        Assert.Equal(ModelLoaderCommands.Build, containers[0]["command"]!.AsArray().Select(part => (string)part!));
        Assert.Equal(ModelLoaderCommands.Load, containers[1]["command"]!.AsArray().Select(part => (string)part!));
    }

    [Fact]
    public async Task The_program_and_its_settings_lie_in_an_immutable_config_map_of_the_jobs_name()
    {
        var (mocks, _) = await Create(Spec);
        var map = mocks.Only("kubernetes:core/v1:ConfigMap").Inputs;
        Assert.Equal((string?)Job(mocks)["metadata"]!["name"], (string?)map["metadata"]!["name"]);
        Assert.True((bool)map["immutable"]!);
        Assert.Equal([.. ModelLoaderProgram.Sources.Keys.Append("load.json").Order(StringComparer.Ordinal)], map["data"]!.AsObject().Select(entry => entry.Key));
        var settings = JsonNode.Parse((string)map["data"]!["load.json"]!)!;
        Assert.Equal("""{"kind":"huggingFace","endpoint":"https://huggingface.co","tokenFile":""}""", settings["source"]!.ToJsonString());
        Assert.Equal(("Qwen/Qwen3-32B-AWQ", "/mnt/ceph/models", "rename", 4), ((string?)settings["model"], (string?)settings["root"], (string?)settings["publish"], (int)settings["parallelism"]!));
    }

    [Fact]
    public async Task Other_settings_are_another_job_of_the_same_loader()
    {
        var (first, _) = await Create(Spec);
        var (second, _) = await Create(Spec with { Parallelism = 2 });
        Assert.NotEqual((string?)Job(first)["metadata"]!["name"], (string?)Job(second)["metadata"]!["name"]);
        Assert.Equal((string?)first.Only("kubernetes:core/v1:ServiceAccount").Inputs["metadata"]!["name"], (string?)second.Only("kubernetes:core/v1:ServiceAccount").Inputs["metadata"]!["name"]);
    }

    [Fact]
    public async Task It_connects_to_the_port_of_its_source_only_and_nobody_connects_to_it()
    {
        var (mocks, _) = await Create(Spec);
        var policy = mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!;
        Assert.Equal("""["Ingress","Egress"]""", policy["policyTypes"]!.ToJsonString());
        Assert.Null(policy["ingress"]);
        Assert.Equal(
            """[{"ports":[{"port":443,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["169.254.0.0/16","10.0.0.0/8","100.64.0.0/10","172.16.0.0/12","192.168.0.0/16"]}},{"ipBlock":{"cidr":"::/0","except":["fc00::/7","fe80::/10"]}}]}]""",
            policy["egress"]!.ToJsonString());
        Assert.Equal("model-loader", (string?)policy["podSelector"]!["matchLabels"]![Labels.Name]);
        Assert.Equal((string?)Job(mocks)["spec"]!["template"]!["metadata"]!["labels"]![Labels.Instance], (string?)policy["podSelector"]!["matchLabels"]![Labels.Instance]);
    }

    /// <summary>A mirror may be inside; the credentials of the node never are.</summary>
    [Fact]
    public async Task A_mirror_may_be_in_a_private_network()
    {
        var (mocks, _) = await Create(Spec with { Source = new ModelSource.HuggingFace("https://hub.example.com", NeedsToken: false) });
        Assert.Equal(
            """[{"ipBlock":{"cidr":"0.0.0.0/0","except":["169.254.0.0/16"]}},{"ipBlock":{"cidr":"::/0","except":["fd00:ec2::254/128"]}}]""",
            Assert.Single(mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!["egress"]!.AsArray())!["to"]!.ToJsonString());
    }

    [Fact]
    public async Task From_aws_it_may_also_ask_the_agent_for_credentials()
    {
        var (mocks, loader) = await Create(Spec with { Source = new ModelSource.S3("weights", "models", "eu-central-1", null, null), EgressCidrs = ["10.0.0.0/8"] });
        Assert.Equal(
            """[{"ports":[{"port":443,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"10.0.0.0/8"}}]},{"ports":[{"port":80,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"169.254.170.23/32"}}]}]""",
            mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!["egress"]!.ToJsonString());
        Assert.Equal($"models/Qwen--Qwen3-32B-AWQ/{new string('a', 40)}", (string?)Source(mocks)["prefix"]);
        Assert.StartsWith(Base, await OutputUtilities.GetValueAsync(loader.ServiceAccountName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_store_has_its_port_and_keys_from_a_secret()
    {
        var (mocks, _) = await Create(Spec with { Source = new ModelSource.S3("weights", "", "us-east-1", "https://minio.example.com:9000", "minio-keys") });
        Assert.Equal(9000, (double)Assert.Single(mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!["egress"]!.AsArray())!["ports"]![0]!["port"]!);
        var keys = Pod(mocks)["containers"]![0]!["env"]!.AsArray().Where(variable => variable!["valueFrom"] is not null).ToList();
        Assert.Equal(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], keys.Select(variable => (string)variable!["name"]!));
        Assert.All(keys, variable => Assert.Equal("minio-keys", (string?)variable!["valueFrom"]!["secretKeyRef"]!["name"]));
        Assert.Equal($"Qwen--Qwen3-32B-AWQ/{new string('a', 40)}", (string?)Source(mocks)["prefix"]);
    }

    [Fact]
    public async Task From_a_folder_it_reads_a_claim_and_connects_nowhere()
    {
        var (mocks, _) = await Create(Spec with { Source = new ModelSource.LocalFolder("import", "drop") });
        Assert.True(mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!["egress"] is null or JsonArray { Count: 0 });
        Assert.Contains(("/source", true), Mounts(Pod(mocks)["containers"]![0]!));
        var volume = Assert.Single(Pod(mocks)["volumes"]!.AsArray(), volume => (string?)volume!["name"] == "source")!;
        Assert.Equal("""{"claimName":"import","readOnly":true}""", volume["persistentVolumeClaim"]!.ToJsonString());
        Assert.Equal($"/source/drop/Qwen--Qwen3-32B-AWQ/{new string('a', 40)}", (string?)Source(mocks)["path"]);
    }

    [Fact]
    public async Task The_token_lies_in_one_secret_that_is_mounted()
    {
        var (mocks, _) = await Create(Spec with { Source = new ModelSource.HuggingFace("https://hub.example.com", NeedsToken: true) }, "hf_secret");
        Assert.Equal("hf_secret", (string?)mocks.Only("kubernetes:core/v1:Secret").Inputs["stringData"]!["token"]);
        Assert.All(mocks.Resources.Where(resource => resource.Type != "kubernetes:core/v1:Secret"), resource => Assert.DoesNotContain("hf_secret", resource.Inputs.ToJsonString(), StringComparison.Ordinal));
        var volume = Assert.Single(Pod(mocks)["volumes"]!.AsArray(), volume => (string?)volume!["name"] == "token")!;
        Assert.Equal((string?)mocks.Only("kubernetes:core/v1:Secret").Inputs["metadata"]!["name"], (string?)volume["secret"]!["secretName"]);
        Assert.Equal(0x120, (double)volume["secret"]!["defaultMode"]!);
        Assert.Contains(("/run/model-source", true), Mounts(Pod(mocks)["containers"]![0]!));
        Assert.DoesNotContain(("/run/model-source", true), Mounts(Pod(mocks)["initContainers"]![0]!));
        Assert.Equal("/run/model-source/token", (string?)Source(mocks)["tokenFile"]);
    }

    [Fact]
    public async Task The_deployment_does_not_wait_where_that_is_not_wanted()
    {
        var (mocks, _) = await Create(Spec with { Wait = false, OnGpuNodes = true, CanRename = false });
        Assert.Equal("true", (string?)Job(mocks)["metadata"]!["annotations"]!["pulumi.com/skipAwait"]);
        Assert.Equal("""[{"effect":"NoSchedule","key":"nvidia.com/gpu","operator":"Exists"}]""", Pod(mocks)["tolerations"]!.ToJsonString());
        Assert.Equal("manifestLast", (string?)Settings(mocks)["publish"]);
    }

    [Theory]
    [InlineData("deepseek-ai/DeepSeek-R1-Distill-Qwen-32B_AWQ.v2", "main")]
    [InlineData("a/b", "release--candidate-.1")]
    public void Names_are_labels_whatever_the_model_is_called(string id, string revision)
    {
        var name = ModelLoaderNames.Content(new ModelReference(id, revision), ["x"]);
        Assert.True(KubernetesNames.IsDnsLabel(name), name);
        Assert.DoesNotContain("--", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_shorten_to_the_same_have_different_names() =>
        Assert.NotEqual(ModelLoaderNames.Base(new ModelReference("a/B.c", "main")), ModelLoaderNames.Base(new ModelReference("a/b-c", "main")));

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => New(Spec with { WeightsGiB = 0 }, null)));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static async Task<(RecordingMocks Mocks, ModelLoader Loader)> Create(ModelLoaderSpec spec, string? token = null)
    {
        ModelLoader? loader = null;
        var mocks = await Run.Program(() => loader = New(spec, token));
        return (mocks, loader!);
    }

    private static ModelLoader New(ModelLoaderSpec spec, string? token) => new("loader", new ModelLoaderArgs
    {
        Spec = spec,
        Namespace = "clawdbot-models",
        ClaimName = "models",
        PriorityClassName = "clawdbot-batch",
        Token = token is null ? null : (Input<string>)Output.CreateSecret(token),
    });

    private static JsonObject Job(RecordingMocks mocks) => mocks.Only("kubernetes:batch/v1:Job").Inputs;

    private static JsonNode Pod(RecordingMocks mocks) => Job(mocks)["spec"]!["template"]!["spec"]!;

    private static JsonNode Settings(RecordingMocks mocks) => JsonNode.Parse((string)mocks.Only("kubernetes:core/v1:ConfigMap").Inputs["data"]!["load.json"]!)!;

    private static JsonNode Source(RecordingMocks mocks) => Settings(mocks)["source"]!;

    private static (string Path, bool ReadOnly)[] Mounts(JsonNode container) =>
        [.. container["volumeMounts"]!.AsArray().Select(mount => ((string)mount!["mountPath"]!, (bool)mount["readOnly"]!))];
}
