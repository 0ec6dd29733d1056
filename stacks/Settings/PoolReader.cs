using System.Collections.Immutable;
using System.Text;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads one entry of <c>clawdbot:pools</c>.</summary>
internal static class PoolReader
{
    internal static ImmutableArray<string> Keys { get; } =
        ["name", "model", "revision", "modelConfig", "sku", "replicas", "goal", "cpu", "memoryGiB", "startupSeconds", "drainSeconds", "autoscale", "vllm"];

    internal static ImmutableArray<string> GoalKeys { get; } =
        ["contextTokens", "concurrentRequests", "historyTokens", "promptTokens", "answerTokens", "firstTokenMilliseconds", "answerMilliseconds"];

    internal static ImmutableArray<string> AutoscaleKeys { get; } =
        ["minReplicas", "maxReplicas", "waitingPerReplica", "waitingToShrink", "cooldownSeconds", "shrinkAfterSeconds", "wakeOnGatewayQueue"];

    internal static ImmutableArray<string> VllmKeys { get; } =
    [
        "servedModelName", "maxModelLen", "gpuMemoryUtilization", "maxNumSeqs", "maxNumBatchedTokens", "tensorParallelSize", "dtype",
        "quantization", "kvCacheDtype", "enforceEager", "prefixCaching", "safetensorsLoadStrategy", "toolCallParser", "extraFlags",
    ];

    /// <summary>Name of a pool whose name could not be read; reported already, and not a name that anybody could use.</summary>
    internal const string UnreadableName = "";

    internal static PoolSettings Read(SettingsObject entry)
    {
        var vllm = entry.Object("vllm", VllmKeys, ExplainUnknownOption);
        return new PoolSettings
        {
            Name = entry.Word("name", UnreadableName),
            Model = new ModelReference(entry.Text("model", UnreadableModel), entry.Text("revision", "unknown")),
            ModelConfig = entry.OptionalText("modelConfig"),
            Sku = entry.Word("sku", ""),
            Replicas = entry.OptionalInteger("replicas"),
            Goal = ReadGoal(entry.Object("goal", GoalKeys)),
            Cpu = entry.OptionalInteger("cpu"),
            MemoryGiB = entry.OptionalInteger("memoryGiB"),
            StartupSeconds = entry.OptionalInteger("startupSeconds"),
            DrainSeconds = entry.OptionalInteger("drainSeconds"),
            Autoscale = entry.Has("autoscale") ? ReadAutoscale(entry.Object("autoscale", AutoscaleKeys)) : null,
            ServedModelName = vllm.Text("servedModelName", "unknown"),
            Vllm = ReadVllm(vllm),
        };
    }

    /// <summary>Model of a pool whose model could not be read; reported already.</summary>
    internal const string UnreadableModel = "unknown/unknown";

    /// <summary>After a mistake each figure is one that goes with the others, so that no rule between them complains as well.</summary>
    private static CapacityGoal ReadGoal(SettingsObject goal)
    {
        var read = new CapacityGoal
        {
            ContextTokens = goal.Integer("contextTokens", Unreadable),
            ConcurrentRequests = goal.Integer("concurrentRequests", 1),
            HistoryTokens = goal.OptionalInteger("historyTokens") ?? 0,
            PromptTokens = goal.Integer("promptTokens", 1),
            AnswerTokens = goal.Integer("answerTokens", 1),
            FirstTokenMilliseconds = goal.OptionalInteger("firstTokenMilliseconds"),
            AnswerMilliseconds = goal.OptionalInteger("answerMilliseconds"),
        };
        return read.ContextTokens == Unreadable
            ? read with { ContextTokens = Math.Max(VllmDefaults.MaxModelLen.Minimum, (int)Math.Min((long)read.HistoryTokens + read.PromptTokens + read.AnswerTokens, VllmDefaults.MaxModelLen.Maximum)) }
            : read;
    }

    private static AutoscaleSettings ReadAutoscale(SettingsObject autoscale) => new()
    {
        MinReplicas = autoscale.OptionalInteger("minReplicas") ?? QueueScalerDefaults.MinReplicas,
        MaxReplicas = autoscale.OptionalInteger("maxReplicas") ?? QueueScalerDefaults.MaxReplicas,
        WaitingPerReplica = autoscale.OptionalInteger("waitingPerReplica"),
        WaitingToShrink = autoscale.OptionalInteger("waitingToShrink"),
        CooldownSeconds = autoscale.OptionalInteger("cooldownSeconds") ?? QueueScalerDefaults.CooldownSeconds,
        ShrinkAfterSeconds = autoscale.OptionalInteger("shrinkAfterSeconds"),
        WakeOnGatewayQueue = autoscale.OptionalFlag("wakeOnGatewayQueue") ?? false,
    };

    /// <summary>A context that nobody writes.</summary>
    private const int Unreadable = int.MinValue;

    private static VllmOverrides ReadVllm(SettingsObject vllm) => new()
    {
        MaxModelLen = vllm.OptionalInteger("maxModelLen"),
        GpuMemoryUtilization = vllm.OptionalNumber("gpuMemoryUtilization"),
        MaxNumSeqs = vllm.OptionalInteger("maxNumSeqs"),
        MaxNumBatchedTokens = vllm.OptionalInteger("maxNumBatchedTokens"),
        TensorParallelSize = vllm.OptionalInteger("tensorParallelSize"),
        Dtype = vllm.OptionalText("dtype"),
        Quantization = vllm.OptionalText("quantization"),
        KvCacheDtype = vllm.OptionalText("kvCacheDtype"),
        EnforceEager = vllm.OptionalFlag("enforceEager"),
        PrefixCaching = vllm.OptionalFlag("prefixCaching"),
        SafetensorsLoadStrategy = vllm.OptionalText("safetensorsLoadStrategy"),
        ToolCallParser = vllm.OptionalText("toolCallParser"),
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
