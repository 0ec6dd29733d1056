using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Storage;

/// <summary>Makes a PersistentVolume for storage that exists already, and the one claim that may bind it.</summary>
internal static class StaticVolume
{
    /// <summary>The claim's name, carrying the dependency on the claim.</summary>
    /// <param name="parent">The component that owns both.</param>
    /// <param name="spec">Names, size and options.</param>
    /// <param name="space">Namespace of the claim.</param>
    /// <param name="setSource">Says where the volume's files are.</param>
    internal static Output<string> Create(Resource parent, StaticVolumeSpec spec, Input<string> space, Action<PersistentVolumeSpecArgs> setSource)
    {
        var labels = Labels.For(ModelStorageDefaults.LabelName, spec.Prefix, ModelStorageDefaults.Component);
        var size = $"{spec.CapacityGiB}Gi";
        var volumeSpec = new PersistentVolumeSpecArgs
        {
            AccessModes = { spec.AccessMode },
            Capacity = { ["storage"] = size },
            // Reserved for our claim, so that no other claim of the cluster can bind it first.
            ClaimRef = new ObjectReferenceArgs { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Name = spec.ClaimName, Namespace = space },
            PersistentVolumeReclaimPolicy = ModelStorageDefaults.ReclaimPolicy,
            // The empty class keeps the default provisioner away.
            StorageClassName = "",
            VolumeMode = "Filesystem",
        };
        if (!spec.MountOptions.IsEmpty)
            volumeSpec.MountOptions = spec.MountOptions;
        setSource(volumeSpec);
        var volume = new PersistentVolume($"{spec.Prefix}-volume", new PersistentVolumeArgs
        {
            Metadata = new ObjectMetaArgs { Name = spec.VolumeName, Labels = labels },
            Spec = volumeSpec,
        }, new CustomResourceOptions { Parent = parent });
        var claim = new PersistentVolumeClaim($"{spec.Prefix}-claim", new PersistentVolumeClaimArgs
        {
            Metadata = new ObjectMetaArgs { Name = spec.ClaimName, Namespace = space, Labels = labels },
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = { spec.AccessMode },
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = size } },
                StorageClassName = "",
                VolumeMode = "Filesystem",
                VolumeName = OutputUtilities.WithDependency(Output.Create(spec.VolumeName), volume),
            },
        }, new CustomResourceOptions { Parent = parent });
        return OutputUtilities.WithDependency(Output.Create(spec.ClaimName), claim);
    }
}
