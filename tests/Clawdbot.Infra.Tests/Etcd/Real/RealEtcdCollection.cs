namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>Tests with real members run one after the other: three members and a load keep two cores busy.</summary>
[CollectionDefinition(Name)]
public sealed class RealEtcdCollection
{
    public const string Name = "real etcd";
}
