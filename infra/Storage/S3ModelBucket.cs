using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using S3 = Pulumi.Aws.S3;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// An S3 bucket as two claims: one that servers read, one that only the loader writes. Needs Mountpoint's CSI driver, version 2 (EKS
/// add-on aws-mountpoint-s3-csi-driver), and for roles the EKS Pod Identity agent.
/// </summary>
public sealed class S3ModelBucket : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:S3ModelBucket";

    /// <summary>Creates or adopts the bucket.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Which bucket, and who reads it.</param>
    /// <param name="options">Options; the Kubernetes and AWS providers come from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public S3ModelBucket(string name, S3ModelBucketArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (subject, remedy) = ($"S3ModelBucket '{name}'", "Change the arguments of the component.");
        DiagnosticException.ThrowIfAny([
            .. S3ModelBucketRules.Check(args.Volume, subject, remedy),
            .. S3ModelBucketRules.CheckAccess(args.Volume, args.ClusterName is not null, args.ReaderServiceAccounts, subject, remedy),
        ]);

        var volume = args.Volume;
        var key = args.KmsKeyArn ?? (volume.Create ? (Input<string>)StorageKey.Create(this, name, "Model files on S3") : null);
        var (bucket, arn) = volume.Create ? CreateBucket(name, volume, key!) : (volume.Bucket, Output.Create(S3AccessPolicy.BucketArn(volume.Bucket, volume.Region)));
        if (args.ClusterName is { } cluster)
        {
            Grant($"{name}-reader", cluster, args.Namespace, args.ReaderServiceAccounts, Policy(arn, volume.Prefix, key, S3AccessPolicy.Read));
            Grant($"{name}-writer", cluster, args.Namespace, [S3ModelBucketDefaults.WriterServiceAccount], Policy(arn, volume.Prefix, key, S3AccessPolicy.Write));
        }

        var credentials = args.ClusterName is null ? "driver" : "pod";
        ClaimName = Mount(name, "", S3ModelBucketDefaults.ReaderAccessMode, ["read-only"], args, bucket, credentials);
        // A file that exists is never written again by an upload that broke off, unless both are allowed.
        WriterClaimName = Mount(name, ModelStorageDefaults.WriterSuffix, ModelStorageDefaults.AccessMode, ["allow-delete", "allow-overwrite"], args, bucket, credentials);
        RegisterOutputs();
    }

    /// <summary>Name of the claim that servers mount, read-only.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    /// <summary>Name of the claim that the loader mounts.</summary>
    [Output("writerClaimName")]
    public Output<string> WriterClaimName { get; private set; }

    private CustomResourceOptions Child(params Resource[] after) => new() { Parent = this, DependsOn = after };

    private (Input<string> Name, Output<string> Arn) CreateBucket(string name, ModelVolume.S3Mountpoint volume, Input<string> key)
    {
        var bucket = new Bucket($"{name}-bucket", new BucketArgs { BucketName = volume.Bucket, ForceDestroy = false }, new CustomResourceOptions { Parent = this, Protect = true });
        _ = new BucketPublicAccessBlock($"{name}-public-access-block", new BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, Child());
        _ = new BucketVersioning($"{name}-versioning", new S3.BucketVersioningArgs
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, Child());
        _ = new BucketServerSideEncryptionConfiguration($"{name}-encryption", new S3.BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "aws:kms", KmsMasterKeyId = key },
                    // One request to KMS for many files, not one for each part that is read.
                    BucketKeyEnabled = true,
                },
            },
        }, Child());
        _ = new BucketLifecycleConfiguration($"{name}-lifecycle", new BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "tidy",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = S3ModelBucketDefaults.RecoveryDays },
                    AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = S3ModelBucketDefaults.BrokenUploadDays },
                },
            },
        }, Child());
        _ = new BucketPolicy($"{name}-policy", new BucketPolicyArgs { Bucket = bucket.Id, Policy = bucket.Arn.Apply(S3AccessPolicy.TlsOnly) }, Child());
        return (bucket.Id, bucket.Arn);
    }

    private static Output<string> Policy(Output<string> arn, string prefix, Input<string>? key, Func<string, string, string?, string> document) =>
        key is null ? arn.Apply(bucket => document(bucket, prefix, null)) : Output.Tuple(arn, key.ToOutput()).Apply(both => document(both.Item1, prefix, both.Item2));

    private void Grant(string name, Input<string> cluster, Input<string> space, IEnumerable<string> accounts, Output<string> policy)
    {
        var role = new Role($"{name}-role", new RoleArgs { AssumeRolePolicy = S3AccessPolicy.Trust(), Description = "Model files on S3, for pods of one service account" }, Child());
        _ = new RolePolicy($"{name}-access", new RolePolicyArgs { Role = role.Id, Policy = policy }, Child());
        foreach (var account in accounts)
        {
            _ = new PodIdentityAssociation($"{name}-{account}", new PodIdentityAssociationArgs
            {
                ClusterName = cluster,
                Namespace = space,
                ServiceAccount = account,
                RoleArn = role.Arn,
            }, Child());
        }
    }

    private Output<string> Mount(string name, string suffix, string accessMode, string[] options, S3ModelBucketArgs args, Input<string> bucket, string credentials) =>
        StaticVolume.Create(this, new StaticVolumeSpec
        {
            Prefix = $"{name}{suffix}",
            VolumeName = $"{ModelStorageDefaults.VolumeName}{suffix}",
            ClaimName = $"{ModelStorageDefaults.ClaimName}{suffix}",
            AccessMode = accessMode,
            CapacityGiB = S3ModelBucketDefaults.DeclaredGiB,
            MountOptions = [$"region {args.Volume.Region}", $"prefix {args.Volume.Prefix}", "allow-other", $"uid={S3ModelBucketDefaults.UserId}", $"gid={S3ModelBucketDefaults.UserId}", .. options],
        }, args.Namespace, source => source.Csi = new CSIPersistentVolumeSourceArgs
        {
            Driver = S3ModelBucketDefaults.Driver,
            // The driver takes two volumes of one handle for the same mount.
            VolumeHandle = $"{ModelStorageDefaults.VolumeName}{suffix}",
            VolumeAttributes = { ["bucketName"] = bucket, ["authenticationSource"] = credentials },
        });
}
