using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Rules between the target and the other sections: what one kind of cluster cannot have, or has already.</summary>
internal static class TargetRules
{
    private const string Storage = "clawdbot:modelStorage";
    private const string Nodes = "clawdbot:cluster.storageNodes";

    /// <param name="target">Where the stack runs; null when it could not be read.</param>
    /// <param name="storage">Where the models are; null when it could not be read.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    internal static IReadOnlyList<Diagnostic> CheckStorage(ClusterTarget? target, ModelVolume? storage, string remedy)
    {
        return (target, storage) switch
        {
            (ClusterTarget.Eks eks, not null) => CheckEks(eks, storage, remedy),
            (ClusterTarget.Existing, ModelVolume.FsxLustre { FileSystem: FsxFileSystem.New }) =>
            [
                Contradiction($"{Storage}.kind", "'fsxLustre' with a new file system", "fileSystemId, dnsName and mountName of one that exists, unless clawdbot:cluster.kind is 'eks'",
                    "A new one needs the network of a cluster that the stack makes.", remedy),
            ],
            (ClusterTarget.Existing, ModelVolume.S3Mountpoint { Create: true }) =>
            [
                Contradiction($"{Storage}.create", "true", "false with a bucket that exists, unless clawdbot:cluster.kind is 'eks'",
                    "A new bucket is closed to everybody but the roles of a cluster that the stack makes.", remedy),
            ],
            _ => [],
        };
    }

    /// <summary>Settings of clusters that one machine would pass over in silence.</summary>
    /// <param name="settings">The settings, as far as they could be read.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    internal static IReadOnlyList<Diagnostic> CheckOneMachine(StackSettings settings, string remedy)
    {
        if (settings.Cluster is not ClusterTarget.Docker)
            return [];
        var routing = settings.Alerting.Routing;
        (string Subject, bool IsSet, string Advice)[] unused =
        [
            ("clawdbot:gateway.exposure", settings.Gateway.Exposure is not GatewayExposure.InsideOnly { FromNamespace: null }, "Docker publishes the gateway on cluster.bindAddress."),
            ("clawdbot:gateway.certificate", settings.Gateway.Certificate is not GatewayCertificate.OwnAuthority, "The certificate lies in the directory cluster.certificates."),
            ("clawdbot:gateway.imagePullSecret", settings.Gateway.ImagePullSecret is not null, "Docker uses the credentials of the machine."),
            ("clawdbot:gateway.replicas", settings.Gateway.AccessTierReplicas != GatewayDefaults.AccessTierReplicas || settings.Gateway.RouterReplicas != GatewayDefaults.RouterReplicas, "One machine runs one of each."),
            ("clawdbot:assistant.storageClass", settings.Assistant.StorageClass is not null, "Docker has no storage classes."),
            ("clawdbot:assistant.imessage", settings.Assistant.IMessageEnabled, "The key for ssh would lie readable in the container; on the Mac itself OpenClaw runs without one."),
            ("clawdbot:alerting.critical", routing.Critical is not AlertReceiver.Nobody, NoAlertmanager),
            ("clawdbot:alerting.warning", routing.Warning is not AlertReceiver.Nobody, NoAlertmanager),
            ("clawdbot:alerting.deadMan", routing.DeadMan is not AlertReceiver.Nobody, NoAlertmanager),
        ];
        return [.. unused.Where(key => key.IsSet).Select(key => Contradiction(key.Subject, "set", "nothing with clawdbot:cluster.kind 'docker'", key.Advice, remedy))];
    }

    private const string NoAlertmanager = "One machine has no Alertmanager that could tell anybody.";

    private static IReadOnlyList<Diagnostic> CheckEks(ClusterTarget.Eks eks, ModelVolume storage, string remedy) => storage switch
    {
        ModelVolume.CephFs ceph => CheckCeph(eks.StorageNodes, ceph, remedy),
        ModelVolume.HostPath => [Contradiction($"{Storage}.kind", "'hostPath'", "cephFs, fsxLustre or s3Mountpoint with clawdbot:cluster.kind 'eks'", "Nodes that the stack makes come without files.", remedy), .. CheckIdle(eks.StorageNodes, remedy)],
        ModelVolume.S3Mountpoint { Create: true } bucket when bucket.Region != eks.Cluster.Region =>
        [
            Contradiction($"{Storage}.region", $"'{bucket.Region}'", $"'{eks.Cluster.Region}', as clawdbot:cluster.region, with create true", "The stack makes everything in the region of the cluster.", remedy),
            .. CheckIdle(eks.StorageNodes, remedy),
        ],
        _ => CheckIdle(eks.StorageNodes, remedy),
    };

    private static IReadOnlyList<Diagnostic> CheckIdle(StorageNodePoolSpec? nodes, string remedy) => nodes is null ? [] :
    [
        Contradiction(Nodes, "set", "nothing, unless clawdbot:modelStorage.kind is 'cephFs'", "Nothing else runs on these nodes, and they cost money.", remedy),
    ];

    private static List<Diagnostic> CheckCeph(StorageNodePoolSpec? nodes, ModelVolume.CephFs ceph, string remedy)
    {
        if (nodes is null)
        {
            return
            [
                new Diagnostic(DiagnosticIds.MissingSetting, Nodes, "missing", $"count {Text(ceph.StorageNodes)} and an instanceType, because clawdbot:modelStorage.kind is 'cephFs'",
                    $"No other node takes the daemons of Ceph. {remedy}"),
            ];
        }
        List<Diagnostic> found = [];
        // A count that is out of its range has been said, and would be repeated here.
        if (StorageNodePoolDefaults.CountRange.Contains(nodes.Count) && CephFileSystemDefaults.StorageNodeRange.Contains(ceph.StorageNodes) && nodes.Count != ceph.StorageNodes)
        {
            found.Add(Contradiction($"{Storage}.nodes", Text(ceph.StorageNodes), $"{Text(nodes.Count)}, the count of {Nodes}",
                nodes.Count < ceph.StorageNodes ? "The data would wait for nodes that nobody makes." : "The other nodes would stand idle.", remedy));
        }
        if (ceph.Devices is CephDevices.HostDevices && !HasLocalDisks(nodes.InstanceType))
        {
            found.Add(Contradiction($"{Storage}.devices", "set", $"storageClass, or {Nodes}.instanceType with disks of its own, as i4i.2xlarge",
                $"'{nodes.InstanceType}' has no disk besides the one that it starts from.", remedy));
        }
        return found;
    }

    /// <summary>Families for storage, and those with a 'd' behind the generation. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html</summary>
    private static bool HasLocalDisks(string type)
    {
        var family = type.Split('.')[0];
        var digit = family.AsSpan().IndexOfAnyInRange('0', '9');
        return family.StartsWith('i') || family.StartsWith('d') || family.StartsWith('h') || (digit >= 0 && family.AsSpan(digit).Contains('d'));
    }

    private static Diagnostic Contradiction(string subject, string value, string allowed, string advice, string remedy) =>
        new(DiagnosticIds.ContradictorySettings, subject, value, allowed, $"{advice} {remedy}");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
