using System.Text.Json.Nodes;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Assistant;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Targets against the objects that the other components really make: labels, ports, network policies.</summary>
public sealed class ScrapeTargetsListenersTests
{
    private static readonly Lazy<Task<RecordingMocks>> System = new(() => Run.Program(() =>
    {
        _ = new ModelPool("pool", new ModelPoolArgs { Spec = Pools.Spec, Namespace = "clawdbot-models", ClaimName = "models", ApiKeySecretName = "model-server-key" });
        _ = Gateways.Create(Gateways.Spec);
        _ = new EtcdCluster("etcd", new EtcdClusterArgs { Spec = new EtcdClusterSpec(), Namespace = "clawdbot-etcd", GatewayNamespace = "clawdbot", CertManagerNamespace = "cert-manager" });
        _ = new ClawdbotAssistant("assistant", Assistants.Args(Assistants.Full));
    }));

    private static ScrapeTarget Target(string job) => ScrapeCatalog.For(ScrapeTargetsTests.Everything).Single(target => target.Job == job);

    [Theory]
    [InlineData("vllm", "pool-deployment", 8000)]
    [InlineData("clawdbot", "gateway-router-deployment", 9090)]
    [InlineData("access-tier", "gateway-access-tier-deployment", 9145)]
    [InlineData("etcd", "etcd-members", 2381)]
    [InlineData("assistant", "assistant-deployment", 18789)]
    public async Task The_right_pods_are_asked_at_a_port_that_they_have(string job, string workload, int port)
    {
        var mocks = await System.Value;
        var target = Target(job);
        var pods = mocks.Resources.Where(resource => resource.Type is "kubernetes:apps/v1:Deployment" or "kubernetes:apps/v1:StatefulSet" && Space(resource) == target.Namespace);
        var selector = target.Selector;
        var portName = target.Port;
        if (target.ThroughService)
        {
            var service = Assert.Single(mocks.Resources, resource => resource.Type == "kubernetes:core/v1:Service" && Space(resource) == target.Namespace && Matches(resource.Inputs["metadata"]!["labels"], selector));
            var servicePort = Assert.Single(service.Inputs["spec"]!["ports"]!.AsArray(), entry => (string?)entry!["name"] == target.Port)!;
            portName = (string)servicePort["targetPort"]!;
            selector = selector.Clear().AddRange(service.Inputs["spec"]!["selector"]!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!)));
        }
        var found = Assert.Single(pods, pod => Matches(pod.Inputs["spec"]!["template"]!["metadata"]!["labels"], selector));
        Assert.Equal(workload, found.Name);
        var container = Assert.Single(found.Inputs["spec"]!["template"]!["spec"]!["containers"]!.AsArray(), container => container!["ports"]?.AsArray().Any(entry => (string?)entry!["name"] == portName) == true)!;
        Assert.Equal(port, (double)container["ports"]!.AsArray().Single(entry => (string?)entry!["name"] == portName)!["containerPort"]!);
    }

    /// <summary>Namespaces deny everything, so without a way in the target would be down for ever.</summary>
    [Theory]
    [InlineData("vllm", "pool-deployment")]
    [InlineData("clawdbot", "gateway-router-deployment")]
    [InlineData("access-tier", "gateway-access-tier-deployment")]
    [InlineData("etcd", "etcd-members")]
    [InlineData("assistant", "assistant-deployment")]
    public async Task Prometheus_is_let_in_at_that_port(string job, string workload)
    {
        var mocks = await System.Value;
        var target = Target(job);
        var pod = mocks.Resources.Single(resource => resource.Name == workload).Inputs["spec"]!["template"]!;
        var number = (double)pod["spec"]!["containers"]!.AsArray().SelectMany(container => container!["ports"]?.AsArray() ?? []).Single(entry => (string?)entry!["name"] == target.Port)!["containerPort"]!;
        var rules = mocks.Resources
            .Where(resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy" && Space(resource) == target.Namespace && Selects(resource.Inputs["spec"]!["podSelector"]!, pod["metadata"]!["labels"]!))
            .SelectMany(policy => policy.Inputs["spec"]!["ingress"]?.AsArray() ?? []).Where(rule => rule!["from"]?.AsArray().Any(IsPrometheus) == true);
        Assert.Contains(rules, rule => rule!["ports"]!.AsArray().Any(entry => entry!["port"]!.ToString() == target.Port || entry["port"]!.ToString() == $"{number}"));
    }

    /// <summary>A pool labels its pods with everything that is copied to its figures.</summary>
    [Fact]
    public async Task Pods_of_a_pool_have_every_label_that_is_copied()
    {
        var labels = (await System.Value).Resources.Single(resource => resource.Name == "pool-deployment").Inputs["spec"]!["template"]!["metadata"]!["labels"]!.AsObject();
        var escaped = labels.Select(label => $"__meta_kubernetes_pod_label_{label.Key.Replace('.', '_').Replace('/', '_').Replace('-', '_')}").ToHashSet();
        Assert.Subset(escaped, Target("vllm").CopiedLabels.Values.ToHashSet());
    }

    /// <summary>
    /// What charts label and name is recorded from them: dcgm-exporter 4.8.3 (deployment/templates/_helpers.tpl and daemonset.yaml), cert-manager 1.21
    /// (deploy/charts/cert-manager/templates/deployment.yaml), KEDA 2.20 (keda/templates/manager/deployment.yaml), Rook 1.20 (pkg/operator/ceph/cluster/mgr/spec.go,
    /// nodedaemon/exporter.go).
    /// </summary>
    [Theory]
    [InlineData("dcgm-exporter", "node-agents", "app.kubernetes.io/name=dcgm-exporter", "", 9400)]
    [InlineData("cert-manager", "cert-manager", "app.kubernetes.io/component=controller,app.kubernetes.io/name=cert-manager", "", 9402)]
    [InlineData("keda-operator", "keda", "app.kubernetes.io/name=keda-operator", "", 8080)]
    [InlineData("rook-ceph-mgr", "rook-ceph", "app=rook-ceph-mgr", "http-metrics", 0)]
    [InlineData("rook-ceph-exporter", "rook-ceph", "app=rook-ceph-exporter", "ceph-exporter-http-metrics", 0)]
    public void Programs_of_charts_are_found_by_what_the_charts_set(string job, string space, string selector, string port, int number)
    {
        var target = Target(job);
        Assert.Equal((space, selector, port, number), (target.Namespace, string.Join(',', target.Selector.Select(pair => $"{pair.Key}={pair.Value}")), target.Port, target.PortNumber));
        // They speak of other pods, certificates and pools; their own labels must not be renamed to exported_….
        Assert.True(target.HonorLabels);
    }

    private static string Space(RecordedResource resource) => (string)resource.Inputs["metadata"]!["namespace"]!;

    private static bool Matches(JsonNode? labels, IEnumerable<KeyValuePair<string, string>> selector) => selector.All(pair => (string?)labels?[pair.Key] == pair.Value);

    private static bool Selects(JsonNode selector, JsonNode labels) =>
        (selector["matchLabels"]?.AsObject() ?? []).All(pair => (string?)labels[pair.Key] == (string?)pair.Value)
        && (selector["matchExpressions"]?.AsArray() ?? []).All(expression => expression!["values"]!.AsArray().Any(value => (string?)value == (string?)labels[(string)expression["key"]!]));

    private static bool IsPrometheus(JsonNode? peer) => peer!["namespaceSelector"] is { } space && peer["podSelector"] is { } pods
        && Selects(space, new JsonObject { ["kubernetes.io/metadata.name"] = "monitoring" })
        && Selects(pods, new JsonObject { ["app.kubernetes.io/name"] = "prometheus" });
}
