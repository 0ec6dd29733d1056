namespace Clawdbot.Policies.Rules.Storage;

/// <summary>Choices of the rules about Ceph.</summary>
internal static class CephDefaults
{
    /// <summary>Copies: with two, Ceph cannot tell which is right when they differ, and one failure stops writes. https://docs.ceph.com/en/latest/rados/operations/pools/</summary>
    public const double Copies = 3;

    /// <summary>Coding chunks: the number of hosts that may be lost, one more than a single repair.</summary>
    public const double CodingChunks = 2;

    /// <summary>Managers: the second takes over at once, and more are of no use.</summary>
    public const double Managers = 2;
}
