using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>The model of NetworkPolicies, on the cases of Kubernetes' own documentation.</summary>
public sealed class NetworkModelTests
{
    private const string AllowWeb = """{"podSelector":{"matchLabels":{"app":"web"}},"policyTypes":["Ingress"],"ingress":[{"from":[{"podSelector":{"matchLabels":{"app":"client"}}}],"ports":[{"port":"http"}]}]}""";
    private const string DenyAll = """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""";
    private static readonly NetworkEnd Web = NetworkEnd.Pod("shop", ("app", "web")) with { Ports = new Dictionary<string, int> { ["http"] = 8080 } };
    private static readonly NetworkEnd Client = NetworkEnd.Pod("shop", ("app", "client"));

    [Fact]
    public void Without_a_policy_everything_goes() => Assert.True(Model().Allows(Client, Web, 8080));

    [Fact]
    public void A_selected_pod_takes_only_what_a_rule_names()
    {
        var model = Model(AllowWeb);
        Assert.True(model.Allows(Client, Web, 8080));
        Assert.False(model.Allows(Client, Web, 8081));
        Assert.False(model.Allows(Client, Web, 8080, "UDP"));
        Assert.False(model.Allows(NetworkEnd.Pod("shop", ("app", "other")), Web, 8080));
        // A selector of pods alone means the policy's own namespace.
        Assert.False(model.Allows(NetworkEnd.Pod("street", ("app", "client")), Web, 8080));
        Assert.True(model.Allows(Web, Client, 1));
    }

    [Fact]
    public void Both_sides_must_allow_and_policies_add_up()
    {
        Assert.False(Model(DenyAll).Allows(Client, Web, 8080));
        Assert.False(Model(DenyAll, AllowWeb).Allows(Client, Web, 8080));
        Assert.True(Model(DenyAll, AllowWeb, """{"podSelector":{"matchLabels":{"app":"client"}},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{"matchLabels":{"app":"web"}}}],"ports":[{"port":8000,"endPort":8100}]}]}""").Allows(Client, Web, 8080));
    }

    [Fact]
    public void Both_selectors_in_one_peer_are_an_and()
    {
        var model = Model("""{"podSelector":{"matchLabels":{"app":"web"}},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"street"}},"podSelector":{"matchExpressions":[{"key":"app","operator":"In","values":["client"]}]}}]}]}""");
        Assert.True(model.Allows(NetworkEnd.Pod("street", ("app", "client")), Web, 8080));
        Assert.False(model.Allows(Client, Web, 8080));
        Assert.False(model.Allows(NetworkEnd.Pod("street", ("app", "other")), Web, 8080));
    }

    [Fact]
    public void A_block_of_addresses_takes_what_it_holds_without_its_exceptions()
    {
        const string Way = """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["169.254.0.0/16"]}}],"ports":[{"port":443}]}]}""";
        Assert.True(Model(Way).Allows(Client, NetworkEnd.Outside("203.0.113.9"), 443));
        Assert.False(Model(Way).Allows(Client, NetworkEnd.Outside("169.254.169.254"), 443));
        Assert.False(Model(Way).Allows(Client, NetworkEnd.Outside("2001:db8::1"), 443));
        Assert.False(Model(Way).Allows(Client, Web, 443));
        Assert.True(new NetworkModel([Policy(Way)], Spaces, blocksTakePods: true).Allows(Client, Web, 443));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Spaces => [];

    private static NetworkModel Model(params string[] specs) => new(specs.Select(Policy), Spaces, blocksTakePods: false);

    private static KubernetesObject Policy(string spec) => new(
        TestPlans.Object("networking.k8s.io/v1", "NetworkPolicy", "sample", "shop"),
        new JsonObject { ["kind"] = "NetworkPolicy", ["metadata"] = new JsonObject { ["namespace"] = "shop" }, ["spec"] = JsonNode.Parse(spec) });
}
