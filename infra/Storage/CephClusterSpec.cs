namespace Clawdbot.Infra.Storage;

/// <summary>The <c>spec</c> of Rook's CephCluster.</summary>
internal static class CephClusterSpec
{
    internal static Dictionary<string, object> Build(ModelVolume.CephFs volume) => new()
    {
        ["cephVersion"] = Map(("image", CephFileSystemDefaults.Image), ("allowUnsupported", false)),
        ["dataDirHostPath"] = CephFileSystemDefaults.DataDirectory,
        ["mon"] = Monitors(volume.Devices),
        ["mgr"] = Map(("count", CephFileSystemDefaults.Managers), ("allowMultiplePerNode", false)),
        // Prometheus and its dashboards show the same; one administrator's page less to protect.
        ["dashboard"] = Map(("enabled", false)),
        // The metrics stay on; only the ServiceMonitors are made together with all the others.
        ["monitoring"] = Map(("enabled", false), ("metricsDisabled", false)),
        ["crashCollector"] = Map(("disable", false)),
        ["logCollector"] = Map(("enabled", true), ("periodicity", "daily"), ("maxLogSize", "500M")),
        ["network"] = Map(("connections", Map(
            ("encryption", Map(("enabled", true))),
            ("compression", Map(("enabled", false))),
            ("requireMsgr2", true)))),
        ["csi"] = Map(
            // Reads go to a copy in the reader's own zone or host where there is one.
            ("readAffinity", Map(("enabled", true))),
            ("cephfs", Map(("kernelMountOptions", CephFileSystemDefaults.ClusterMountOptions)))),
        ["cephConfig"] = Map(("osd", Map(("osd_mclock_profile", CephFileSystemDefaults.SchedulerProfile)))),
        ["placement"] = Map(("all", CephPlacement.StorageNodes())),
        ["priorityClassNames"] = Map(
            ("mon", CephFileSystemDefaults.NodeCritical),
            ("osd", CephFileSystemDefaults.NodeCritical),
            ("mgr", CephFileSystemDefaults.ClusterCritical)),
        ["resources"] = Map(
            ("mon", Resources("1", "1Gi", "2Gi")),
            ("mgr", Resources("500m", "512Mi", "1Gi")),
            ("osd", Resources("1", "4Gi", "4Gi"))),
        ["disruptionManagement"] = Map(("managePodBudgets", true), ("osdMaintenanceTimeout", CephFileSystemDefaults.MaintenanceMinutes)),
        ["upgradeOSDRequiresHealthyPGs"] = true,
        ["skipUpgradeChecks"] = false,
        ["continueUpgradeAfterChecksEvenIfNotHealthy"] = false,
        ["storage"] = Storage(volume),
    };

    /// <summary>Memory is bounded, the processor is not: a throttled daemon holds up every reader.</summary>
    internal static Dictionary<string, object> Resources(string cpu, string memory, string memoryLimit) => Map(
        ("requests", Map(("cpu", cpu), ("memory", memory))),
        ("limits", Map(("memory", memoryLimit))));

    private static Dictionary<string, object> Monitors(CephDevices devices)
    {
        var monitors = Map(("count", CephFileSystemDefaults.Monitors), ("allowMultiplePerNode", false));
        if (devices is CephDevices.VolumeClaims claims)
            monitors["volumeClaimTemplate"] = Map(("spec", ClaimSpec(claims.StorageClass, CephFileSystemDefaults.MonitorVolume)));
        return monitors;
    }

    private static Dictionary<string, object> Storage(ModelVolume.CephFs volume)
    {
        switch (volume.Devices)
        {
            case CephDevices.HostDevices host:
                return Map(
                    // "All" nodes are those that the placement leaves.
                    ("useAllNodes", true),
                    ("useAllDevices", false),
                    ("devices", host.Names.Select(device => (object)Map(("name", device))).ToArray()),
                    ("config", Map(("encryptedDevice", "true"))));
            case CephDevices.VolumeClaims claims:
                var data = ClaimSpec(claims.StorageClass, $"{claims.DeviceGiB}Gi");
                data["volumeMode"] = "Block";
                return Map(("useAllNodes", false), ("useAllDevices", false), ("storageClassDeviceSets", new object[]
                {
                    Map(
                        ("name", "models"),
                        ("count", (int)(CephSizing.DevicesPerNode(volume) * volume.StorageNodes)),
                        // A network volume follows its daemon to another node of the zone.
                        ("portable", true),
                        ("tuneDeviceClass", true),
                        ("encrypted", true),
                        ("placement", CephPlacement.Spread("rook-ceph-osd", volume.FailureDomain)),
                        // The job that prepares a volume decides its zone.
                        ("preparePlacement", CephPlacement.Spread("rook-ceph-osd-prepare", volume.FailureDomain)),
                        ("volumeClaimTemplates", new object[] { Map(("metadata", Map(("name", "data"))), ("spec", data)) })),
                }));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Dictionary<string, object> ClaimSpec(string storageClass, string size) => Map(
        ("accessModes", new object[] { "ReadWriteOnce" }),
        ("storageClassName", storageClass),
        ("resources", Map(("requests", Map(("storage", size))))));

    private static Dictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToDictionary(member => member.Key, member => member.Value);
}
