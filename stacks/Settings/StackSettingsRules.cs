using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Rules between the parts of the settings; the rules of each part belong to its component and are applied here too.</summary>
internal static class StackSettingsRules
{
    /// <summary>Longest value of a Kubernetes label.</summary>
    private const int MaximumLabelLength = 63;

    internal static IEnumerable<Diagnostic> Check(
        ClusterTarget? cluster, ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<PoolSettings> pools, string remedy) =>
    [
        .. cluster is null ? [] : CheckCluster(cluster, remedy),
        .. storage is null ? [] : ModelStorageRules.Check(storage, "clawdbot:modelStorage", remedy),
        .. CheckNodes(nodes, remedy),
        .. cluster is ClusterTarget.Docker ? CheckDocker(storage, nodes, pools, remedy) : [],
    ];

    internal static IEnumerable<string> Advice(ConfigurationText configuration, string image, ImmutableArray<ModelPoolSpec> pools)
    {
        foreach (var key in configuration.SecretsSet.Except(configuration.Encrypted))
            yield return $"clawdbot:{key} is stored as plain text; store it with `pulumi config set --secret {key}`.";
        if (!ImageReferenceRules.HasDigest(image))
            yield return $"Image {image} is pinned by tag only, which its registry can move; set clawdbot:modelServerImage with a digest.";
        if (ImageReferenceRules.Version(image) is null)
            yield return $"Image {image} names no release of vLLM; flags and memory are planned for {VllmDefaults.Version}.";
        foreach (var advice in pools.SelectMany(ModelPoolAdvice.For))
            yield return advice;
    }

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
            if (nodes[index].Sku.Length > 0 && nodes[index].Card is null)
                findings.OneOf(DiagnosticIds.UnknownGpuSku, "sku", nodes[index].Sku, GpuCatalog.Names);
            if (nodes[index].Card is { } card)
                CheckCard(nodes[index].Sku, card, findings);
            if (nodes[index].PricePerGpuHour is { } price && !(price >= 0 && double.IsFinite(price)))
                findings.Add(DiagnosticIds.OutOfRange, "pricePerGpuHour", price.ToString(CultureInfo.InvariantCulture), "0 and more US dollars");
            findings.InRange("count", nodes[index].Count, ModelPoolDefaults.NodeCount);
            findings.InRange("gpusPerNode", nodes[index].GpusPerNode, ModelPoolDefaults.GpusPerNode);
            if (nodes[index].Sku.Length > 0 && nodes.Take(index).Any(earlier => earlier.Sku == nodes[index].Sku))
                findings.Add(DiagnosticIds.DuplicateName, "sku", $"'{nodes[index].Sku}' again", "one entry for each SKU");
            foreach (var diagnostic in findings.Diagnostics)
                yield return diagnostic;
        }
    }

    /// <summary>Whether arithmetic with a card makes sense.</summary>
    internal static bool IsSound(GpuNodeSettings node)
    {
        var findings = new Findings("", "");
        if (node.Card is { } card)
            CheckCard(node.Sku, card, findings);
        return findings.Diagnostics.Count == 0;
    }

    private static void CheckCard(string sku, GpuSku card, Findings findings)
    {
        if (sku.Length > 0 && !KubernetesNames.IsDnsLabel(sku, MaximumLabelLength))
            findings.Add(DiagnosticIds.InvalidName, "sku", $"'{sku}'", KubernetesNames.DnsLabelRule, "It becomes the value of a node label.");
        findings.InRange("card.memoryMiB", card.MemoryMiB, new IntegerRange(1024, 1024 * 1024));
        if (card.ComputeCapability is < 70 or > 200)
            findings.Add(DiagnosticIds.OutOfRange, "card.computeCapability", (card.ComputeCapability / 10.0).ToString(CultureInfo.InvariantCulture), "7.0 to 20.0, as `nvidia-smi --query-gpu=compute_cap --format=csv` prints it");
        Positive("card.bandwidthGBps", card.BandwidthGBps);
        Positive("card.tflops16", card.Compute16Tflops);
        Positive("card.tflopsFp8", card.ComputeFp8Tflops);
        Positive("card.nvLinkGBps", card.NvLinkGBps);
        findings.InRange("card.multiprocessors", card.Multiprocessors, new IntegerRange(1, 1000));

        void Positive(string member, SourcedFigure? figure)
        {
            if (figure is { Value: var value } && !(value > 0 && double.IsFinite(value)))
                findings.Add(DiagnosticIds.OutOfRange, member, value.ToString(CultureInfo.InvariantCulture), "above 0");
        }
    }

    private static IEnumerable<Diagnostic> CheckDocker(
        ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<PoolSettings> pools, string remedy)
    {
        var findings = new Findings("clawdbot:cluster", remedy);
        if (storage is not (null or ModelVolume.HostPath))
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", $"'existing' with modelStorage.kind '{ModelStorageReader.KindOf(storage)}'", "Docker has no claims: use 'hostPath'.");
        if (pools.Length > 1)
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", $"'existing' with {Text(pools.Length)} pools", "Docker runs one pool on one machine.");
        if (nodes.Length > 1 || nodes.Any(node => node.Count > 1))
            findings.Add(DiagnosticIds.ContradictorySettings, "kind", "'docker'", "'existing' with more than one node", "Docker runs on one machine: one entry in gpuNodes, count 1.");
        return [.. findings.Diagnostics, .. pools.SelectMany((pool, index) => LocalModelServerRules.CheckOneMachine(pool.Replicas ?? 1, Path("pools", index), remedy))];
    }

    private static string Path(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"clawdbot:{key}[{index}]");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
