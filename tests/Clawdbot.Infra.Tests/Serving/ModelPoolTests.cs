using System.Text.Json.Nodes;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ModelPoolTests
{
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";

    [Fact]
    public async Task A_pool_has_these_children_named_after_it()
    {
        var mocks = await Run.Program(() => Create(Pools.Spec));
        Assert.Equal(
            [
                "clawdbot:serving:ModelPool pool",
                "kubernetes:apps/v1:Deployment pool-deployment",
                "kubernetes:policy/v1:PodDisruptionBudget pool-disruption-budget",
                "kubernetes:core/v1:Service pool-headless-service",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy pool-network-policy",
                "kubernetes:core/v1:Service pool-service",
                "kubernetes:core/v1:ServiceAccount pool-service-account",
            ],
            mocks.Resources.Select(resource => $"{resource.Type} {resource.Name}"));
        Assert.Equal(["endpoint,headlessService"], mocks.RegisteredOutputs.Where(keys => keys.Length > 0));
    }

    [Fact]
    public async Task Outputs_are_the_addresses_of_the_services()
    {
        ModelPool? pool = null;
        await Run.Program(() => pool = Create(Pools.Spec));
        Assert.Equal("http://qwen3-32b.clawdbot-models.svc:8000/v1", await OutputUtilities.GetValueAsync(pool!.Endpoint));
        Assert.Equal("qwen3-32b-headless.clawdbot-models.svc", await OutputUtilities.GetValueAsync(pool.HeadlessService));
    }

    [Fact]
    public async Task The_pod_passes_pod_security_restricted()
    {
        var pod = await Pod(Pools.Spec);
        Assert.Equal("""{"runAsGroup":2000,"runAsNonRoot":true,"runAsUser":2000,"seccompProfile":{"type":"RuntimeDefault"}}""", pod["securityContext"]!.ToJsonString());
        Assert.Equal(
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"privileged":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""",
            Container(pod)["securityContext"]!.ToJsonString());
        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.Equal("clawdbot-serving", (string?)pod["priorityClassName"]);
        Assert.All(pod["volumes"]!.AsArray(), volume => Assert.Null(volume!["hostPath"]));
    }

    [Fact]
    public async Task Weights_are_read_only_and_scratch_space_is_not()
    {
        var pod = await Pod(Pools.Spec);
        Assert.Equal(
            """[{"mountPath":"/mnt/ceph/models","name":"models","readOnly":true},{"mountPath":"/var/cache/clawdbot","name":"cache"},{"mountPath":"/tmp","name":"tmp"},{"mountPath":"/dev/shm","name":"shm"}]""",
            Container(pod)["volumeMounts"]!.ToJsonString());
        Assert.Equal("""{"claimName":"models","readOnly":true}""", pod["volumes"]![0]!["persistentVolumeClaim"]!.ToJsonString());
    }

    [Fact]
    public async Task Shared_memory_exists_only_where_gpus_share_a_model()
    {
        var shared = await Pod(Pools.Spec);
        Assert.Equal("""{"emptyDir":{"medium":"Memory","sizeLimit":"2Gi"},"name":"shm"}""", shared["volumes"]![3]!.ToJsonString());
        var alone = await Pod(Pools.Spec with { Plan = CapacityPlanner.Plan(Pools.Request with { Gpu = GpuCatalog.Find("l40s")! }) });
        Assert.Equal(3, alone["volumes"]!.AsArray().Count);
        Assert.Equal("1", (string?)Container(alone)["resources"]!["limits"]!["nvidia.com/gpu"]);
    }

    [Fact]
    public async Task The_api_key_comes_from_the_secret_and_is_no_argument()
    {
        var container = Container(await Pod(Pools.Spec));
        Assert.Equal(
            """{"name":"VLLM_API_KEY","valueFrom":{"secretKeyRef":{"key":"api-key","name":"model-server-key"}}}""",
            Assert.Single(container["env"]!.AsArray(), variable => (string?)variable!["name"] == "VLLM_API_KEY")!.ToJsonString());
        Assert.DoesNotContain(container["args"]!.AsArray(), argument => ((string)argument!).Contains("api-key", StringComparison.Ordinal));
        Assert.Equal(Pools.Spec.Flags, container["args"]!.AsArray().Select(argument => (string)argument!));
    }

    [Fact]
    public async Task Nothing_is_fetched_or_reported_to_the_internet()
    {
        var variables = Container(await Pod(Pools.Spec))["env"]!.AsArray().ToDictionary(variable => (string)variable!["name"]!, variable => (string?)variable!["value"]);
        Assert.All(["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "VLLM_NO_USAGE_STATS", "DO_NOT_TRACK"], name => Assert.Equal("1", variables[name]));
        Assert.All(["HOME", "VLLM_CACHE_ROOT", "TRITON_CACHE_DIR", "HF_HOME"], name => Assert.StartsWith("/var/cache/clawdbot", variables[name], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_start_up_probe_and_the_engine_wait_for_the_declared_time()
    {
        var container = Container(await Pod(Pools.Spec));
        Assert.Equal(
            """{"failureThreshold":91,"httpGet":{"path":"/health","port":"http","scheme":"HTTP"},"periodSeconds":10,"timeoutSeconds":5}""",
            container["startupProbe"]!.ToJsonString());
        Assert.Equal(5, (double)container["readinessProbe"]!["periodSeconds"]!);
        Assert.Equal(3, (double)container["readinessProbe"]!["failureThreshold"]!);
        Assert.Equal(6, (double)container["livenessProbe"]!["failureThreshold"]!);
        Assert.Contains(container["env"]!.AsArray(), variable => (string?)variable!["name"] == "VLLM_ENGINE_READY_TIMEOUT_S" && (string?)variable["value"] == "905");
    }

    [Fact]
    public async Task Running_answers_finish_before_the_pod_is_killed()
    {
        var pod = await Pod(Pools.Spec);
        var container = Container(pod);
        Assert.Equal(15, (double)container["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!);
        Assert.Contains("--shutdown-timeout=120", container["args"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal(150, (double)pod["terminationGracePeriodSeconds"]!);
    }

    [Fact]
    public async Task Pods_go_to_the_right_cards_and_to_separate_hosts()
    {
        var pod = await Pod(Pools.Spec);
        Assert.Equal("""{"clawdbot.dev/gpu-sku":"a10"}""", pod["nodeSelector"]!.ToJsonString());
        Assert.Equal("""[{"effect":"NoSchedule","key":"nvidia.com/gpu","operator":"Exists"}]""", pod["tolerations"]!.ToJsonString());
        var required = pod["affinity"]!["podAntiAffinity"]!["requiredDuringSchedulingIgnoredDuringExecution"]!.AsArray();
        Assert.Equal("kubernetes.io/hostname", (string?)Assert.Single(required)!["topologyKey"]);
        Assert.Equal(
            ["kubernetes.io/hostname DoNotSchedule", "topology.kubernetes.io/zone ScheduleAnyway"],
            pod["topologySpreadConstraints"]!.AsArray().Select(constraint => $"{constraint!["topologyKey"]} {constraint["whenUnsatisfiable"]}"));
        Assert.Equal("""{"cpu":"8","ephemeral-storage":"12Gi","memory":"48Gi","nvidia.com/gpu":"2"}""", Container(pod)["resources"]!["limits"]!.ToJsonString());
    }

    [Fact]
    public async Task Pods_that_must_share_hosts_only_prefer_others()
    {
        var pod = await Pod(Pools.Spec with { Nodes = new GpuNodes(1, 8) });
        var anti = pod["affinity"]!["podAntiAffinity"]!;
        Assert.Null(anti["requiredDuringSchedulingIgnoredDuringExecution"]);
        Assert.Equal(100, (double)Assert.Single(anti["preferredDuringSchedulingIgnoredDuringExecution"]!.AsArray())!["weight"]!);
        Assert.Equal("ScheduleAnyway", (string?)pod["topologySpreadConstraints"]![0]!["whenUnsatisfiable"]);
    }

    [Theory]
    [InlineData(4, 1, 0)]
    [InlineData(3, 0, 1)]
    public async Task The_rollout_fits_the_nodes(int nodes, int surge, int unavailable)
    {
        var spec = (await Run.Program(() => Create(Pools.Spec with { Nodes = new GpuNodes(nodes, 2) }))).Only(DeploymentType).Inputs["spec"]!;
        Assert.Equal(surge, (double)spec["strategy"]!["rollingUpdate"]!["maxSurge"]!);
        Assert.Equal(unavailable, (double)spec["strategy"]!["rollingUpdate"]!["maxUnavailable"]!);
        Assert.Equal(1665, (double)spec["progressDeadlineSeconds"]!);
    }

    [Fact]
    public async Task Only_the_router_and_monitoring_may_connect()
    {
        var policy = (await Run.Program(() => Create(Pools.Spec))).Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "podSelector": {"matchLabels": {"app.kubernetes.io/name": "vllm", "app.kubernetes.io/instance": "qwen3-32b"}},
                  "policyTypes": ["Ingress", "Egress"],
                  "ingress": [{
                    "from": [
                      {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot"}},
                       "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["router"]}]}},
                      {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}},
                       "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/name", "operator": "In", "values": ["prometheus"]}]}}
                    ],
                    "ports": [{"protocol": "TCP", "port": "http"}]
                  }]
                }
                """),
            policy), policy.ToJsonString());
    }

    [Fact]
    public async Task Labels_say_what_a_pod_is_and_the_selector_holds_identity_only()
    {
        var deployment = (await Run.Program(() => Create(Pools.Spec))).Only(DeploymentType).Inputs;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"app.kubernetes.io/name": "vllm", "app.kubernetes.io/instance": "qwen3-32b", "app.kubernetes.io/component": "model-server",
                 "app.kubernetes.io/part-of": "clawdbot", "app.kubernetes.io/managed-by": "pulumi",
                 "clawdbot.dev/pool": "qwen3-32b", "clawdbot.dev/model": "Qwen--Qwen3-32B-AWQ", "clawdbot.dev/gpu-sku": "a10"}
                """),
            deployment["spec"]!["template"]!["metadata"]!["labels"]));
        Assert.Equal("""{"app.kubernetes.io/instance":"qwen3-32b","app.kubernetes.io/name":"vllm"}""", deployment["spec"]!["selector"]!["matchLabels"]!.ToJsonString());
    }

    [Fact]
    public async Task One_service_balances_and_the_headless_one_lists_the_servers()
    {
        var services = (await Run.Program(() => Create(Pools.Spec))).Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service").ToArray();
        Assert.Equal(
            ["qwen3-32b-headless None", "qwen3-32b "],
            services.Select(service => $"{service.Inputs["metadata"]!["name"]} {service.Inputs["spec"]!["clusterIP"]}"));
        Assert.All(services, service => Assert.Equal(8000, (double)service.Inputs["spec"]!["ports"]![0]!["port"]!));
    }

    [Fact]
    public async Task A_node_can_always_be_drained()
    {
        var budget = (await Run.Program(() => Create(Pools.Spec.With(plan => plan with { Replicas = 1 })))).Only("kubernetes:policy/v1:PodDisruptionBudget").Inputs["spec"]!;
        Assert.Equal(1, (double)budget["maxUnavailable"]!);
        Assert.Equal("AlwaysAllow", (string?)budget["unhealthyPodEvictionPolicy"]);
    }

    [Fact]
    public async Task A_fixed_pool_writes_its_number_of_servers() =>
        Assert.Equal(3, (double)(await Run.Program(() => Create(Pools.Spec))).Only(DeploymentType).Inputs["spec"]!["replicas"]!);

    /// <summary>Requirement B4: an update must not undo what the autoscaler decided, and must fit when the pool has its most servers.</summary>
    [Theory]
    [InlineData(5, 1, 0)]
    [InlineData(4, 0, 1)]
    public async Task An_autoscaled_pool_leaves_the_number_to_the_autoscaler_and_rolls_out_as_its_largest(int nodes, int surge, int unavailable)
    {
        var spec = (await Run.Program(() => Create(Pools.Spec with { MaxReplicas = 4, Nodes = new GpuNodes(nodes, 2) }))).Only(DeploymentType).Inputs["spec"]!;
        Assert.False(spec.AsObject().ContainsKey("replicas"));
        Assert.Equal(surge, (double)spec["strategy"]!["rollingUpdate"]!["maxSurge"]!);
        Assert.Equal(unavailable, (double)spec["strategy"]!["rollingUpdate"]!["maxUnavailable"]!);
        Assert.NotNull(spec["template"]!["spec"]!["affinity"]!["podAntiAffinity"]!["requiredDuringSchedulingIgnoredDuringExecution"]);
    }

    [Fact]
    public async Task An_autoscaled_pool_shares_hosts_when_its_largest_does()
    {
        var pod = await Pod(Pools.Spec with { MaxReplicas = 4, Nodes = new GpuNodes(3, 4) });
        Assert.Null(pod["affinity"]!["podAntiAffinity"]!["requiredDuringSchedulingIgnoredDuringExecution"]);
        Assert.Equal("ScheduleAnyway", (string?)pod["topologySpreadConstraints"]![0]!["whenUnsatisfiable"]);
    }

    [Fact]
    public async Task Wrong_arguments_are_all_named_and_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Equal(
            "CB2002: ModelPool 'pool'.replicas is 0; allowed: 1 to 64. Change the arguments of the component.\n" +
            "CB2002: ModelPool 'pool'.cpu is 0; allowed: 1 to 128. Change the arguments of the component.",
            Assert.Throws<DiagnosticException>(() => Create(Pools.Spec.With(plan => plan.With(cpu: 0) with { Replicas = 0 }))).Message));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static ModelPool Create(ModelPoolSpec spec) => new("pool", new ModelPoolArgs
    {
        Spec = spec,
        Namespace = "clawdbot-models",
        ClaimName = "models",
        ApiKeySecretName = Output.Create("model-server-key"),
        PriorityClassName = "clawdbot-serving",
    });

    private static async Task<JsonNode> Pod(ModelPoolSpec spec) =>
        (await Run.Program(() => Create(spec))).Only(DeploymentType).Inputs["spec"]!["template"]!["spec"]!;

    private static JsonNode Container(JsonNode pod) => Assert.Single(pod["containers"]!.AsArray())!;
}
