namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>
/// Which connections the rendered policies allow in <c>prod</c>. Probes are not asked about: the kubelet of a pod's own node always may. The namespaces
/// of the add-ons deny nothing by themselves: their charts have no policies, so only our side of those connections is held here.
/// </summary>
[Collection(ProgramRuns.Name)]
public sealed class ReachabilityTests
{
    private const string Public = "203.0.113.9";
    private const string Company = "10.20.30.40";
    private const string Metadata = "169.254.169.254";
    private const string IdentityAgent = "169.254.170.23";

    /// <summary>Each a way of design §1 or a contract between two parts.</summary>
    public static TheoryData<string, string, int> Needed => new()
    {
        { "assistant", "gateway", 8443 },
        { Company, "gateway", 8443 },
        { "prometheus", "gateway", 9145 },
        { "gateway", "router", 8080 },
        { "prometheus", "router", 9090 },
        { "router", "prometheus", 9090 },
        { "router", "qwen2-5-7b-a10g", 8000 },
        { "router", "qwen2-5-14b-a100", 8000 },
        { "router", "qwen3-32b-h100", 8000 },
        { "prometheus", "qwen2-5-7b-a10g", 8000 },
        { "prometheus", "qwen2-5-14b-a100", 8000 },
        { "prometheus", "qwen3-32b-h100", 8000 },
        { "gateway", "etcd", 2379 },
        { "router", "etcd", 2379 },
        { "etcd-access", "etcd", 2379 },
        { "etcd-backup", "etcd", 2379 },
        { "etcd", "etcd", 2379 },
        { "etcd", "etcd", 2380 },
        { "prometheus", "etcd", 2381 },
        { "etcd-backup", Public, 443 },
        { "etcd-backup", IdentityAgent, 80 },
        { "load-qwen-qwen2-5-7b-instruct-main", Public, 443 },
        { "load-qwen-qwen2-5-14b-instruct-main", Public, 443 },
        { "load-qwen-qwen3-32b-main", Public, 443 },
        { "load-test", "gateway", 8443 },
        { "readiness", "gateway", 8443 },
        { "readiness", "router", 9090 },
        { "readiness", "etcd", 2379 },
        { "readiness", "readiness-storage", 8081 },
    };

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task Allows_what_the_system_needs(string from, string to, int port)
    {
        var objects = await StackObjects.OfAsync("prod");
        Assert.True(NetworkModel.Of(objects, blocksTakePods: false).Allows(End(objects, from), End(objects, to), port), $"{from} cannot reach {to}:{port}");
    }

    /// <summary>From whom, to whom, which port; nobody of our own may pass by the gateway, and nobody from outside enters elsewhere.</summary>
    public static TheoryData<string, string, int> Forbidden => new()
    {
        { "assistant", "router", 8080 },
        { "assistant", "router", 9090 },
        { "assistant", "qwen3-32b-h100", 8000 },
        { "assistant", "etcd", 2379 },
        { "assistant", Public, 443 },
        { "gateway", "qwen3-32b-h100", 8000 },
        { "gateway", "assistant", 18789 },
        { "gateway", "router", 9090 },
        { "gateway", Public, 443 },
        { "router", "assistant", 18789 },
        { "router", Public, 443 },
        { "prometheus", "router", 8080 },
        { "prometheus", "assistant", 18789 },
        { "prometheus", "etcd", 2379 },
        { "qwen3-32b-h100", "qwen2-5-7b-a10g", 8000 },
        { "qwen3-32b-h100", "router", 8080 },
        { "qwen3-32b-h100", "etcd", 2379 },
        { "qwen3-32b-h100", Public, 443 },
        { "load-qwen-qwen3-32b-main", "qwen3-32b-h100", 8000 },
        { "load-qwen-qwen3-32b-main", "etcd", 2379 },
        { "load-qwen-qwen3-32b-main", "router", 8080 },
        { "load-qwen-qwen3-32b-main", Company, 443 },
        { "load-qwen-qwen3-32b-main", Public, 80 },
        { "router", "etcd", 2380 },
        { "gateway", "etcd", 2380 },
        { "etcd-access", "etcd", 2380 },
        { "etcd-backup", "etcd", 2380 },
        { "etcd", Public, 443 },
        { "etcd-access", Public, 443 },
        { "stranger", "gateway", 9145 },
        { "stranger", "router", 8080 },
        { "stranger", "assistant", 18789 },
        { "stranger", "qwen3-32b-h100", 8000 },
        { "stranger", "etcd", 2379 },
        { "stranger", "etcd", 2381 },
        { Public, "gateway", 8443 },
        { Public, "gateway", 9145 },
        { Company, "gateway", 9145 },
        { Company, "router", 8080 },
        { Company, "assistant", 18789 },
        { Company, "qwen3-32b-h100", 8000 },
        { Company, "etcd", 2379 },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Denies_what_nobody_should_do(string from, string to, int port)
    {
        var objects = await StackObjects.OfAsync("prod");
        Assert.False(NetworkModel.Of(objects, blocksTakePods: true).Allows(End(objects, from), End(objects, to), port), $"{from} can reach {to}:{port}");
    }

    [Theory]
    [MemberData(nameof(StackObjects.Stacks), MemberType = typeof(StackObjects))]
    public async Task Every_pod_finds_names_and_none_finds_the_credentials_of_its_node(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var loose = NetworkModel.Of(objects, blocksTakePods: true);
        var strict = NetworkModel.Of(objects, blocksTakePods: false);
        var dns = End(objects, "dns");
        Assert.All(objects.Pods, pod =>
        {
            Assert.True(strict.Allows(NetworkEnd.Pod(pod), dns, 53, "UDP") && strict.Allows(NetworkEnd.Pod(pod), dns, 53), $"{pod} has no DNS");
            foreach (var port in (int[])[80, 443])
            {
                Assert.False(loose.Allows(NetworkEnd.Pod(pod), NetworkEnd.Outside(Metadata), port), $"{pod} reaches the metadata service");
                Assert.False(loose.Allows(NetworkEnd.Pod(pod), NetworkEnd.Outside("fd00:ec2::254"), port), $"{pod} reaches the metadata service by IPv6");
            }
        });
    }

    /// <summary>Deny by default: in each namespace of ours both directions are closed for a pod that no policy of its own knows.</summary>
    [Theory]
    [MemberData(nameof(StackObjects.Stacks), MemberType = typeof(StackObjects))]
    public async Task A_pod_without_policies_of_its_own_has_no_network(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var model = NetworkModel.Of(objects, blocksTakePods: true);
        foreach (var space in objects.Pods.Select(pod => pod.Namespace).Distinct())
        {
            var pod = NetworkEnd.Pod(space, ("app", "new"));
            Assert.False(model.Allows(pod, NetworkEnd.Outside(Public), 443), space);
            Assert.False(model.Allows(NetworkEnd.Outside(Public), pod, 80), space);
            Assert.False(model.Allows(NetworkEnd.Pod(space, ("app", "other")), pod, 80), space);
        }
    }

    private static NetworkEnd End(StackObjects objects, string name) => name switch
    {
        Public or Company or IdentityAgent => NetworkEnd.Outside(name),
        "prometheus" => NetworkEnd.Pod("monitoring", ("app.kubernetes.io/name", "prometheus")),
        "dns" => NetworkEnd.Pod("kube-system", ("k8s-app", "kube-dns")),
        "readiness" or "load-test" => NetworkEnd.Pod("clawdbot", ("app.kubernetes.io/name", name), ("app.kubernetes.io/component", name)),
        "readiness-storage" => NetworkEnd.Pod(objects.Pods.Single(pod => pod.Owner.Name.StartsWith(name, StringComparison.Ordinal))),
        // A stranger may call its pods what it likes; its namespace gives it away.
        "stranger" => NetworkEnd.Pod("default", ("app.kubernetes.io/name", "prometheus"), ("app.kubernetes.io/component", "router")),
        _ => NetworkEnd.Pod(objects.Pods.Single(pod => pod.Owner.Name == name || pod.Owner.Labels.GetValueOrDefault("app.kubernetes.io/component") == "model-loader" && pod.Owner.Name.StartsWith(name + "-", StringComparison.Ordinal))),
    };
}
