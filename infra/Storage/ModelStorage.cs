using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// The claim through which model servers read their weights, whatever the storage. A host path becomes a volume with a claim, because
/// pods that mount a host path themselves are refused by Pod Security <c>restricted</c>.
/// </summary>
public sealed class ModelStorage : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:ModelStorage";

    /// <summary>Creates or adopts the storage.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Where the files are.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here, and the AWS provider for storage of AWS.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public ModelStorage(string name, ModelStorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ModelStorageRules.Check(args.Volume, $"ModelStorage '{name}'", "Change the arguments of the component."));

        (ClaimName, WriterClaimName) = args.Volume switch
        {
            ModelVolume.CephFs ceph => Both(new CephFileSystem($"{name}-ceph", new CephFileSystemArgs
            {
                Volume = ceph,
                Namespace = args.Namespace,
                RookNamespace = args.RookNamespace ?? WellKnownNamespaces.Rook,
            }, Child()).ClaimName),
            ModelVolume.FsxLustre lustre => Both(new FsxLustreStorage($"{name}-lustre", new FsxLustreStorageArgs
            {
                Volume = lustre,
                Namespace = args.Namespace,
                Network = args.Network,
                KmsKeyArn = args.KmsKeyArn,
            }, Child()).ClaimName),
            ModelVolume.S3Mountpoint bucket => Claims(new S3ModelBucket($"{name}-s3", new S3ModelBucketArgs
            {
                Volume = bucket,
                Namespace = args.Namespace,
                ClusterName = args.ClusterName,
                ReaderServiceAccounts = args.ReaderServiceAccounts,
                KmsKeyArn = args.KmsKeyArn,
            }, Child())),
            ModelVolume.ExistingClaim existing => Both(Output.Create(existing.Claim)),
            ModelVolume.HostPath host => Both(CreateHostVolume(name, host, args.Namespace)),
            _ => throw new UnreachableException(),
        };
        RegisterOutputs();
    }

    /// <summary>Name of the claim that servers mount read-only, in the namespace of the model servers.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    /// <summary>Name of the claim that the loader writes to, in the same namespace; the same claim wherever one mount can do both.</summary>
    [Output("writerClaimName")]
    public Output<string> WriterClaimName { get; private set; }

    private ComponentResourceOptions Child() => new() { Parent = this };

    private static (Output<string> Reader, Output<string> Writer) Both(Output<string> claim) => (claim, claim);

    private static (Output<string> Reader, Output<string> Writer) Claims(S3ModelBucket bucket) => (bucket.ClaimName, bucket.WriterClaimName);

    private Output<string> CreateHostVolume(string name, ModelVolume.HostPath host, Input<string> space) =>
        StaticVolume.Create(this, new StaticVolumeSpec
        {
            Prefix = name,
            VolumeName = ModelStorageDefaults.VolumeName,
            ClaimName = ModelStorageDefaults.ClaimName,
            AccessMode = ModelStorageDefaults.AccessMode,
            CapacityGiB = host.CapacityGiB,
        }, space, source =>
        {
            source.HostPath = new HostPathVolumeSourceArgs { Path = host.Path, Type = ModelStorageDefaults.HostPathType };
            source.NodeAffinity = NodesWith(host);
        });

    private static Input<VolumeNodeAffinityArgs>? NodesWith(ModelVolume.HostPath host)
    {
        if (host.Nodes.IsEmpty)
            return null;
        return new VolumeNodeAffinityArgs
        {
            Required = new NodeSelectorArgs
            {
                NodeSelectorTerms =
                {
                    new NodeSelectorTermArgs
                    {
                        MatchExpressions = { new NodeSelectorRequirementArgs { Key = Labels.Hostname, Operator = "In", Values = host.Nodes } },
                    },
                },
            },
        };
    }
}
