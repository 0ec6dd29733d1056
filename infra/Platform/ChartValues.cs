namespace Clawdbot.Infra.Platform;

/// <summary>Short words for parts that many charts share.</summary>
internal static class ChartValues
{
    internal static Dictionary<string, object> Map(params (string Key, object Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>Requests, and a memory limit; no processor limit, which would only slow a watcher down when it matters.</summary>
    internal static Dictionary<string, object> Resources(string cpu, string memory, string memoryLimit) => Map(
        ("requests", Map(("cpu", cpu), ("memory", memory))),
        ("limits", Map(("memory", memoryLimit))));

    internal static Dictionary<string, object> Off() => Map(("enabled", false));

    /// <summary>GPU nodes repel everything that does not say that it belongs there.</summary>
    internal static object[] GpuTolerations() => [Map(("key", "nvidia.com/gpu"), ("operator", "Exists"), ("effect", "NoSchedule"))];

    /// <summary>Only nodes with a card of a known SKU.</summary>
    internal static Dictionary<string, object> GpuNodesOnly() => Map(("nodeAffinity", Map(("requiredDuringSchedulingIgnoredDuringExecution",
        Map(("nodeSelectorTerms", new object[] { Map(("matchExpressions", new object[] { Map(("key", Labels.GpuSku), ("operator", "Exists")) })) }))))));
}
