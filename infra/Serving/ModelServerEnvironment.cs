using System.Collections.Immutable;
using System.Globalization;

namespace Clawdbot.Infra.Serving;

/// <summary>Environment of a vLLM server, the API key excepted.</summary>
public static class ModelServerEnvironment
{
    /// <summary>Variables by name, in ordinal order.</summary>
    /// <param name="spec">The pool.</param>
    public static ImmutableSortedDictionary<string, string> Variables(ModelPoolSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new Dictionary<string, string>
        {
            // The engine must not give up before the start-up probe does.
            ["VLLM_ENGINE_READY_TIMEOUT_S"] = Math.Max(VllmDefaults.EngineReadyTimeoutSeconds, spec.StartupSeconds).ToString(CultureInfo.InvariantCulture),
            ["VLLM_CACHE_ROOT"] = $"{ModelPoolDefaults.CachePath}/vllm",
            ["TRITON_CACHE_DIR"] = $"{ModelPoolDefaults.CachePath}/triton",
            ["HF_HOME"] = $"{ModelPoolDefaults.CachePath}/huggingface",
            // FlashInfer, CUDA and Inductor keep theirs under the home directory.
            ["HOME"] = ModelPoolDefaults.CachePath,
            ["XDG_CACHE_HOME"] = $"{ModelPoolDefaults.CachePath}/.cache",
            // Weights come from the mount; a missing file has to fail, not to be fetched.
            ["HF_HUB_OFFLINE"] = "1",
            ["TRANSFORMERS_OFFLINE"] = "1",
            ["VLLM_NO_USAGE_STATS"] = "1",
            ["DO_NOT_TRACK"] = "1",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
