using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>Rules for <see cref="ModelVolume.CephFs"/>.</summary>
public static partial class CephFileSystemRules
{
    /// <summary>All mistakes in <paramref name="volume"/>.</summary>
    /// <param name="volume">The storage wanted.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelVolume.CephFs volume, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        findings.InRange("capacityGiB", volume.CapacityGiB, CephFileSystemDefaults.CapacityGiB);
        CheckReplicas(volume, findings);
        findings.InRange("nodes", volume.StorageNodes, CephFileSystemDefaults.StorageNodeRange);
        findings.InRange("deviceGiB", volume.Devices.DeviceGiB, CephFileSystemDefaults.DeviceGiB);
        switch (volume.Devices)
        {
            case CephDevices.VolumeClaims claims:
                if (!KubernetesNames.IsDnsSubdomain(claims.StorageClass))
                    findings.Add(DiagnosticIds.InvalidName, "storageClass", $"'{claims.StorageClass}'", "the name of a StorageClass: lower-case letters, digits, '-' and '.'");
                break;
            case CephDevices.HostDevices host:
                CheckDevices(host, findings);
                break;
        }
        // Arithmetic with numbers out of range would only repeat what is said above.
        if (findings.Diagnostics.Count == 0)
            CheckSizes(volume, findings);
        return findings.Diagnostics;
    }

    private static void CheckReplicas(ModelVolume.CephFs volume, Findings findings)
    {
        if (volume.Replicas == 1)
        {
            findings.Add(StorageDiagnosticIds.TooFewReplicas, "replicas", "1", CephFileSystemDefaults.ReplicaRange.ToString(),
                "With a single copy the first broken disk takes every model with it.");
        }
        else if (volume.Production && volume.Replicas == 2)
        {
            findings.Add(StorageDiagnosticIds.TooFewReplicas, "replicas", "2", "3 and more in production",
                "With two copies no host may fail while another is being replaced; 'production: false' accepts that.");
        }
        else
        {
            findings.InRange("replicas", volume.Replicas, CephFileSystemDefaults.ReplicaRange);
        }
        if (CephFileSystemDefaults.ReplicaRange.Contains(volume.Replicas) && CephFileSystemDefaults.StorageNodeRange.Contains(volume.StorageNodes) && volume.Replicas > volume.StorageNodes)
        {
            findings.Add(StorageDiagnosticIds.TooFewStorageNodes, "replicas", Text(volume.Replicas), $"at most nodes, {Text(volume.StorageNodes)}",
                "Each copy needs a host of its own.");
        }
    }

    private static void CheckDevices(CephDevices.HostDevices host, Findings findings)
    {
        if (host.Names.IsDefaultOrEmpty)
            findings.Add(DiagnosticIds.OutOfRange, "devices", "empty", "at least one disk of each storage node");
        for (var index = 0; index < (host.Names.IsDefault ? 0 : host.Names.Length); index++)
        {
            var name = host.Names[index];
            if (!DeviceName().IsMatch(name))
                findings.Add(StorageDiagnosticIds.InvalidDevice, $"devices[{index}]", $"'{name}'", "a kernel name such as nvme1n1 or sdb, or a link below /dev/disk/by-id/ or /dev/disk/by-path/");
            if (host.Names.Take(index).Contains(name, StringComparer.Ordinal))
                findings.Add(DiagnosticIds.DuplicateName, $"devices[{index}]", $"'{name}' again", "each device once");
        }
    }

    private static void CheckSizes(ModelVolume.CephFs volume, Findings findings)
    {
        if (CephSizing.DevicesPerNode(volume) is var devices && devices > CephFileSystemDefaults.DevicesPerNodeMaximum)
        {
            findings.Add(StorageDiagnosticIds.TooManyDevices, volume.Devices is CephDevices.HostDevices ? "devices" : "deviceGiB",
                volume.Devices is CephDevices.HostDevices ? $"a list of {Text(devices)}" : $"{Text(volume.Devices.DeviceGiB)}, which makes {Text(devices)} devices for each node",
                $"at most {Text(CephFileSystemDefaults.DevicesPerNodeMaximum)} devices for each node", "Use larger devices or more nodes.");
        }
        if (CephSizing.RawGiB(volume) is var needed && CephSizing.AvailableGiB(volume) is var there && there < needed)
        {
            findings.Add(StorageDiagnosticIds.TooLittleRawCapacity, "capacityGiB", Text(volume.CapacityGiB),
                $"what {Text(there)} GiB of devices hold; {Text(volume.Replicas)} copies of it on devices at most 80 % full need {Text(needed)} GiB", "Add devices or nodes.");
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:(?:sd|vd|xvd)[a-z]{1,3}|nvme[0-9]+n[0-9]+|/dev/disk/by-(?:id|path)/[-A-Za-z0-9_.:@+]+)\z")]
    private static partial Regex DeviceName();
}
