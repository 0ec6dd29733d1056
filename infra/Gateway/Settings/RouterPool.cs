namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A pool of model servers as the Router sees it.</summary>
public sealed record RouterPool
{
    /// <summary>Name of the pool; part of its keys in etcd and value of the metric label <c>pool</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Served model name: what clients ask for.</summary>
    public required string Model { get; init; }

    /// <summary>DNS name that resolves to each ready server.</summary>
    public required string Host { get; init; }

    /// <summary>Port of the servers.</summary>
    public required int Port { get; init; }

    /// <summary>GPU SKU; failed traffic goes to the same one first.</summary>
    public required string GpuSku { get; init; }

    /// <summary><c>standard</c> below 40 GB of GPU memory, <c>large</c> from there; value of the metric label <c>tier</c>.</summary>
    public required string Tier { get; init; }

    /// <summary>Weight of an idle, cool and healthy server.</summary>
    public required int BaseWeight { get; init; }

    /// <summary>Servers that the stack starts.</summary>
    public required int Replicas { get; init; }

    /// <summary>Longest prompt plus answer, in tokens.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Requests in one batch of one server.</summary>
    public required int MaxNumSeqs { get; init; }

    /// <summary>Latency that 95 of 100 answers keep, in milliseconds.</summary>
    public required int TargetMilliseconds { get; init; }
}
