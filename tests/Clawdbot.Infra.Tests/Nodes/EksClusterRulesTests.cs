using System.Collections.Immutable;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class EksClusterRulesTests
{
    [Fact]
    public void Accepts_a_cluster_with_defaults() => Assert.Empty(Check(NodeSpecs.Cluster));

    [Fact]
    public void Accepts_a_cluster_with_everything() =>
        Assert.Empty(Check(NodeSpecs.Cluster with
        {
            Region = "us-gov-west-1",
            Zones = ["us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c"],
            Viewers = ["arn:aws-us-gov:iam::123456789012:user/jane.doe@example.com"],
            KubernetesVersion = "1.36",
            VpcCidr = "172.16.0.0/16",
            PublicAccessCidrs = ["203.0.113.0/24"],
            PrivateAccessCidrs = ["10.9.0.0/16"],
            LogRetentionDays = 365,
            Autoscaler = new NodeAutoscaler.Karpenter(),
            FsxForLustre = true,
            ModelBucket = "clawdbot-models",
            AddOnVersions = ImmutableSortedDictionary<string, string>.Empty.Add("vpc-cni", "v1.20.4-eksbuild.2").Add("aws-fsx-csi-driver", "v1.9.0-eksbuild.1"),
        }));

    [Fact]
    public void Rejects_every_mistake_in_one_go() =>
        Assert.Equal(
            [
                "CB2001: C.name is 'Prod_1'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 40 characters. Change it.",
                "CB2112: C.accountId is '123'; allowed: the twelve digits of an AWS account, in quotes. `aws sts get-caller-identity` prints them. Change it.",
                "CB2100: C.region is 'Frankfurt'; allowed: an AWS region, as eu-central-1. Change it.",
                "CB2105: C.kubernetesVersion is '1.33'; allowed: 1.34, 1.35, 1.36. Did you mean '1.34'? Change it.",
                "CB2102: C.vpcCidr is '8.8.0.0/16'; allowed: a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with a prefix of 16 to 20, its host bits zero, as 10.64.0.0/16. Change it.",
                "CB2102: C.serviceCidr is '10.0.0.0/8'; allowed: a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with a prefix of 12 to 24, its host bits zero, as 10.64.0.0/16. Change it.",
                "CB2106: C.administrators is empty; allowed: at least one ARN of an IAM role or user. Nobody else gets access, not even who creates the cluster. Change it.",
                "CB2114: C.logRetentionDays is 91; allowed: 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Change it.",
                "CB2002: C.systemNodes is 2; allowed: 3 to 30. Change it.",
                "CB2107: C.systemInstanceType is 'large'; allowed: an EC2 instance type, as m7i.xlarge. Change it.",
                "CB2119: C.modelBucket is 'My_Bucket'; allowed: the name of a bucket: 3 to 63 lower-case letters, digits, '-' and '.'. Change it.",
            ],
            Check(NodeSpecs.Cluster with
            {
                Name = "Prod_1",
                AccountId = "123",
                Region = "Frankfurt",
                Administrators = [],
                KubernetesVersion = "1.33",
                VpcCidr = "8.8.0.0/16",
                ServiceCidr = "10.0.0.0/8",
                LogRetentionDays = 91,
                SystemNodes = 2,
                SystemInstanceType = "large",
                ModelBucket = "My_Bucket",
            }));

    [Fact]
    public void Rejects_other_than_three_zones() =>
        Assert.Equal(["CB2101: C.zones is a list of 2; allowed: exactly 3. Change it."], Check(NodeSpecs.Cluster with { Zones = ["eu-central-1a", "eu-central-1b"] }));

    [Fact]
    public void Rejects_zones_of_elsewhere_and_a_zone_twice() =>
        Assert.Equal(
            [
                "CB2101: C.zones[1] is 'eu-central-1a' again; allowed: each zone once. Change it.",
                "CB2101: C.zones[2] is 'us-east-1c'; allowed: a zone of the region, as eu-central-1a. Change it.",
            ],
            Check(NodeSpecs.Cluster with { Zones = ["eu-central-1a", "eu-central-1a", "us-east-1c"] }));

    [Theory]
    [InlineData("eu-central-1-ham-1a")]
    [InlineData("euc1-az1")]
    [InlineData("eu-central-1")]
    public void Rejects_local_zones_and_zone_ids(string zone) =>
        Assert.Equal([$"CB2101: C.zones[0] is '{zone}'; allowed: a zone of the region, as eu-central-1a. Change it."], Check(NodeSpecs.Cluster with { Zones = [zone, "eu-central-1b", "eu-central-1c"] }));

    [Fact]
    public void Rejects_services_inside_the_network() =>
        Assert.Equal(
            ["CB2118: C.serviceCidr is '10.64.32.0/20'; allowed: a block that does not overlap vpcCidr, which is 10.64.0.0/16. Change it."],
            Check(NodeSpecs.Cluster with { ServiceCidr = "10.64.32.0/20" }));

    [Theory]
    [InlineData("10.64.0.0/15")]
    [InlineData("10.64.0.0/21")]
    [InlineData("10.64.1.0/16")]
    public void Rejects_a_network_of_another_size_or_with_host_bits(string cidr) =>
        Assert.Equal(
            [$"CB2102: C.vpcCidr is '{cidr}'; allowed: a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with a prefix of 16 to 20, its host bits zero, as 10.64.0.0/16. Change it."],
            Check(NodeSpecs.Cluster with { VpcCidr = cidr }));

    [Theory]
    [InlineData("arn:aws:sts::123456789012:assumed-role/admin/me")]
    [InlineData("arn:aws:iam::123456789012:root")]
    [InlineData("arn:aws:iam::12345:role/admin")]
    [InlineData("admin")]
    public void Rejects_principals_that_cannot_be_access_entries(string arn) =>
        Assert.Equal(
            [$"CB2103: C.administrators[0] is '{arn}'; allowed: arn:aws:iam::<account>:role/<name> or …:user/<name>. Change it."],
            Check(NodeSpecs.Cluster with { Administrators = [arn] }));

    [Fact]
    public void Rejects_a_principal_twice() =>
        Assert.Equal(
            [
                $"CB1006: C.administrators[1] is '{NodeSpecs.Administrator}' again; allowed: each principal once in administrators and viewers. Change it.",
                $"CB1006: C.viewers[0] is '{NodeSpecs.Administrator}' again; allowed: each principal once in administrators and viewers. Change it.",
            ],
            Check(NodeSpecs.Cluster with { Administrators = [NodeSpecs.Administrator, NodeSpecs.Administrator], Viewers = [NodeSpecs.Administrator] }));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("0.0.0.0/1")]
    [InlineData("128.0.0.0/2")]
    public void Rejects_an_api_that_everybody_reaches(string cidr) =>
        Assert.Equal(
            [
                $"CB2104: C.publicAccessCidrs[0] is '{cidr}'; allowed: a block of prefix length 8 or more. The API must not be reachable from everywhere. Change it.",
                $"CB2104: C.privateAccessCidrs[0] is '{cidr}'; allowed: a block of prefix length 8 or more. The API must not be reachable from everywhere. Change it.",
            ],
            Check(NodeSpecs.Cluster with { PublicAccessCidrs = [cidr], PrivateAccessCidrs = [cidr] }));

    [Fact]
    public void Rejects_sources_that_cannot_be_read_or_stand_in_the_wrong_list() =>
        Assert.Equal(
            [
                "CB2102: C.publicAccessCidrs[0] is 'office'; allowed: an IPv4 block with its host bits zero, as 203.0.113.0/24. Change it.",
                "CB2102: C.publicAccessCidrs[1] is '10.0.0.0/8'; allowed: a block of the internet; private addresses belong in privateAccessCidrs. Change it.",
                "CB2102: C.privateAccessCidrs[0] is '203.0.113.0/24'; allowed: a private block; internet addresses belong in publicAccessCidrs. Change it.",
            ],
            Check(NodeSpecs.Cluster with { PublicAccessCidrs = ["office", "10.0.0.0/8"], PrivateAccessCidrs = ["203.0.113.0/24"] }));

    [Fact]
    public void Rejects_versions_of_add_ons_that_are_not_installed_and_texts_that_are_none() =>
        Assert.Equal(
            [
                "CB2115: C.addOnVersions is for 'aws-fsx-csi-driver'; allowed: eks-pod-identity-agent, kube-proxy, vpc-cni, eks-node-monitoring-agent, coredns, metrics-server, aws-ebs-csi-driver. Did you mean 'aws-ebs-csi-driver'? Change it.",
                "CB2115: C.addOnVersions is 'coredns=latest'; allowed: a version as v1.20.4-eksbuild.2, see `aws eks describe-addon-versions --addon-name coredns`. Change it.",
            ],
            Check(NodeSpecs.Cluster with { AddOnVersions = ImmutableSortedDictionary<string, string>.Empty.Add("aws-fsx-csi-driver", "v1.9.0-eksbuild.1").Add("coredns", "latest") }));

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-east-1", "aws-us-gov")]
    [InlineData("ap-southeast-2", "aws")]
    public void Every_region_has_its_partition(string region, string partition)
    {
        Assert.True(AwsNames.IsRegion(region));
        Assert.Equal($"arn:{partition}:iam::aws:policy/X", AwsNames.ManagedPolicy(region, "X"));
        Assert.Equal($"arn:{partition}:eks::aws:cluster-access-policy/X", AwsNames.AccessPolicy(region, "X"));
    }

    private static string[] Check(EksClusterSpec spec) => EksClusterRules.Check(spec, "C", "Change it.").Lines();
}
