using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Readiness;

/// <summary>C9: the Job that decides about production, and the probe of the storage beside it.</summary>
public sealed class ReadinessGateTests
{
    private static ReadinessSpec Spec { get; } = ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec(), new ReadinessOptions());

    [Fact]
    public async Task The_job_is_named_by_its_plan_and_ends_for_good_on_failed_items()
    {
        var (mocks, gate) = await Create(Spec);
        var job = Named(mocks, "gate-job");
        var name = (string)job["metadata"]!["name"]!;
        Assert.Matches(@"\Areadiness-[0-9a-f]{8}\z", name);
        Assert.Equal("clawdbot", (string?)job["metadata"]!["namespace"]);
        Assert.Null(job["metadata"]!["annotations"]);
        var spec = job["spec"]!;
        Assert.Equal((1, 259200, Spec.JobSeconds), ((int)spec["backoffLimit"]!, (int)spec["ttlSecondsAfterFinished"]!, (int)spec["activeDeadlineSeconds"]!));
        Assert.Equal(
            """{"rules":[{"action":"FailJob","onExitCodes":{"containerName":"gate","operator":"In","values":[1,2]}},{"action":"Ignore","onPodConditions":[{"status":"True","type":"DisruptionTarget"}]}]}""",
            spec["podFailurePolicy"]!.ToJsonString());
        Assert.Equal(name, await OutputUtilities.GetValueAsync(gate.JobName));
        Assert.Equal(["gate-job"], (await OutputUtilities.GetDependenciesAsync(gate.JobName)).Select(resource => resource.GetResourceName()));
        Assert.True(mocks.Arrivals.ToList().IndexOf("gate-job") > mocks.Arrivals.ToList().IndexOf("gate-storage-job"));
    }

    [Fact]
    public async Task Another_plan_is_another_job_of_both_and_the_same_plan_is_not()
    {
        var (first, _) = await Create(Spec);
        var (again, _) = await Create(Spec);
        var (other, _) = await Create(Spec with { PlanHash = "other" });
        Assert.All(["gate-job", "gate-storage-job"], job =>
        {
            Assert.Equal(NameOf(first, job), NameOf(again, job));
            Assert.NotEqual(NameOf(first, job), NameOf(other, job));
        });
    }

    [Fact]
    public async Task All_pods_are_restricted_and_mount_what_they_need_only()
    {
        var (mocks, _) = await Create(Spec);
        foreach (var job in new[] { "gate-job", "gate-storage-job" })
        {
            var pod = Named(mocks, job)["spec"]!["template"]!["spec"]!;
            Assert.False((bool)pod["automountServiceAccountToken"]!);
            Assert.False((bool)pod["enableServiceLinks"]!);
            Assert.Equal(
                """{"fsGroup":2000,"fsGroupChangePolicy":"OnRootMismatch","runAsGroup":2000,"runAsNonRoot":true,"runAsUser":2000,"seccompProfile":{"type":"RuntimeDefault"}}""",
                pod["securityContext"]!.ToJsonString());
            Assert.All([pod["initContainers"]![0]!, pod["containers"]![0]!], container =>
            {
                Assert.Equal(
                    """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"privileged":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""",
                    container["securityContext"]!.ToJsonString());
                Assert.All(["requests", "limits"], kind => Assert.All(["cpu", "memory", "ephemeral-storage"], resource => Assert.NotNull(container["resources"]![kind]![resource])));
            });
        }
        var mounts = Mounts(mocks, "gate-job");
        Assert.Equal(
            [("/readiness", true), ("/run/clawdbot/gateway", true), ("/run/clawdbot/token", true), ("/run/clawdbot/etcd/tls", true), ("/run/clawdbot/etcd/credentials", true), ("/opt/clawdbot", true), ("/work", false), ("/tmp", false)],
            mounts);
        Assert.Equal([("/readiness", true), ("/mnt/ceph/models", false), ("/mnt/ceph/models-as-servers-see-them", true), ("/work", false), ("/tmp", false)], Mounts(mocks, "gate-storage-job"));
    }

    [Fact]
    public async Task Secrets_are_mounted_by_name_the_gateways_without_its_key_and_the_script_as_the_gateway_has_it()
    {
        var (mocks, _) = await Create(Spec);
        var volumes = Volumes(mocks, "gate-job").ToDictionary(volume => (string)volume["name"]!);
        Assert.Equal("""{"defaultMode":288,"items":[{"key":"ca.crt","path":"ca.crt"}],"secretName":"gateway-tls"}""", volumes["gateway-authority"]["secret"]!.ToJsonString());
        Assert.Equal("""{"defaultMode":288,"items":[{"key":"token","path":"token"}],"secretName":"assistant-gateway-token"}""", volumes["gateway-token"]["secret"]!.ToJsonString());
        Assert.Equal("""{"defaultMode":288,"secretName":"etcd-client-operator"}""", volumes["etcd-tls"]["secret"]!.ToJsonString());
        Assert.Equal("""{"defaultMode":288,"secretName":"etcd-operator-credentials"}""", volumes["etcd-credentials"]["secret"]!.ToJsonString());
        Assert.Equal("""{"defaultMode":365,"name":"gateway-healthcheck"}""", volumes["healthcheck"]["configMap"]!.ToJsonString());
    }

    [Fact]
    public async Task The_settings_say_where_everything_is()
    {
        var (mocks, _) = await Create(Spec);
        var map = Named(mocks, "gate-program");
        Assert.True((bool)map["immutable"]!);
        Assert.Equal([.. ReadinessProgram.Program.Sources.Keys.Append("readiness.json").Order(StringComparer.Ordinal)], map["data"]!.AsObject().Select(entry => entry.Key));
        var settings = JsonNode.Parse((string)map["data"]!["readiness.json"]!)!;
        Assert.Equal("""{"baseUrl":"https://gateway.clawdbot.svc/v1","caFile":"/run/clawdbot/gateway/ca.crt","tokenFile":"/run/clawdbot/token/token","certificateHours":24}""", settings["gateway"]!.ToJsonString());
        Assert.Equal("""[{"name":"qwen3:32b","contextTokens":24576,"targetMilliseconds":4500,"concurrency":16}]""", settings["models"]!.ToJsonString());
        var checks = settings["checks"]!;
        Assert.Equal("http://router.clawdbot.svc:9090/status", (string?)checks["routerStatusUrl"]);
        Assert.Equal("http://router.clawdbot.svc:9090/livez", (string?)checks["routerHealthUrl"]);
        Assert.Equal("http://readiness-storage.clawdbot-models.svc:8081/storage", (string?)checks["storageUrl"]);
        Assert.Equal("/opt/clawdbot/healthcheck.sh", (string?)checks["script"]);
        Assert.Equal("/clawdbot/mode", (string?)checks["etcd"]!["modeKey"]);
        Assert.Equal(3, checks["etcd"]!["endpoints"]!.AsArray().Count);
        Assert.Equal(["dotnet", "/work/app/Clawdbot.Readiness.dll", "gate", "/readiness/readiness.json"], Named(mocks, "gate-job")["spec"]!["template"]!["spec"]!["containers"]![0]!["command"]!.AsArray().Select(part => (string)part!));
    }

    [Fact]
    public async Task It_connects_to_what_it_checks_only_and_nobody_connects_to_it()
    {
        var (mocks, _) = await Create(Spec);
        var policy = Named(mocks, "gate-network-policy")["spec"]!;
        Assert.Equal("""["Ingress","Egress"]""", policy["policyTypes"]!.ToJsonString());
        Assert.Null(policy["ingress"]?.AsArray().FirstOrDefault());
        Assert.Equal(
            ["clawdbot access-tier 8443", "clawdbot router 9090", "clawdbot-etcd etcd 2379", "monitoring prometheus 9090", "clawdbot-models readiness-storage 8081"],
            policy["egress"]!.AsArray().Select(rule => $"{Only(rule!["to"]![0]!["namespaceSelector"])} {Only(rule["to"]![0]!["podSelector"])} {rule["ports"]![0]!["port"]}"));
        Assert.Equal("readiness", (string?)policy["podSelector"]!["matchLabels"]!["app.kubernetes.io/component"]);
    }

    [Fact]
    public async Task The_probe_answers_the_gate_only_and_connects_to_nothing()
    {
        var (mocks, _) = await Create(Spec);
        var policy = Named(mocks, "gate-storage-network-policy")["spec"]!;
        var rule = Assert.Single(policy["ingress"]!.AsArray())!;
        Assert.Equal(("clawdbot", "readiness"), (Only(rule["from"]![0]!["namespaceSelector"]), Only(rule["from"]![0]!["podSelector"])));
        Assert.Null(policy["egress"]?.AsArray().FirstOrDefault());
        var service = Named(mocks, "gate-storage-service");
        Assert.Equal("readiness-storage", (string?)service["metadata"]!["name"]);
        Assert.All(service["spec"]!["selector"]!.AsObject(), label => Assert.Equal((string?)label.Value, (string?)Named(mocks, "gate-storage-job")["spec"]!["template"]!["metadata"]!["labels"]![label.Key]));
        // A deployment that waited for either would never come to the gate.
        Assert.All(["gate-storage-service", "gate-storage-job"], child => Assert.Equal("true", (string?)Named(mocks, child)["metadata"]!["annotations"]!["pulumi.com/skipAwait"]));
    }

    [Fact]
    public async Task One_claim_is_one_volume_and_two_are_two()
    {
        var (one, _) = await Create(Spec);
        Assert.Equal(["models"], Claims(one));
        var (two, _) = await Create(Spec, reader: "models-reader");
        Assert.Equal(["models", "models-reader"], Claims(two));
    }

    [Fact]
    public async Task A_storage_of_gpu_nodes_is_probed_there_and_a_deployment_need_not_wait()
    {
        var (mocks, _) = await Create(Spec with { StorageOnGpuNodes = true, Wait = false });
        Assert.Equal("nvidia.com/gpu", (string?)Named(mocks, "gate-storage-job")["spec"]!["template"]!["spec"]!["tolerations"]![0]!["key"]);
        Assert.Equal("true", (string?)Named(mocks, "gate-job")["metadata"]!["annotations"]!["pulumi.com/skipAwait"]);
    }

    [Fact]
    public async Task Rejects_before_the_first_child()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => New(Spec with { Pools = [] }, null)));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static string[] Claims(RecordingMocks mocks) =>
        [.. Volumes(mocks, "gate-storage-job").Where(volume => volume["persistentVolumeClaim"] is not null).Select(volume => (string)volume["persistentVolumeClaim"]!["claimName"]!)];

    private static JsonNode[] Volumes(RecordingMocks mocks, string job) => [.. Named(mocks, job)["spec"]!["template"]!["spec"]!["volumes"]!.AsArray().Select(volume => volume!)];

    private static IEnumerable<(string, bool)> Mounts(RecordingMocks mocks, string job) =>
        Named(mocks, job)["spec"]!["template"]!["spec"]!["containers"]![0]!["volumeMounts"]!.AsArray().Select(mount => ((string)mount!["mountPath"]!, (bool)mount["readOnly"]!));

    private static string? Only(JsonNode? selector) => (string?)Assert.Single(selector!["matchLabels"]!.AsObject()).Value;

    private static string? NameOf(RecordingMocks mocks, string child) => (string?)Named(mocks, child)["metadata"]!["name"];

    /// <summary>As it would be sent: numbers can be read as any type.</summary>
    private static JsonNode Named(RecordingMocks mocks, string name) => JsonNode.Parse(Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs.ToJsonString())!;

    private static ReadinessGate New(ReadinessSpec spec, string? reader) => new("gate", new ReadinessGateArgs
    {
        Spec = spec,
        Namespace = "clawdbot",
        ModelsNamespace = "clawdbot-models",
        CertificateSecretName = "gateway-tls",
        TokenSecretName = "assistant-gateway-token",
        EtcdCertificateSecretName = "etcd-client-operator",
        EtcdCredentialsSecretName = "etcd-operator-credentials",
        WriterClaimName = "models",
        ReaderClaimName = reader is null ? null : (Pulumi.Input<string>)reader,
    });

    private static async Task<(RecordingMocks, ReadinessGate)> Create(ReadinessSpec spec, string? reader = null)
    {
        ReadinessGate gate = null!;
        var mocks = await Run.Program(() => gate = New(spec, reader));
        return (mocks, gate);
    }
}
