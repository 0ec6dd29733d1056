namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>Choices of the rules about etcd.</summary>
internal static class EtcdDefaults
{
    /// <summary>First release of the 3.6 line in which a watch shows only what its user may read: https://github.com/etcd-io/etcd/releases/tag/v3.6.14</summary>
    public const string MinimumRelease = "3.6.14";

    /// <summary>The same of the 3.7 line.</summary>
    public const string MinimumRelease37 = "3.7.1";

    /// <summary>Largest database that etcd is made for, in bytes: 8 GiB; it warns at the start above. https://etcd.io/docs/v3.6/dev-guide/limit/</summary>
    public const double LargestQuota = 8d * 1024 * 1024 * 1024;
}
