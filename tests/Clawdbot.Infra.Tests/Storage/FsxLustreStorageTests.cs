using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>FSx for Lustre as model storage on AWS (C7): fast, encrypted, and reachable by the nodes only.</summary>
public sealed class FsxLustreStorageTests
{
    [Fact]
    public async Task A_new_file_system_is_durable_encrypted_and_in_the_zone_of_the_nodes()
    {
        var mocks = await Run.Program(() => Create(Volumes.NewLustre, Network));
        var inputs = mocks.Only("aws:fsx/lustreFileSystem:LustreFileSystem").Inputs;

        Same(
            """
            {"deploymentType":"PERSISTENT_2","storageType":"SSD","storageCapacity":1200.0,"perUnitStorageThroughput":500.0,"metadataConfiguration":{"mode":"AUTOMATIC"},
             "fileSystemTypeVersion":"2.15","dataCompressionType":"LZ4","subnetIds":"subnet-a","securityGroupIds":["lustre-security-group-id"],
             "automaticBackupRetentionDays":0.0,"skipFinalBackup":true,"weeklyMaintenanceStartTime":"7:03:00"}
            """, Except(inputs, "kmsKeyId"));
        Assert.True((bool)mocks.Only("aws:kms/key:Key").Inputs["enableKeyRotation"]!);
    }

    [Fact]
    public async Task A_key_and_metadata_operations_of_the_caller_are_used()
    {
        var mocks = await Run.Program(() => Create(Volumes.NewLustre with { MetadataIops = 6000 }, Network, "arn:aws:kms:eu-central-1:111122223333:key/k"));
        var inputs = mocks.Only("aws:fsx/lustreFileSystem:LustreFileSystem").Inputs;
        Assert.Equal("arn:aws:kms:eu-central-1:111122223333:key/k", (string?)inputs["kmsKeyId"]);
        Same("""{"mode":"USER_PROVISIONED","iops":6000.0}""", inputs["metadataConfiguration"]!);
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:kms/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_lustre_ports_are_open_and_only_between_nodes_and_servers()
    {
        var mocks = await Run.Program(() => Create(Volumes.NewLustre, Network));
        Assert.False(mocks.Only("aws:ec2/securityGroup:SecurityGroup").Inputs.ContainsKey("ingress"));
        var rules = mocks.Resources
            .Where(resource => resource.Type.StartsWith("aws:vpc/", StringComparison.Ordinal))
            .Select(rule => $"{rule.Inputs["securityGroupId"]} {(rule.Type.EndsWith("IngressRule", StringComparison.Ordinal) ? "from" : "to")} {rule.Inputs["referencedSecurityGroupId"]} {rule.Inputs["ipProtocol"]} {rule.Inputs["fromPort"]}-{rule.Inputs["toPort"]}");
        const string Servers = "lustre-security-group-id";
        string[] paths = [$"{Servers} from {Servers}", $"{Servers} from sg-nodes", $"{Servers} to {Servers}", $"{Servers} to sg-nodes", $"sg-nodes from {Servers}"];
        Assert.Equal(
            paths.SelectMany(path => new[] { $"{path} tcp 1018-1023", $"{path} tcp 988-988" }),
            rules.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_existing_file_system_becomes_a_volume_and_nothing_of_AWS_is_touched()
    {
        FsxLustreStorage? storage = null;
        var mocks = await Run.Program(() => storage = Create(Volumes.OldLustre));

        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
        var volume = mocks.Only("kubernetes:core/v1:PersistentVolume").Inputs;
        Assert.Equal("clawdbot-models", (string?)volume["metadata"]!["name"]);
        Same(
            """
            {"accessModes":["ReadWriteMany"],"capacity":{"storage":"2400Gi"},"mountOptions":["flock"],"persistentVolumeReclaimPolicy":"Retain","storageClassName":"","volumeMode":"Filesystem",
             "claimRef":{"apiVersion":"v1","kind":"PersistentVolumeClaim","name":"models","namespace":"clawdbot-models"},
             "csi":{"driver":"fsx.csi.aws.com","volumeHandle":"fs-0123456789abcdef0","volumeAttributes":{"dnsname":"fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com","mountname":"abcdefgh"}}}
            """, volume["spec"]!);
        Assert.Equal("clawdbot-models", (string?)mocks.Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs["spec"]!["volumeName"]);
        Assert.Equal(("models", "fs-0123456789abcdef0"), (await OutputUtilities.GetValueAsync(storage!.ClaimName), await OutputUtilities.GetValueAsync(storage.FileSystemId)));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() =>
        {
            var error = Assert.Throws<DiagnosticException>(() => Create(Volumes.NewLustre with { CapacityGiB = 1 }));
            Assert.Equal(["CB2205", "CB2012"], error.Diagnostics.Select(diagnostic => diagnostic.Id));
        });
        Assert.Equal([FsxLustreStorage.Token], mocks.Resources.Select(resource => resource.Type));
    }

    private static StorageNetworkArgs Network => new() { VpcId = "vpc-1", SubnetId = "subnet-a", NodeSecurityGroupId = "sg-nodes" };

    private static FsxLustreStorage Create(FsxFileSystem fileSystem, StorageNetworkArgs? network = null, string? key = null) => new("lustre", new FsxLustreStorageArgs
    {
        Volume = new ModelVolume.FsxLustre(fileSystem),
        Namespace = "clawdbot-models",
        Network = network,
        KmsKeyArn = key is null ? null : (Pulumi.Input<string>)key,
    });

    private static JsonObject Except(JsonObject inputs, string member)
    {
        var copy = inputs.DeepClone().AsObject();
        copy.Remove(member);
        return copy;
    }

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
