namespace Clawdbot.Infra.Gateway;

/// <summary>What a pod of the gateway asks for and may take.</summary>
/// <param name="CpuRequest">Processor asked for; the scaler measures against it.</param>
/// <param name="CpuLimit">Processor at most.</param>
/// <param name="Memory">Memory asked for and at most: what is over would be taken from others.</param>
public sealed record GatewayPodSize(string CpuRequest, string CpuLimit, string Memory)
{
    /// <summary>One worker turns over 10,000 signed requests per second and core here; half a core is plenty until the scaler acts. Memory: key cache, and bodies of 2 MiB.</summary>
    public static GatewayPodSize AccessTier { get; } = new("500m", "2", "512Mi");

    /// <summary>Half a core until the scaler acts; memory for the answer cache (128 MiB), queued bodies (128 of 2 MiB at worst) and the runtime.</summary>
    public static GatewayPodSize Router { get; } = new("500m", "2", "1Gi");

    /// <summary>Local disk asked for: logs.</summary>
    public const string StorageRequest = "128Mi";

    /// <summary>Local disk at most: both scratch directories full, and logs.</summary>
    public const string StorageLimit = "3Gi";

    /// <summary>Size of the scratch directories.</summary>
    public const string ScratchSize = "1Gi";
}
