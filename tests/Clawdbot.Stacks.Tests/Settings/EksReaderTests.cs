using System.Text.Json;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class EksReaderTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";

    [Fact]
    public void Reads_the_shortest_cluster_with_all_defaults()
    {
        var target = Read(Shortest(), out var errors);
        Assert.Empty(errors);
        Assert.Null(target.StorageNodes);
        Assert.Equal(["eu-central-1a", "eu-central-1b", "eu-central-1c"], target.Cluster.Zones.AsEnumerable());
        Assert.Equal(["arn:aws:iam::123456789012:role/admin"], target.Cluster.Administrators.AsEnumerable());
        Assert.True(target.Cluster is
        {
            Name: "clawdbot-prod", AccountId: "123456789012", Region: "eu-central-1", KubernetesVersion: "1.35", VpcCidr: "10.64.0.0/16", ServiceCidr: "172.20.0.0/16",
            LogRetentionDays: 90, Autoscaler: NodeAutoscaler.None, SystemNodes: 3, SystemInstanceType: "m7i.xlarge", DeletionProtection: true,
            Viewers.IsEmpty: true, PublicAccessCidrs.IsEmpty: true, PrivateAccessCidrs.IsEmpty: true, AddOnVersions.IsEmpty: true,
        });
        Assert.Empty(EksClusterRules.Check(target.Cluster, "C", "R"));
    }

    [Fact]
    public void Reads_every_key()
    {
        var json = Shortest();
        json["viewers"] = new JsonArray("arn:aws:iam::123456789012:role/support");
        json["kubernetesVersion"] = "1.36";
        json["vpcCidr"] = "10.1.0.0/16";
        json["serviceCidr"] = "172.21.0.0/16";
        json["publicAccessCidrs"] = new JsonArray("203.0.113.0/24");
        json["privateAccessCidrs"] = new JsonArray("10.9.0.0/16");
        json["logRetentionDays"] = 365;
        json["autoscaler"] = "karpenter";
        json["systemNodes"] = 6;
        json["systemInstanceType"] = "m7i.2xlarge";
        json["storageNodes"] = new JsonObject { ["count"] = 6, ["instanceType"] = "m7i.2xlarge" };
        json["addOnVersions"] = new JsonArray("vpc-cni=v1.20.4-eksbuild.2");
        json["deletionProtection"] = false;
        Assert.Equal(EksReader.Keys.Order(StringComparer.Ordinal), json.Select(pair => pair.Key).Order(StringComparer.Ordinal));

        var target = Read(json, out var errors);
        Assert.Empty(errors);
        Assert.True(target.Cluster is
        {
            KubernetesVersion: "1.36", VpcCidr: "10.1.0.0/16", ServiceCidr: "172.21.0.0/16", LogRetentionDays: 365, Autoscaler: NodeAutoscaler.Karpenter,
            SystemNodes: 6, SystemInstanceType: "m7i.2xlarge", DeletionProtection: false,
        });
        Assert.Equal(["203.0.113.0/24"], target.Cluster.PublicAccessCidrs.AsEnumerable());
        Assert.Equal(["10.9.0.0/16"], target.Cluster.PrivateAccessCidrs.AsEnumerable());
        Assert.Equal("v1.20.4-eksbuild.2", target.Cluster.AddOnVersions["vpc-cni"]);
        Assert.True(target.StorageNodes is { Count: 6, InstanceType: "m7i.2xlarge", Cluster: "clawdbot-prod", Region: "eu-central-1", Zones.Length: 3 });
    }

    [Fact]
    public void Rejects_what_a_person_must_decide_once_and_nothing_after_it()
    {
        var target = Read([], out var errors);
        Assert.Equal(
            [
                $"CB1002: clawdbot:cluster.name is missing; allowed: a text. {Here}",
                $"CB1002: clawdbot:cluster.accountId is missing; allowed: a text. {Here}",
                $"CB1002: clawdbot:cluster.region is missing; allowed: a text. {Here}",
                $"CB1002: clawdbot:cluster.zones is missing; allowed: a list of texts. {Here}",
                $"CB1002: clawdbot:cluster.administrators is missing; allowed: a list of texts. {Here}",
            ],
            errors);
        Assert.Empty(EksClusterRules.Check(target.Cluster, "C", "R"));
    }

    [Fact]
    public void Rejects_a_missing_region_without_blaming_the_zones()
    {
        var json = Shortest();
        json.Remove("region");
        Assert.Empty(EksClusterRules.Check(Read(json, out var errors).Cluster, "C", "R"));
        Assert.Equal([$"CB1002: clawdbot:cluster.region is missing; allowed: a text. {Here}"], errors);
    }

    [Fact]
    public void Rejects_wrong_types_unknown_keys_and_unknown_choices()
    {
        var json = Shortest();
        json["accountId"] = 123456789012;
        json["zones"] = "eu-central-1a";
        json["autoscaler"] = "karpentr";
        json["storageNodes"] = new JsonObject { ["nodes"] = 3 };
        json["addOnVersions"] = new JsonArray("vpc-cni");
        var target = Read(json, out var errors);
        Assert.Equal(
            [
                $"CB1003: clawdbot:cluster.accountId is 123456789012; allowed: a text. {Here}",
                $"CB1003: clawdbot:cluster.zones is the text 'eu-central-1a'; allowed: a list of texts. {Here}",
                $"CB1004: clawdbot:cluster.autoscaler is 'karpentr'; allowed: none or clusterAutoscaler or karpenter. Did you mean 'karpenter'? {Here}",
                "CB1001: clawdbot:cluster.storageNodes.nodes is not a setting; allowed: count, instanceType. Correct it in stacks/Pulumi.test.yaml.",
            ],
            errors);
        Assert.Equal(
            ["CB2115: C.addOnVersions is 'vpc-cni='; allowed: a version as v1.20.4-eksbuild.2, see `aws eks describe-addon-versions --addon-name vpc-cni`. R"],
            EksClusterRules.Check(target.Cluster, "C", "R").Select(diagnostic => diagnostic.ToString()));
    }

    internal static JsonObject Shortest() => new()
    {
        ["name"] = "clawdbot-prod",
        ["accountId"] = "123456789012",
        ["region"] = "eu-central-1",
        ["zones"] = new JsonArray("eu-central-1a", "eu-central-1b", "eu-central-1c"),
        ["administrators"] = new JsonArray("arn:aws:iam::123456789012:role/admin"),
    };

    internal static ClusterTarget.Eks Read(JsonObject json, out List<string> errors)
    {
        var found = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json.ToJsonString());
        var target = EksReader.Read(new SettingsObject("clawdbot:cluster", document.RootElement.Clone(), EksReader.Keys, "stacks/Pulumi.test.yaml", found));
        errors = [.. found.Select(diagnostic => diagnostic.ToString())];
        return target;
    }
}
