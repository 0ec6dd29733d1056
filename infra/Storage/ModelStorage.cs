using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// The claim through which model servers read their weights. A host path becomes a volume with a claim, because pods that mount a
/// host path themselves are refused by Pod Security <c>restricted</c>.
/// </summary>
public sealed class ModelStorage : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:ModelStorage";

    /// <summary>Creates or adopts the storage.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Where the files are.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public ModelStorage(string name, ModelStorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ModelStorageRules.Check(args.Volume, $"ModelStorage '{name}'", "Change the arguments of the component."));

        ClaimName = args.Volume switch
        {
            ModelVolume.ExistingClaim existing => Output.Create(existing.Claim),
            ModelVolume.HostPath host => CreateHostVolume(name, host, args.Namespace),
            _ => throw new UnreachableException(),
        };
        RegisterOutputs();
    }

    /// <summary>Name of the claim to mount, in the namespace of the model servers.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private Output<string> CreateHostVolume(string name, ModelVolume.HostPath host, Input<string> space)
    {
        var labels = Labels.For("models", name, "model-storage");
        var volume = new PersistentVolume($"{name}-volume", new PersistentVolumeArgs
        {
            Metadata = new ObjectMetaArgs { Name = ModelStorageDefaults.HostVolumeName, Labels = labels },
            Spec = new PersistentVolumeSpecArgs
            {
                AccessModes = { ModelStorageDefaults.AccessMode },
                Capacity = { ["storage"] = $"{host.CapacityGiB}Gi" },
                // Reserved for our claim, so that no other claim of the cluster can bind it first.
                ClaimRef = new ObjectReferenceArgs
                {
                    ApiVersion = "v1",
                    Kind = "PersistentVolumeClaim",
                    Name = ModelStorageDefaults.HostClaimName,
                    Namespace = space,
                },
                HostPath = new HostPathVolumeSourceArgs { Path = host.Path, Type = ModelStorageDefaults.HostPathType },
                NodeAffinity = NodesWith(host),
                PersistentVolumeReclaimPolicy = ModelStorageDefaults.ReclaimPolicy,
                // The empty class keeps the default provisioner away.
                StorageClassName = "",
                VolumeMode = "Filesystem",
            },
        }, Child());
        var claim = new PersistentVolumeClaim($"{name}-claim", new PersistentVolumeClaimArgs
        {
            Metadata = new ObjectMetaArgs { Name = ModelStorageDefaults.HostClaimName, Namespace = space, Labels = labels },
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = { ModelStorageDefaults.AccessMode },
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = $"{host.CapacityGiB}Gi" } },
                StorageClassName = "",
                VolumeMode = "Filesystem",
                VolumeName = OutputUtilities.WithDependency(Output.Create(ModelStorageDefaults.HostVolumeName), volume),
            },
        }, Child());
        return OutputUtilities.WithDependency(Output.Create(ModelStorageDefaults.HostClaimName), claim);
    }

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
