namespace Clawdbot.Infra.Nodes;

/// <summary>The tags of AWS objects.</summary>
internal static class EksTags
{
    /// <summary>Tags of an object.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="name">Name that the consoles show.</param>
    internal static Dictionary<string, string> Of(string cluster, string name) => new()
    {
        ["Name"] = name,
        [EksClusterDefaults.ClusterTag] = cluster,
    };
}
