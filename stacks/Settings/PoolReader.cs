using System.Collections.Immutable;
using System.Text;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads one entry of <c>clawdbot:pools</c>.</summary>
internal static class PoolReader
{
    internal static ImmutableArray<string> Keys { get; } =
        ["name", "model", "revision", "sku", "replicas", "cpu", "memoryGiB", "startupSeconds", "drainSeconds", "vllm"];

    internal static ImmutableArray<string> VllmKeys { get; } =
    [
        "servedModelName", "maxModelLen", "gpuMemoryUtilization", "maxNumSeqs", "maxNumBatchedTokens", "tensorParallelSize", "dtype",
        "quantization", "kvCacheDtype", "enforceEager", "extraFlags",
    ];

    /// <summary>A stand-in for the nodes until all pools are known; large enough for anything.</summary>
    private static GpuNodes AnyNodes { get; } = new(ModelPoolDefaults.NodeCount.Maximum, ModelPoolDefaults.GpusPerNode.Maximum);

    internal static ModelPoolSpec Read(SettingsObject entry, string image) => new()
    {
        Name = entry.Text("name", UnreadableName),
        Model = new ModelReference(entry.Text("model", "unknown/unknown"), entry.Text("revision", "unknown")),
        Sku = entry.Text("sku", ""),
        Nodes = AnyNodes,
        Replicas = entry.Integer("replicas", ModelPoolDefaults.Replicas.Minimum),
        Cpu = entry.Integer("cpu", ModelPoolDefaults.Cpu.Minimum),
        MemoryGiB = entry.Integer("memoryGiB", ModelPoolDefaults.MemoryGiB.Maximum),
        StartupSeconds = entry.Integer("startupSeconds", ModelPoolDefaults.StartupSeconds.Maximum),
        DrainSeconds = entry.Integer("drainSeconds", ModelPoolDefaults.DrainSeconds.Minimum),
        Image = image,
        Vllm = ReadVllm(entry.Object("vllm", VllmKeys, ExplainUnknownOption)),
    };

    /// <summary>Name of a pool whose name could not be read; reported already, and not a name that anybody could use.</summary>
    internal const string UnreadableName = "";

    private static VllmOptions ReadVllm(SettingsObject vllm) => new()
    {
        ServedModelName = vllm.Text("servedModelName", "unknown"),
        MaxModelLen = vllm.Integer("maxModelLen", VllmDefaults.MaxModelLen.Minimum),
        GpuMemoryUtilization = vllm.Number("gpuMemoryUtilization", VllmDefaults.MinimumGpuMemoryUtilization),
        MaxNumSeqs = vllm.Integer("maxNumSeqs", VllmDefaults.MaxNumSeqs.Minimum),
        MaxNumBatchedTokens = vllm.Integer("maxNumBatchedTokens", VllmDefaults.MaxNumBatchedTokens.Maximum),
        TensorParallelSize = vllm.Integer("tensorParallelSize", VllmDefaults.TensorParallelSizes[0]),
        Dtype = vllm.Text("dtype", VllmDefaults.Dtypes[0]),
        Quantization = vllm.OptionalText("quantization"),
        KvCacheDtype = vllm.OptionalText("kvCacheDtype"),
        EnforceEager = vllm.Flag("enforceEager", false),
        ExtraFlags = vllm.OptionalTexts("extraFlags"),
    };

    /// <summary>People write vLLM's flags as keys, also those that vLLM does not have; the catalogue knows the latter.</summary>
    private static string? ExplainUnknownOption(string key) =>
        VllmFlagCatalog.WhyMissing(AsFlag(key), VllmDefaults.Version) is { } explanation ? $"vLLM has no {AsFlag(key)}: {explanation}" : null;

    private static string AsFlag(string key)
    {
        var flag = new StringBuilder("--");
        foreach (var character in key.TrimStart('-'))
        {
            if (char.IsAsciiLetterUpper(character))
                flag.Append('-');
            flag.Append(character == '_' ? '-' : char.ToLowerInvariant(character));
        }
        return flag.ToString();
    }
}
