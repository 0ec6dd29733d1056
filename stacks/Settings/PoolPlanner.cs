using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Turns the entries of <c>clawdbot:pools</c> into planned pools, or into the list of what is wrong with them.</summary>
internal sealed class PoolPlanner(string image, ClusterTarget? cluster, ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes, string remedy)
{
    /// <summary>A stand-in for the nodes when the file names none for a SKU; large enough for anything.</summary>
    private static GpuNodes AnyNodes { get; } = new(ModelPoolDefaults.NodeCount.Maximum, ModelPoolDefaults.GpusPerNode.Maximum);

    private readonly GpuPrices _prices = new(nodes.Where(node => node.PricePerGpuHour is >= 0 and < double.PositiveInfinity)
        .GroupBy(node => node.Sku).ToImmutableDictionary(group => group.Key, group => group.First().PricePerGpuHour!.Value));

    /// <summary>The pools that could be planned, in the order of the file; mistakes go to <paramref name="errors"/>.</summary>
    internal ImmutableArray<ModelPoolSpec> Plan(ImmutableArray<PoolSettings> pools, ICollection<Diagnostic> errors)
    {
        var plans = pools.Select((pool, index) => PlanOne(pools, index, errors)).ToImmutableArray();
        var specs = ImmutableArray.CreateBuilder<ModelPoolSpec>();
        for (var index = 0; index < pools.Length; index++)
        {
            if (plans[index] is not { } plan)
                continue;
            var autoscale = pools[index].Autoscale;
            var spec = new ModelPoolSpec
            {
                Name = pools[index].Name,
                Model = pools[index].Model,
                Image = image,
                Plan = plan,
                Nodes = NodesOf(index, pools, plans),
                MaxReplicas = autoscale?.MaxReplicas,
            };
            foreach (var diagnostic in ModelPoolRules.CheckFit(spec, Path(index), remedy).Select(diagnostic => AboutAutoscale(diagnostic, Path(index))))
                errors.Add(diagnostic);
            // A goal that could not be read makes no figure for the scaler to be held to.
            if (autoscale is not null && !errors.Any(error => error.Subject.StartsWith($"{Path(index)}.goal", StringComparison.Ordinal)))
                CheckScaler(autoscale.Of(spec), $"{Path(index)}.autoscale", errors);
            specs.Add(spec);
        }
        return specs.ToImmutable();
    }

    /// <summary>The scalers of planned pools, in their order; pools with a fixed number of servers have none.</summary>
    /// <param name="pools">The entries of the file.</param>
    /// <param name="specs">The pools planned from them.</param>
    internal static ImmutableArray<QueueScalerSpec> Scalers(ImmutableArray<PoolSettings> pools, ImmutableArray<ModelPoolSpec> specs) =>
    [
        .. from spec in specs
           let autoscale = pools.First(pool => pool.Name == spec.Name).Autoscale
           where autoscale is not null
           select autoscale.Of(spec),
    ];

    private void CheckScaler(QueueScalerSpec scaler, string path, ICollection<Diagnostic> errors)
    {
        if (cluster is ClusterTarget.Docker)
            errors.Add(new Diagnostic(DiagnosticIds.ContradictorySettings, path, "set", "no autoscale with clawdbot:cluster kind 'docker'", $"Docker runs one server. {remedy}"));
        if (!ModelPoolDefaults.Replicas.Contains(scaler.MaxReplicas))
            errors.Add(new Diagnostic(DiagnosticIds.OutOfRange, $"{path}.maxReplicas", scaler.MaxReplicas.ToString(CultureInfo.InvariantCulture), ModelPoolDefaults.Replicas.ToString(), remedy));
        else
            foreach (var diagnostic in QueueScalerRules.Check(scaler, path, remedy))
                errors.Add(diagnostic with { Subject = diagnostic.Subject.Replace(".autoscale.pool.", ".", StringComparison.Ordinal) });
    }

    /// <summary>In the file, the most servers stand among the keys of autoscaling.</summary>
    private static Diagnostic AboutAutoscale(Diagnostic diagnostic, string path) =>
        diagnostic.Subject == $"{path}.maxReplicas" ? diagnostic with { Subject = $"{path}.autoscale.maxReplicas" } : diagnostic;

    private CapacityPlan? PlanOne(ImmutableArray<PoolSettings> pools, int index, ICollection<Diagnostic> errors)
    {
        var pool = pools[index];
        var path = Path(index);
        var found = ModelPoolRules.CheckIdentity(pool.Name, pool.Model, image, path, remedy).Where(diagnostic => !ReportedByReader(pool, path, diagnostic)).ToList();
        var findings = new Findings(path, remedy);
        if (pool.Name != PoolReader.UnreadableName && pools.Take(index).Any(earlier => earlier.Name == pool.Name))
            findings.Add(DiagnosticIds.DuplicateName, "name", $"'{pool.Name}' again", "each pool name once");
        var gpu = FindGpu(pool.Sku);
        if (gpu is null && pool.Sku.Length > 0 && nodes.All(node => node.Sku != pool.Sku || node.Card is null))
            findings.OneOf(DiagnosticIds.UnknownGpuSku, "sku", pool.Sku, GpuCatalog.Names);
        else if (gpu is not null && nodes.Length > 0 && nodes.All(node => node.Sku != pool.Sku && IsKnown(node)))
            findings.Add(DiagnosticIds.ContradictorySettings, "sku", $"'{pool.Sku}'", $"a SKU of clawdbot:gpuNodes: {string.Join(", ", nodes.Select(node => node.Sku))}");
        found.AddRange(findings.Diagnostics);
        var (model, format) = FindModel(pool, path, found);
        // Unknown things are stood in for by ones without limits, so that the other mistakes of the entry are reported too.
        var request = Request(pool, model ?? Unlimited, format, gpu ?? GpuCatalog.All[^1]);
        found.AddRange(CapacityRequestRules.Check(request, path, remedy).Select(AboutImage));
        // What is wrong with the image is wrong for every pool, but said once.
        foreach (var diagnostic in found.Where(diagnostic => !errors.Contains(diagnostic)))
            errors.Add(diagnostic);
        return found.Count == 0 && model is not null && gpu is not null ? CapacityPlanner.Plan(request) : null;
    }

    /// <summary>The release is no setting of a pool; the image that all pools share says it.</summary>
    private Diagnostic AboutImage(Diagnostic diagnostic) =>
        diagnostic.Id == DiagnosticIds.FlagNotInRelease ? diagnostic with { Subject = "clawdbot:modelServerImage", Value = $"'{image}'" } : diagnostic;

    private CapacityRequest Request(PoolSettings pool, ModelArchitecture model, WeightFormat? format, GpuSku gpu) => new()
    {
        ModelId = pool.Model.Id,
        Model = model,
        Format = format,
        Gpu = gpu,
        GpusPerNode = nodes.FirstOrDefault(node => node.Sku == pool.Sku) is { } entry && ModelPoolDefaults.GpusPerNode.Contains(entry.GpusPerNode) ? entry.GpusPerNode : AnyNodes.GpusPerNode,
        Goal = pool.Goal,
        Version = ImageReferenceRules.Version(image) ?? VllmDefaults.Version,
        ServedModelName = pool.ServedModelName,
        Storage = storage?.Speed ?? WeightStorage.SharedFileSystem,
        // Docker runs one server, whatever the goal would need.
        Replicas = pool.Replicas ?? (cluster is ClusterTarget.Docker ? 1 : null),
        Overrides = pool.Vllm,
        Prices = _prices,
        Cpu = pool.Cpu,
        MemoryGiB = pool.MemoryGiB,
        StartupSeconds = pool.StartupSeconds,
        DrainSeconds = pool.DrainSeconds,
    };

    /// <summary>Nodes whose SKU is misspelt, which has been said, may be those that the pool means.</summary>
    private static bool IsKnown(GpuNodeSettings node) => node.Sku.Length > 0 && (node.Card is not null || GpuCatalog.Find(node.Sku) is not null);

    /// <summary>Null for a card that nobody knows, and for one with impossible figures, which has been said already.</summary>
    private GpuSku? FindGpu(string sku) => nodes.FirstOrDefault(node => node.Sku == sku && node.Card is not null) is { } own
        ? StackSettingsRules.IsSound(own) ? own.Card : null
        : GpuCatalog.Find(sku);

    private (ModelArchitecture? Model, WeightFormat? Format) FindModel(PoolSettings pool, string path, List<Diagnostic> found)
    {
        if (pool.ModelConfig is { } file)
        {
            try
            {
                return (HuggingFaceConfig.Load(file), null);
            }
            catch (DiagnosticException error)
            {
                found.AddRange(error.Diagnostics);
                return (null, null);
            }
        }
        if (ModelCatalog.FindUnderstood(pool.Model.Id) is { } match)
            return (match.Entry.Architecture, match.Format);
        if (pool.Model.Id != PoolReader.UnreadableModel && !found.Any(diagnostic => diagnostic.Subject == $"{path}.model"))
        {
            found.Add(new Diagnostic(DiagnosticIds.UnknownModel, $"{path}.model", $"'{pool.Model.Id}'", $"a model of the catalogue, or modelConfig with the path of its config.json",
                $"{NearestName.Suggestion(pool.Model.Id, ModelCatalog.Ids)}{remedy}"));
        }
        return (null, null);
    }

    /// <summary>Shapes that no rule objects to.</summary>
    private static ModelArchitecture Unlimited { get; } = ModelCatalog.All[0].Architecture with
    {
        AttentionHeads = 64,
        KvHeads = 8,
        IntermediateSize = 32768,
        MaxPositions = int.MaxValue,
        Moe = null,
        Latent = null,
    };

    /// <summary>The nodes of a pool's SKU, less what the other pools on them take.</summary>
    private GpuNodes NodesOf(int index, ImmutableArray<PoolSettings> pools, ImmutableArray<CapacityPlan?> plans)
    {
        var entry = nodes.FirstOrDefault(node => node.Sku == pools[index].Sku);
        if (entry is null || !ModelPoolDefaults.NodeCount.Contains(entry.Count) || !ModelPoolDefaults.GpusPerNode.Contains(entry.GpusPerNode))
            return AnyNodes;
        var others = Enumerable.Range(0, pools.Length).Where(other => other != index && pools[other].Sku == pools[index].Sku).Sum(other => GpusOf(plans[other], pools[other].Autoscale));
        return new GpuNodes(entry.Count, entry.GpusPerNode, (int)Math.Min(others, int.MaxValue));
    }

    /// <summary>A pool that could not be planned counts as none: it is reported as such, and would only blame the others.</summary>
    private static long GpusOf(CapacityPlan? plan, AutoscaleSettings? autoscale) =>
        plan is { Fits: true } ? (long)Math.Max(plan.Replicas, autoscale?.MaxReplicas ?? 0) * plan.GpusPerReplica : 0;

    /// <summary>Empty texts stand for values that could not be read, which has been said already.</summary>
    private static bool ReportedByReader(PoolSettings pool, string path, Diagnostic diagnostic) =>
        pool.Name == PoolReader.UnreadableName && diagnostic.Subject == $"{path}.name";

    private static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"clawdbot:pools[{index}]");
}
