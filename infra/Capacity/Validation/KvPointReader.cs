using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>
/// Reads a table of published start-ups. Inputs are the columns that say how the server was started; what it printed about memory is
/// never an input, and of that only the token count is read, to compare with.
/// </summary>
public static class KvPointReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="text">Comma-separated text with the columns id, model, quantization, dtype, kv_cache_dtype, gpu, gpu_total_gib_reported, tensor_parallel, gpu_memory_utilization, max_model_len, max_num_seqs, max_num_batched_tokens, enforce_eager, vllm_version and kv_cache_tokens.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="models">Shapes of models that the catalogue lacks, from <see cref="ModelTableReader"/>; may be empty.</param>
    /// <exception cref="DiagnosticException">A column is missing or a field malformed; every mistake with line and column.</exception>
    public static ImmutableArray<KvPoint> Read(string text, string file, ImmutableArray<ModelEntry> models)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var table = CsvTable.Parse(text, file, "id", "model", "gpu", "kv_cache_tokens");
        table.RequireDistinct("id");
        var points = table.Rows.Select(row => Point(row, models)).ToImmutableArray();
        DiagnosticException.ThrowIfAny([.. table.Rows.SelectMany(row => row.Mistakes)]);
        return points;
    }

    private static KvPoint Point(CsvRow row, ImmutableArray<ModelEntry> models)
    {
        var (id, model, gpu) = (row.Required("id"), row.Required("model"), row.Required("gpu"));
        var total = row.Number("gpu_total_gib_reported");
        var match = ModelCatalog.Find(model) ?? FromTable(model, models);
        var card = GpuCatalog.Recognize(gpu, total);
        var sku = card?.Sku ?? (total is { } gib ? new GpuSku("unlisted", (int)(gib * 1024), 80) : null);
        var (quantization, dtype, cache) = (row.Text("quantization"), row.Text("dtype"), row.Text("kv_cache_dtype"));
        var format = WeightFormats.Parse(quantization) ?? WeightFormats.Recognize(model);
        var skipped = match is null ? $"no shapes for model '{model}'"
            : sku is null ? $"no memory for card '{gpu}'"
            : format is null ? $"format '{quantization}' is not modelled"
            : ElementTypes.Parse(dtype) is null ? $"type '{dtype}' is not modelled"
            : ElementTypes.Parse(cache) is null ? $"cache type '{cache}' is not modelled"
            : "";
        var server = new MemoryModelInput
        {
            Model = match?.Entry.Architecture ?? Nothing,
            Gpu = sku ?? GpuCatalog.All[0],
            // A table that says "none" about a model that ships quantised means that nobody asked for more.
            Format = format is null or WeightFormat.Unquantized ? match?.Format : format,
            Dtype = ElementTypes.Parse(dtype) ?? ElementType.Auto,
            KvCacheDtype = ElementTypes.Parse(cache) ?? ElementType.Auto,
            TensorParallelSize = row.Count("tensor_parallel") ?? 1,
            GpuMemoryUtilization = row.Share("gpu_memory_utilization"),
            MaxModelLen = row.Count("max_model_len"),
            MaxNumSeqs = row.Count("max_num_seqs"),
            MaxNumBatchedTokens = row.Count("max_num_batched_tokens"),
            EnforceEager = row.Flag("enforce_eager") ?? false,
            Version = Release(row.Text("vllm_version"), sku),
            TotalGiB = total ?? card?.TotalGiB,
            AllowLongContext = match is not { Exact: true },
        };
        var measured = row.Whole("kv_cache_tokens") is { } tokens and > 0 ? tokens : (long?)null;
        return new KvPoint(id, model, gpu, row.Text("vllm_version"), skipped.Length == 0 ? server : null, match?.Exact ?? false, measured, skipped);
    }

    /// <summary>A card that V1 came to support late, in a row without a release, was most likely run by V0.</summary>
    private static VllmVersion? Release(string text, GpuSku? sku) => VllmVersion.Find(text) ?? (sku is { HasBfloat16: false } ? new VllmVersion(0, 7) : null);

    /// <summary>Stands in while the fields of a row without a known model are still checked.</summary>
    private static ModelArchitecture Nothing { get; } = ModelCatalog.All[0].Architecture;

    private static ModelMatch? FromTable(string model, ImmutableArray<ModelEntry> models)
    {
        var entry = models.IsDefaultOrEmpty ? null
            : models.Where(entry => model.Contains(entry.Id, StringComparison.OrdinalIgnoreCase)).MaxBy(entry => entry.Id.Length);
        return entry is null ? null : new ModelMatch(entry, WeightFormats.Recognize(model) ?? WeightFormat.Unquantized, false, false);
    }
}
