using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>A bucket as model storage: servers read it and nothing else, only the loader writes.</summary>
public sealed class S3ModelBucketTests
{
    [Fact]
    public async Task An_existing_bucket_outside_of_EKS_is_mounted_with_the_drivers_credentials()
    {
        S3ModelBucket? storage = null;
        var mocks = await Run.Program(() => storage = Create(Volumes.Bucket));

        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
        var volume = Named(mocks, "kubernetes:core/v1:PersistentVolume", "clawdbot-models")["spec"]!;
        Same(
            """
            {"accessModes":["ReadOnlyMany"],"capacity":{"storage":"1200Gi"},"persistentVolumeReclaimPolicy":"Retain","storageClassName":"","volumeMode":"Filesystem",
             "mountOptions":["region eu-central-1","prefix models/","allow-other","uid=2000","gid=2000","read-only"],
             "claimRef":{"apiVersion":"v1","kind":"PersistentVolumeClaim","name":"models","namespace":"clawdbot-models"},
             "csi":{"driver":"s3.csi.aws.com","volumeHandle":"clawdbot-models","volumeAttributes":{"bucketName":"clawdbot-weights","authenticationSource":"driver"}}}
            """, volume);
        Assert.Equal(("models", "models-writer"), (await OutputUtilities.GetValueAsync(storage!.ClaimName), await OutputUtilities.GetValueAsync(storage.WriterClaimName)));
    }

    [Fact]
    public async Task The_loader_has_a_volume_of_its_own_that_it_may_write()
    {
        var mocks = await Run.Program(() => Create(Volumes.Bucket));

        var volume = Named(mocks, "kubernetes:core/v1:PersistentVolume", "clawdbot-models-writer")["spec"]!;
        Assert.Equal(["region eu-central-1", "prefix models/", "allow-other", "uid=2000", "gid=2000", "allow-delete", "allow-overwrite"], volume["mountOptions"]!.AsArray().Select(option => (string?)option));
        Assert.Equal("clawdbot-models-writer", (string?)volume["csi"]!["volumeHandle"]);
        var claim = Named(mocks, "kubernetes:core/v1:PersistentVolumeClaim", "models-writer")["spec"]!;
        Same("""["ReadWriteMany"]""", claim["accessModes"]!);
        Assert.Equal(("", "clawdbot-models-writer"), ((string?)claim["storageClassName"], (string?)claim["volumeName"]));
    }

    [Fact]
    public async Task On_EKS_each_service_account_gets_no_more_than_it_needs()
    {
        var mocks = await Run.Program(() => Create(Volumes.Bucket, "prod", ["qwen3-32b", "llama"]));

        Assert.Equal(
            ["s3-reader-llama llama clawdbot-models prod", "s3-reader-qwen3-32b qwen3-32b clawdbot-models prod", "s3-writer-model-loader model-loader clawdbot-models prod"],
            mocks.Resources.Where(resource => resource.Type == "aws:eks/podIdentityAssociation:PodIdentityAssociation")
                .Select(association => $"{association.Name} {association.Inputs["serviceAccount"]} {association.Inputs["namespace"]} {association.Inputs["clusterName"]}"));
        Same(
            """
            {"Version":"2012-10-17","Statement":[
              {"Sid":"List","Effect":"Allow","Action":["s3:ListBucket"],"Resource":"arn:aws:s3:::clawdbot-weights","Condition":{"StringLike":{"s3:prefix":["models/","models/*"]}}},
              {"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::clawdbot-weights/models/*"}]}
            """, Policy(mocks, "s3-reader-access"));
        Assert.Equal(
            ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
            Policy(mocks, "s3-writer-access")["Statement"]![1]!["Action"]!.AsArray().Select(action => (string?)action));
        Same(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}""",
            JsonNode.Parse((string)mocks.Resources.Single(resource => resource.Name == "s3-reader-role").Inputs["assumeRolePolicy"]!)!);
        Assert.Equal("pod", (string?)Named(mocks, "kubernetes:core/v1:PersistentVolume", "clawdbot-models")["spec"]!["csi"]!["volumeAttributes"]!["authenticationSource"]);
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:s3:::clawdbot-weights")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:s3:::clawdbot-weights")]
    public async Task A_bucket_of_another_partition_is_named_there(string region, string arn)
    {
        var mocks = await Run.Program(() => Create(Volumes.Bucket with { Region = region }, "prod"));
        Assert.Equal(arn, (string?)Policy(mocks, "s3-reader-access")["Statement"]![0]!["Resource"]);
    }

    [Fact]
    public async Task A_new_bucket_is_closed_encrypted_versioned_and_takes_no_plain_requests()
    {
        var mocks = await Run.Program(() => Create(Volumes.Bucket with { Create = true }, "prod", ["qwen3-32b"]));

        Same("""{"bucket":"clawdbot-weights","forceDestroy":false}""", mocks.Only("aws:s3/bucket:Bucket").Inputs);
        Same(
            """{"bucket":"s3-bucket-id","blockPublicAcls":true,"blockPublicPolicy":true,"ignorePublicAcls":true,"restrictPublicBuckets":true}""",
            mocks.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Inputs);
        Assert.Equal("Enabled", (string?)mocks.Only("aws:s3/bucketVersioning:BucketVersioning").Inputs["versioningConfiguration"]!["status"]);
        var encryption = Assert.Single(mocks.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Inputs["rules"]!.AsArray())!;
        Assert.Equal(("aws:kms", true), ((string?)encryption["applyServerSideEncryptionByDefault"]!["sseAlgorithm"], (bool)encryption["bucketKeyEnabled"]!));
        var lifecycle = Assert.Single(mocks.Only("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Inputs["rules"]!.AsArray())!;
        Assert.Equal((30.0, 7.0), ((double)lifecycle["noncurrentVersionExpiration"]!["noncurrentDays"]!, (double)lifecycle["abortIncompleteMultipartUpload"]!["daysAfterInitiation"]!));
        Assert.Single(mocks.Resources, resource => resource.Type == "aws:s3/bucketPolicy:BucketPolicy");
        Assert.True((bool)mocks.Only("aws:kms/key:Key").Inputs["enableKeyRotation"]!);
    }

    [Fact]
    public async Task With_a_key_the_roles_may_use_it()
    {
        var mocks = await Run.Program(() => Create(Volumes.Bucket, "prod", key: "arn:aws:kms:eu-central-1:111122223333:key/k"));
        Same("""{"Sid":"Key","Effect":"Allow","Action":["kms:Decrypt"],"Resource":"arn:aws:kms:eu-central-1:111122223333:key/k"}""", Policy(mocks, "s3-reader-access")["Statement"]![2]!);
        Same("""["kms:Decrypt","kms:GenerateDataKey"]""", Policy(mocks, "s3-writer-access")["Statement"]![2]!["Action"]!);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() =>
        {
            var error = Assert.Throws<DiagnosticException>(() => Create(Volumes.Bucket with { Create = true, Prefix = "x" }));
            Assert.Equal(["CB2209", "CB2012"], error.Diagnostics.Select(diagnostic => diagnostic.Id));
        });
        Assert.Equal([S3ModelBucket.Token], mocks.Resources.Select(resource => resource.Type));
    }

    private static S3ModelBucket Create(ModelVolume.S3Mountpoint volume, string? cluster = null, string[]? readers = null, string? key = null) => new("s3", new S3ModelBucketArgs
    {
        Volume = volume,
        Namespace = "clawdbot-models",
        ClusterName = cluster is null ? null : (Pulumi.Input<string>)cluster,
        KmsKeyArn = key is null ? null : (Pulumi.Input<string>)key,
        ReaderServiceAccounts = [.. readers ?? []],
    });

    private static JsonNode Policy(RecordingMocks mocks, string name) =>
        JsonNode.Parse((string)mocks.Resources.Single(resource => resource.Name == name).Inputs["policy"]!)!;

    private static JsonObject Named(RecordingMocks mocks, string type, string name) =>
        mocks.Resources.Single(resource => resource.Type == type && (string?)resource.Inputs["metadata"]!["name"] == name).Inputs;

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
