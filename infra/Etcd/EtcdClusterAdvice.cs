namespace Clawdbot.Infra.Etcd;

/// <summary>What is allowed in an etcd cluster but worth a second look.</summary>
public static class EtcdClusterAdvice
{
    /// <summary>One sentence per point, in a fixed order; empty when there is none.</summary>
    /// <param name="spec">A cluster that passed <see cref="EtcdClusterRules"/>.</param>
    public static IEnumerable<string> For(EtcdClusterSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Backup is EtcdBackup.None)
            yield return "etcd has no backup: losing a majority of its members loses the mode, overrides and drains.";
        if (spec.Backup is EtcdBackup.Claim)
            yield return "etcd's backups stay on a volume of the same cluster: losing the cluster loses them too.";
        if (spec.ZoneSpread == EtcdZoneSpread.Preferred)
            yield return "etcd's members may share a zone: losing that zone can stop changes of the configuration.";
    }
}
