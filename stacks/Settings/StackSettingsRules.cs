using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Rules between the parts of the settings; the rules of each part belong to its component and are applied here too.</summary>
internal static class StackSettingsRules
{
    internal static IEnumerable<Diagnostic> Check(
        ClusterTarget? cluster, ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<ModelPoolSpec> pools, string remedy) =>
    [
        .. cluster is null ? [] : CheckCluster(cluster, remedy),
        .. storage is null ? [] : ModelStorageRules.Check(storage, "clawdbot:modelStorage", remedy),
        .. CheckNodes(nodes, remedy),
        .. CheckPools(nodes, pools, remedy),
        .. cluster is ClusterTarget.Docker ? CheckDocker(storage, nodes, pools, remedy) : [],
    ];

    /// <summary>The nodes of a pool's SKU, less what the other pools on them take.</summary>
    internal static GpuNodes NodesOf(ModelPoolSpec pool, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<ModelPoolSpec> pools)
    {
        var entry = nodes.FirstOrDefault(node => node.Sku == pool.Sku);
        if (entry is null || !ModelPoolDefaults.NodeCount.Contains(entry.Count) || !ModelPoolDefaults.GpusPerNode.Contains(entry.GpusPerNode))
            return pool.Nodes;
        var others = pools.Where(other => !ReferenceEquals(other, pool) && other.Sku == pool.Sku).Sum(GpusOf);
        return new GpuNodes(entry.Count, entry.GpusPerNode, (int)Math.Min(others, int.MaxValue));
    }

    internal static IEnumerable<string> Advice(ConfigurationText configuration, string image, ImmutableArray<ModelPoolSpec> pools)
    {
        foreach (var key in configuration.SecretsSet.Except(configuration.Encrypted))
            yield return $"clawdbot:{key} is stored as plain text; store it with `pulumi config set --secret {key}`.";
        if (!ImageReferenceRules.HasDigest(image))
            yield return $"Image {image} is pinned by tag only, which its registry can move; set clawdbot:modelServerImage with a digest.";
        foreach (var advice in pools.SelectMany(ModelPoolAdvice.For))
            yield return advice;
    }

    /// <summary>Numbers out of range count as none: they are reported as such, and would only blame the other pools.</summary>
    private static long GpusOf(ModelPoolSpec pool) =>
        ModelPoolDefaults.Replicas.Contains(pool.Replicas) && VllmDefaults.TensorParallelSizes.Contains(pool.GpusPerReplica)
            ? (long)pool.Replicas * pool.GpusPerReplica
            : 0;

    private static IReadOnlyList<Diagnostic> CheckCluster(ClusterTarget cluster, string remedy)
    {
        var findings = new Findings("clawdbot:cluster", remedy);
        switch (cluster)
        {
            case ClusterTarget.Existing { Context: var context } when context.Trim().Length == 0:
                findings.Add(DiagnosticIds.InvalidName, "context", $"'{context}'", "the name of a context, see `kubectl config get-contexts`");
                break;
            case ClusterTarget.Docker docker:
                if (!Uri.TryCreate(docker.Host, UriKind.Absolute, out var host) || host.Scheme is not ("unix" or "ssh" or "tcp" or "npipe"))
                    findings.Add(DiagnosticIds.InvalidPath, "host", $"'{docker.Host}'", "unix://…, ssh://…, tcp://… or npipe://…");
                findings.AddRange(LocalModelServerRules.CheckPublishing(docker.BindAddress, docker.Port, "clawdbot:cluster", remedy));
                break;
        }
        return findings.Diagnostics;
    }

    private static IEnumerable<Diagnostic> CheckNodes(ImmutableArray<GpuNodeSettings> nodes, string remedy)
    {
        for (var index = 0; index < nodes.Length; index++)
        {
            var findings = new Findings(Path("gpuNodes", index), remedy);
            if (nodes[index].Sku.Length > 0)
                findings.OneOf(DiagnosticIds.UnknownGpuSku, "sku", nodes[index].Sku, GpuCatalog.Names);
            findings.InRange("count", nodes[index].Count, ModelPoolDefaults.NodeCount);
            findings.InRange("gpusPerNode", nodes[index].GpusPerNode, ModelPoolDefaults.GpusPerNode);
            if (nodes[index].Sku.Length > 0 && nodes.Take(index).Any(earlier => earlier.Sku == nodes[index].Sku))
                findings.Add(DiagnosticIds.DuplicateName, "sku", $"'{nodes[index].Sku}' again", "one entry for each SKU");
            foreach (var diagnostic in findings.Diagnostics)
                yield return diagnostic;
        }
    }

    private static IEnumerable<Diagnostic> CheckPools(ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<ModelPoolSpec> pools, string remedy)
    {
        for (var index = 0; index < pools.Length; index++)
        {
            var pool = pools[index];
            var path = Path("pools", index);
            foreach (var diagnostic in ModelPoolRules.Check(pool, path, remedy).Where(diagnostic => !ReportedByReader(pool, path, diagnostic)))
                yield return diagnostic;
            var findings = new Findings(path, remedy);
            if (pool.Name != PoolReader.UnreadableName && pools.Take(index).Any(earlier => earlier.Name == pool.Name))
                findings.Add(DiagnosticIds.DuplicateName, "name", $"'{pool.Name}' again", "each pool name once");
            if (GpuCatalog.Find(pool.Sku) is not null && nodes.Length > 0 && nodes.All(node => node.Sku != pool.Sku))
                findings.Add(DiagnosticIds.ContradictorySettings, "sku", $"'{pool.Sku}'", $"a SKU of clawdbot:gpuNodes: {string.Join(", ", nodes.Select(node => node.Sku))}");
            foreach (var diagnostic in findings.Diagnostics)
                yield return diagnostic;
        }
    }

    /// <summary>Empty texts stand for values that could not be read, which has been said already.</summary>
    private static bool ReportedByReader(ModelPoolSpec pool, string path, Diagnostic diagnostic) =>
        (pool.Name == PoolReader.UnreadableName && diagnostic.Subject == $"{path}.name") ||
        (pool.Sku.Length == 0 && diagnostic.Subject == $"{path}.sku");

    private static IEnumerable<Diagnostic> CheckDocker(
        ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<ModelPoolSpec> pools, string remedy)
    {
        var findings = new Findings("clawdbot:cluster", remedy);
        if (storage is ModelVolume.ExistingClaim)
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", "'existing' with modelStorage.kind 'existingClaim'", "Docker has no claims: use 'hostPath'.");
        if (pools.Length > 1)
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", $"'existing' with {Text(pools.Length)} pools", "Docker runs one pool on one machine.");
        if (nodes.Length > 1 || nodes.Any(node => node.Count > 1))
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", "'existing' with more than one node", "Docker runs on one machine: one entry in gpuNodes, count 1.");
        return [.. findings.Diagnostics, .. pools.SelectMany((pool, index) => LocalModelServerRules.CheckOneMachine(pool, Path("pools", index), remedy))];
    }

    private static string Path(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"clawdbot:{key}[{index}]");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
