using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>The objects of the gateway (C1, C3, C9.1, C9.8, C9.11, C9.12).</summary>
public sealed class GatewayTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Service = "kubernetes:core/v1:Service";

    [Fact]
    public async Task A_gateway_has_these_children_named_after_it()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        Assert.Equal(
            [
                "clawdbot:gateway:Gateway gateway",
                "kubernetes:autoscaling/v2:HorizontalPodAutoscaler gateway-access-tier-autoscaler",
                "kubernetes:apps/v1:Deployment gateway-access-tier-deployment",
                "kubernetes:policy/v1:PodDisruptionBudget gateway-access-tier-disruption-budget",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy gateway-access-tier-network-policy",
                "kubernetes:core/v1:Service gateway-access-tier-service",
                "kubernetes:core/v1:ServiceAccount gateway-access-tier-service-account",
                "kubernetes:core/v1:ConfigMap gateway-access-tier-settings",
                "kubernetes:core/v1:Secret gateway-assistant-token",
                "kubernetes:cert-manager.io/v1:Certificate gateway-authority-certificate",
                "kubernetes:cert-manager.io/v1:Issuer gateway-authority-issuer",
                "kubernetes:cert-manager.io/v1:Certificate gateway-certificate",
                "kubernetes:core/v1:ConfigMap gateway-healthcheck",
                "random:index/randomBytes:RandomBytes gateway-jwt-key-1",
                "kubernetes:core/v1:Secret gateway-jwt-keys",
                "kubernetes:core/v1:Service gateway-public-service",
                "kubernetes:autoscaling/v2:HorizontalPodAutoscaler gateway-router-autoscaler",
                "kubernetes:apps/v1:Deployment gateway-router-deployment",
                "kubernetes:policy/v1:PodDisruptionBudget gateway-router-disruption-budget",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy gateway-router-network-policy",
                "kubernetes:core/v1:Service gateway-router-service",
                "kubernetes:core/v1:ServiceAccount gateway-router-service-account",
                "kubernetes:core/v1:ConfigMap gateway-router-settings",
                "kubernetes:cert-manager.io/v1:Issuer gateway-self-signed-issuer",
            ],
            mocks.Resources.Select(resource => $"{resource.Type} {resource.Name}"));
        Assert.Equal(["assistantTokenSecretName,certificateSecretName,endpoint,statusEndpoint"], mocks.RegisteredOutputs.Where(keys => keys.Length > 0));
    }

    [Fact]
    public async Task Outputs_are_addresses_inside_the_cluster_and_names_of_secrets()
    {
        Infra.Gateway.Gateway? gateway = null;
        await Run.Program(() => gateway = Gateways.Create(Gateways.Spec));
        Assert.Equal("https://gateway.clawdbot.svc/v1", await OutputUtilities.GetValueAsync(gateway!.Endpoint));
        Assert.Equal("http://router.clawdbot.svc:9090", await OutputUtilities.GetValueAsync(gateway.StatusEndpoint));
        Assert.Equal("gateway-tls", await OutputUtilities.GetValueAsync(gateway.CertificateSecretName));
        Assert.Equal("assistant-gateway-token", await OutputUtilities.GetValueAsync(gateway.AssistantTokenSecretName));
    }

    [Theory]
    [InlineData("gateway-access-tier-deployment")]
    [InlineData("gateway-router-deployment")]
    public async Task The_pods_pass_pod_security_restricted(string deployment)
    {
        var pod = Pod(await Run.Program(() => Gateways.Create(Gateways.Spec)), deployment);
        Assert.Equal(
            """{"fsGroup":10001,"fsGroupChangePolicy":"OnRootMismatch","runAsGroup":10001,"runAsNonRoot":true,"runAsUser":10001,"seccompProfile":{"type":"RuntimeDefault"}}""",
            pod["securityContext"]!.ToJsonString());
        Assert.Equal(
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"privileged":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""",
            pod["containers"]![0]!["securityContext"]!.ToJsonString());
        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.False((bool)pod["enableServiceLinks"]!);
        Assert.Equal("clawdbot-critical", (string?)pod["priorityClassName"]);
    }

    [Fact]
    public async Task The_access_tier_mounts_settings_certificates_keys_and_the_script()
    {
        var pod = Pod(await Run.Program(() => Gateways.Create(Gateways.Spec)), "gateway-access-tier-deployment");
        Assert.Equal(
            [
                "/etc/clawdbot/settings True", "/opt/clawdbot True", "/etc/clawdbot/tls True", "/etc/clawdbot/jwt True", "/etc/clawdbot/etcd/tls True",
                "/etc/clawdbot/etcd/credentials True", "/tmp False", "/run/clawdbot False",
            ],
            pod["containers"]![0]!["volumeMounts"]!.AsArray().Select(mount => $"{mount!["mountPath"]} {(bool?)mount["readOnly"] ?? false}"));
        Assert.Equal(
            """{"defaultMode":288,"secretName":"gateway-jwt-keys"}""",
            Assert.Single(pod["volumes"]!.AsArray(), volume => (string?)volume!["name"] == "jwt-keys")!["secret"]!.ToJsonString());
    }

    [Theory]
    [InlineData("gateway-access-tier-deployment", "http://127.0.0.1:9145/livez")]
    [InlineData("gateway-router-deployment", "http://127.0.0.1:9090/livez")]
    public async Task The_repair_script_is_mounted_executable_and_is_the_liveness_probe(string deployment, string url)
    {
        var pod = Pod(await Run.Program(() => Gateways.Create(Gateways.Spec)), deployment);
        Assert.Equal(
            """{"defaultMode":365,"name":"gateway-healthcheck"}""",
            Assert.Single(pod["volumes"]!.AsArray(), volume => (string?)volume!["name"] == "healthcheck")!["configMap"]!.ToJsonString());
        Assert.Equal(["/opt/clawdbot/healthcheck.sh", url], pod["containers"]![0]!["livenessProbe"]!["exec"]!["command"]!.AsArray().Select(part => (string)part!));
    }

    [Fact]
    public async Task Streams_end_before_the_pod_is_killed()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { RequestSeconds = 120 }));
        foreach (var pod in new[] { Pod(mocks, "gateway-access-tier-deployment"), Pod(mocks, "gateway-router-deployment") })
        {
            Assert.Equal(15, (double)pod["containers"]![0]!["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!);
            Assert.Equal(150, (double)pod["terminationGracePeriodSeconds"]!);
        }
        Assert.Equal(120, (int)Settings(mocks, "gateway-access-tier-settings", "access-tier.json")["workerShutdownSeconds"]!);
        Assert.Equal(120, (int)Settings(mocks, "gateway-router-settings", "router.json")["drainSeconds"]!);
    }

    [Fact]
    public async Task The_scaler_owns_the_number_of_replicas()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { RouterReplicas = new ReplicaRange(3, 5) }));
        Assert.All(mocks.Resources.Where(resource => resource.Type == Deployment), deployment => Assert.Null(deployment.Inputs["spec"]!["replicas"]));
        var scaler = Named(mocks, "gateway-router-autoscaler")["spec"]!;
        Assert.Equal((3, 5), ((int)(double)scaler["minReplicas"]!, (int)(double)scaler["maxReplicas"]!));
        Assert.Equal("""{"apiVersion":"apps/v1","kind":"Deployment","name":"router"}""", scaler["scaleTargetRef"]!.ToJsonString());
        Assert.Equal("AlwaysAllow", (string?)Named(mocks, "gateway-router-disruption-budget")["spec"]!["unhealthyPodEvictionPolicy"]);
    }

    [Fact]
    public async Task Metrics_are_found_by_the_job_label_and_never_leave_the_cluster()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        Assert.Equal("clawdbot", (string?)Named(mocks, "gateway-router-service")["metadata"]!["labels"]!["clawdbot.dev/job"]);
        Assert.Equal("access-tier", (string?)Named(mocks, "gateway-access-tier-service")["metadata"]!["labels"]!["clawdbot.dev/job"]);
        Assert.Equal(
            [
                "gateway ClusterIP https:443>https,metrics:9145>metrics",
                "gateway-public LoadBalancer https:443>https",
                "router ClusterIP http:8080>http,metrics:9090>metrics",
            ],
            mocks.Resources.Where(resource => resource.Type == Service).Select(resource => Describe(resource.Inputs)));
        var outside = Named(mocks, "gateway-public-service")["spec"]!;
        Assert.Equal("""["192.0.2.0/24"]""", outside["loadBalancerSourceRanges"]!.ToJsonString());
        Assert.Equal("Local", (string?)outside["externalTrafficPolicy"]);
    }

    [Fact]
    public async Task Without_an_address_outside_there_is_no_public_service()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { Exposure = new GatewayExposure.InsideOnly("ingress") }));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Name == "gateway-public-service");
        var from = Named(mocks, "gateway-access-tier-network-policy")["spec"]!["ingress"]![0]!["from"]!.AsArray();
        Assert.Equal("""{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"ingress"}}}""", from[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_node_port_is_the_one_that_was_chosen()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { Exposure = new GatewayExposure.NodePort(30443, ["10.0.0.0/8"]) }));
        var spec = Named(mocks, "gateway-public-service")["spec"]!;
        Assert.Equal("NodePort", (string?)spec["type"]);
        Assert.Equal(30443, (double)spec["ports"]![0]!["nodePort"]!);
    }

    [Fact]
    public async Task Each_tier_is_reached_from_the_one_before_it_only()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        Equal("""
            {
              "podSelector": {"matchLabels": {"app.kubernetes.io/name": "nginx", "app.kubernetes.io/instance": "gateway"}},
              "policyTypes": ["Ingress", "Egress"],
              "ingress": [
                {"from": [
                   {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot"}},
                    "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["assistant", "load-test", "readiness"]}]}},
                   {"ipBlock": {"cidr": "192.0.2.0/24"}}],
                 "ports": [{"protocol": "TCP", "port": "https"}]},
                {"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}, "podSelector": {"matchLabels": {"app.kubernetes.io/name": "prometheus"}}}],
                 "ports": [{"protocol": "TCP", "port": "metrics"}]}],
              "egress": [
                {"to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot"}},
                         "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["router"]}]}}],
                 "ports": [{"protocol": "TCP", "port": 8080}]},
                {"to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot-etcd"}}, "podSelector": {"matchLabels": {"app.kubernetes.io/name": "etcd"}}}],
                 "ports": [{"protocol": "TCP", "port": 2379}]}]
            }
            """, Named(mocks, "gateway-access-tier-network-policy")["spec"]!);
        Equal("""
            {
              "podSelector": {"matchLabels": {"app.kubernetes.io/name": "router", "app.kubernetes.io/instance": "router"}},
              "policyTypes": ["Ingress", "Egress"],
              "ingress": [
                {"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot"}},
                           "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["access-tier", "readiness"]}]}}],
                 "ports": [{"protocol": "TCP", "port": "http"}]},
                {"from": [
                   {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot"}},
                    "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["readiness"]}]}},
                   {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}, "podSelector": {"matchLabels": {"app.kubernetes.io/name": "prometheus"}}}],
                 "ports": [{"protocol": "TCP", "port": "metrics"}]}],
              "egress": [
                {"to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot-models"}},
                         "podSelector": {"matchExpressions": [{"key": "app.kubernetes.io/component", "operator": "In", "values": ["model-server"]}]}}],
                 "ports": [{"protocol": "TCP", "port": 8000}]},
                {"to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "clawdbot-etcd"}}, "podSelector": {"matchLabels": {"app.kubernetes.io/name": "etcd"}}}],
                 "ports": [{"protocol": "TCP", "port": 2379}]},
                {"to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}, "podSelector": {"matchLabels": {"app.kubernetes.io/name": "prometheus"}}}],
                 "ports": [{"protocol": "TCP", "port": 9090}]}]
            }
            """, Named(mocks, "gateway-router-network-policy")["spec"]!);
    }

    [Fact]
    public async Task Changed_settings_replace_the_pods_that_read_them_and_no_others()
    {
        var before = await Run.Program(() => Gateways.Create(Gateways.Spec));
        var after = await Run.Program(() => Gateways.Create(Gateways.Spec with { Queue = 256 }));
        Assert.NotEqual(Annotations(before, "gateway-router-deployment"), Annotations(after, "gateway-router-deployment"));
        Assert.Equal(Annotations(before, "gateway-access-tier-deployment"), Annotations(after, "gateway-access-tier-deployment"));
    }

    [Fact]
    public async Task One_rule_broken_stops_everything_before_the_first_child()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Run.Program(() => Gateways.Create(Gateways.Spec with { Host = "gateway", Queue = 0 })));
        Assert.Contains("CB2001: Gateway 'gateway'.host is 'gateway'; allowed: a host name with a domain, such as gateway.example.org. Change the arguments of the component.", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("CB2002: Gateway 'gateway'.queue is 0; allowed: 1 to 65536. Change the arguments of the component.", failure.ToString(), StringComparison.Ordinal);
    }

    private static void Equal(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static string Describe(JsonObject service) =>
        $"{service["metadata"]!["name"]} {service["spec"]!["type"]} {string.Join(",", service["spec"]!["ports"]!.AsArray().Select(port => $"{port!["name"]}:{port["port"]}>{port["targetPort"]}"))}";

    private static string Annotations(RecordingMocks mocks, string deployment) => Named(mocks, deployment)["spec"]!["template"]!["metadata"]!["annotations"]!.ToJsonString();

    private static JsonObject Named(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs;

    private static JsonNode Pod(RecordingMocks mocks, string deployment) => Named(mocks, deployment)["spec"]!["template"]!["spec"]!;

    private static JsonNode Settings(RecordingMocks mocks, string map, string file) => JsonNode.Parse((string)Named(mocks, map)["data"]![file]!)!;
}
