namespace Clawdbot.Infra.Storage;

/// <summary>What may fail without taking two copies of an object with it.</summary>
public enum CephFailureDomain
{
    /// <summary>One machine.</summary>
    Host,

    /// <summary>One zone, by the node label <c>topology.kubernetes.io/zone</c>; needs as many zones as copies, and pays for traffic between them.</summary>
    Zone,
}
