namespace Clawdbot.Infra.Etcd;

/// <summary>How strictly the members are kept in different zones.</summary>
public enum EtcdZoneSpread
{
    /// <summary>Members wait rather than share too few zones: losing one of three zones never loses the quorum. Needs nodes in three zones.</summary>
    Required,

    /// <summary>Zones are used when there are some; separate hosts are still required. For a cluster in one room.</summary>
    Preferred,
}
