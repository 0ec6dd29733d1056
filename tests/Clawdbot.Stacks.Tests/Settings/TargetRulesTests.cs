using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

/// <summary>What one kind of target cannot have is said before anything is made, and about the setting that a person wrote.</summary>
public sealed class TargetRulesTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";
    private const string ExistingBucket = """{"kind":"s3Mountpoint","bucket":"models","region":"eu-central-1"}""";
    private const string NewBucket = """{"kind":"s3Mountpoint","bucket":"models","region":"REGION","create":true}""";
    private const string ExistingLustre = """{"kind":"fsxLustre","capacityGiB":1200,"fileSystemId":"fs-0123456789abcdef0","dnsName":"fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com","mountName":"abcdefgh"}""";

    [Theory]
    [InlineData("onprem", ExistingBucket)]
    [InlineData("onprem", ExistingLustre)]
    [InlineData("onprem", """{"kind":"existingClaim","claim":"models"}""")]
    [InlineData("onprem", """{"kind":"hostPath","path":"/srv/models","capacityGiB":500}""")]
    [InlineData("staging", ExistingBucket)]
    [InlineData("staging", ExistingLustre)]
    [InlineData("staging", """{"kind":"s3Mountpoint","bucket":"models","region":"eu-central-1","create":true}""")]
    [InlineData("staging", """{"kind":"existingClaim","claim":"models"}""")]
    public void Accepts_storage_that_the_target_can_have(string stack, string storage) =>
        Assert.NotNull(Changed(stack, configuration => configuration["modelStorage"] = JsonNode.Parse(storage)).Parse());

    [Fact]
    public void Rejects_a_new_file_system_without_a_network_of_the_stack() => Rejects(
        "onprem",
        configuration => configuration["modelStorage"] = JsonNode.Parse("""{"kind":"fsxLustre","capacityGiB":1200}"""),
        $"CB1005: clawdbot:modelStorage.kind is 'fsxLustre' with a new file system; allowed: fileSystemId, dnsName and mountName of one that exists, unless clawdbot:cluster.kind is 'eks'. A new one needs the network of a cluster that the stack makes. {Here}");

    [Fact]
    public void Rejects_a_new_bucket_without_roles_of_the_stack() => Rejects(
        "onprem",
        configuration => configuration["modelStorage"] = JsonNode.Parse(NewBucket.Replace("REGION", "eu-central-1", StringComparison.Ordinal)),
        $"CB1005: clawdbot:modelStorage.create is true; allowed: false with a bucket that exists, unless clawdbot:cluster.kind is 'eks'. A new bucket is closed to everybody but the roles of a cluster that the stack makes. {Here}");

    [Fact]
    public void Rejects_a_new_bucket_in_another_region_than_the_cluster() => Rejects(
        "staging",
        configuration => configuration["modelStorage"] = JsonNode.Parse(NewBucket.Replace("REGION", "us-east-1", StringComparison.Ordinal)),
        $"CB1005: clawdbot:modelStorage.region is 'us-east-1'; allowed: 'eu-central-1', as clawdbot:cluster.region, with create true. The stack makes everything in the region of the cluster. {Here}");

    [Fact]
    public void Rejects_a_directory_of_nodes_that_start_empty() => Rejects(
        "staging",
        configuration => configuration["modelStorage"] = JsonNode.Parse("""{"kind":"hostPath","path":"/srv/models","capacityGiB":500}"""),
        $"CB1005: clawdbot:modelStorage.kind is 'hostPath'; allowed: cephFs, fsxLustre or s3Mountpoint with clawdbot:cluster.kind 'eks'. Nodes that the stack makes come without files. {Here}");

    [Fact]
    public void Rejects_ceph_without_nodes_that_take_its_daemons() => Rejects(
        "prod",
        configuration => ((JsonObject)configuration["cluster"]!).Remove("storageNodes"),
        $"CB1002: clawdbot:cluster.storageNodes is missing; allowed: count 3 and an instanceType, because clawdbot:modelStorage.kind is 'cephFs'. No other node takes the daemons of Ceph. {Here}");

    [Fact]
    public void Rejects_storage_nodes_that_nothing_runs_on() => Rejects(
        "staging",
        configuration => configuration["cluster"]!["storageNodes"] = new JsonObject { ["count"] = 3 },
        $"CB1005: clawdbot:cluster.storageNodes is set; allowed: nothing, unless clawdbot:modelStorage.kind is 'cephFs'. Nothing else runs on these nodes, and they cost money. {Here}");

    [Theory]
    [InlineData(6, 3, "6; allowed: 3, the count of clawdbot:cluster.storageNodes. The data would wait for nodes that nobody makes.")]
    [InlineData(3, 6, "3; allowed: 6, the count of clawdbot:cluster.storageNodes. The other nodes would stand idle.")]
    public void Rejects_another_number_of_nodes_for_ceph_than_there_are(int nodes, int count, string expected) => Rejects(
        "prod",
        configuration =>
        {
            configuration["modelStorage"]!["nodes"] = nodes;
            configuration["cluster"]!["storageNodes"]!["count"] = count;
        },
        $"CB1005: clawdbot:modelStorage.nodes is {expected} {Here}");

    [Theory]
    [InlineData("m7i.2xlarge", false)]
    [InlineData("m7id.2xlarge", true)]
    [InlineData("i4i.2xlarge", true)]
    public void Ceph_takes_disks_of_nodes_that_have_some(string type, bool accepted)
    {
        var configuration = Changed("prod", configuration =>
        {
            configuration["modelStorage"] = JsonNode.Parse("""{"kind":"cephFs","capacityGiB":500,"devices":["nvme1n1"],"deviceGiB":1024}""");
            configuration["cluster"]!["storageNodes"]!["instanceType"] = type;
        });
        Assert.Equal(
            accepted ? [] : [$"CB1005: clawdbot:modelStorage.devices is set; allowed: storageClass, or clawdbot:cluster.storageNodes.instanceType with disks of its own, as i4i.2xlarge. '{type}' has no disk besides the one that it starts from. {Here}"],
            Mistakes(configuration));
    }

    [Fact]
    public void Rejects_settings_of_clusters_on_one_machine() => Rejects(
        "local",
        configuration =>
        {
            configuration["gateway"]!["exposure"] = new JsonObject { ["kind"] = "nodePort", ["port"] = 30443, ["allowedRanges"] = new JsonArray("10.0.0.0/8") };
            configuration["gateway"]!["imagePullSecret"] = "pull";
            configuration["assistant"]!["storageClass"] = "gp3";
            configuration["alerting"] = JsonNode.Parse("""{"critical":{"kind":"webhook","url":"https://alerts.example.com/"}}""");
        },
        $"CB1005: clawdbot:gateway.exposure is set; allowed: nothing with clawdbot:cluster.kind 'docker'. Docker publishes the gateway on cluster.bindAddress. {Here}",
        $"CB1005: clawdbot:gateway.imagePullSecret is set; allowed: nothing with clawdbot:cluster.kind 'docker'. Docker uses the credentials of the machine. {Here}",
        $"CB1005: clawdbot:assistant.storageClass is set; allowed: nothing with clawdbot:cluster.kind 'docker'. Docker has no storage classes. {Here}",
        $"CB1005: clawdbot:alerting.critical is set; allowed: nothing with clawdbot:cluster.kind 'docker'. One machine has no Alertmanager that could tell anybody. {Here}");

    [Fact]
    public void Rejects_what_follows_from_the_cluster() => Rejects(
        "staging",
        configuration => configuration["addons"] = JsonNode.Parse("""{"nodeScaler":{"kind":"none"}}"""),
        $"CB1005: clawdbot:addons.nodeScaler is set; allowed: nothing with clawdbot:cluster.kind 'eks'. It follows from the cluster. {Here}");

    private static Configuration Changed(string stack, Action<Configuration> change)
    {
        var configuration = Configuration.Of(stack);
        change(configuration);
        return configuration;
    }

    private static IEnumerable<string> Mistakes(Configuration configuration) =>
        Record.Exception(configuration.Parse) is DiagnosticException error ? error.Diagnostics.Select(diagnostic => diagnostic.ToString()) : [];

    private static void Rejects(string stack, Action<Configuration> change, params string[] expected) => Assert.Equal(expected, Mistakes(Changed(stack, change)));
}
