namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>The cases of all alerts.</summary>
public static class AlertCases
{
    public static IReadOnlyList<AlertCase> All { get; } =
    [
        .. GatewayCases.All, .. PoolCases.All, .. PoolPodCases.All, .. GpuCases.All, .. NodeCases.All, .. EtcdCases.All,
        .. StorageCases.All, .. PlatformCases.All,
    ];
}
