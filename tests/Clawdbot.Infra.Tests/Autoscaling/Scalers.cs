using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Autoscaling;

/// <summary>A valid scaler to vary in tests: three servers planned, up to four, on four nodes of two cards.</summary>
internal static class Scalers
{
    public static QueueScalerSpec Spec { get; } = new() { Pool = Pools.Spec with { MaxReplicas = 4 } };
}
