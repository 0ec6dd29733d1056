using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>What the pods here have in common: they pass Pod Security <c>restricted</c> and read certificates.</summary>
internal static class EtcdPods
{
    internal static PodSecurityContextArgs Security() => new()
    {
        RunAsNonRoot = true,
        RunAsUser = EtcdClusterDefaults.UserId,
        RunAsGroup = EtcdClusterDefaults.UserId,
        // Makes volumes and key files readable for the user.
        FsGroup = EtcdClusterDefaults.UserId,
        FsGroupChangePolicy = "OnRootMismatch",
        SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
    };

    internal static VolumeArgs SecretVolume(string name, Input<string> secret) => new()
    {
        Name = name,
        Secret = new SecretVolumeSourceArgs { SecretName = secret, DefaultMode = EtcdClusterDefaults.KeyFileMode },
    };

    internal static VolumeArgs Scratch(string name, string size) => new()
    {
        Name = name,
        EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = size },
    };

    /// <summary>A folder in memory, for what must not reach a disk.</summary>
    internal static VolumeArgs MemoryScratch(string name, string size) => new()
    {
        Name = name,
        EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = size },
    };

    internal static VolumeMountArgs Mount(string name, string path, bool readOnly = true) => new() { Name = name, MountPath = path, ReadOnly = readOnly };

    internal static EnvVarArgs PodName() => new()
    {
        Name = EtcdMemberIdentity.PodVariable,
        ValueFrom = new EnvVarSourceArgs { FieldRef = new ObjectFieldSelectorArgs { FieldPath = "metadata.name" } },
    };

    internal static ResourceRequirementsArgs Resources(string cpu, string cpuLimit, int memoryMiB, int storageMiB)
    {
        var memory = MiB(memoryMiB);
        return new ResourceRequirementsArgs
        {
            // Memory is asked for in full: what is promised twice is taken away when the node is full.
            Requests = { ["cpu"] = cpu, ["memory"] = memory, ["ephemeral-storage"] = MiB(storageMiB) },
            Limits = { ["cpu"] = cpuLimit, ["memory"] = memory, ["ephemeral-storage"] = MiB(storageMiB) },
        };
    }

    internal static string MiB(int size) => string.Create(CultureInfo.InvariantCulture, $"{size}Mi");
}
