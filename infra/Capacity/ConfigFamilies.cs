namespace Clawdbot.Infra.Capacity;

/// <summary>What a configuration leaves to the code of its model family (<c>model_type</c>).</summary>
internal static class ConfigFamilies
{
    /// <summary>Whether input and output embeddings are one table when the configuration does not say; Gemma's and Phi-3's code default to it.</summary>
    public static bool TiesEmbeddings(string family) => family.StartsWith("gemma", StringComparison.Ordinal);

    /// <summary>Qwen2's projections have a bias that its configuration does not mention; Phi-2's too.</summary>
    public static bool HasQkvBias(string family) => family is "qwen2" or "qwen2_moe" or "qwen2_vl" or "qwen2_vl_text" or "qwen2_5_vl" or "qwen2_5_vl_text" or "phi";

    /// <summary>Phi-2 has biases everywhere.</summary>
    public static bool HasOutputBias(string family) => family == "phi";

    /// <summary>Families that normalise queries and keys per head.</summary>
    public static bool NormalizesHeads(string family) =>
        family is "exaone4" || family.StartsWith("qwen3", StringComparison.Ordinal) || family.StartsWith("gemma3", StringComparison.Ordinal);

    /// <summary>Whether the feed-forward block has a gate.</summary>
    public static bool HasGate(string family) => family is not ("phi" or "gpt2" or "opt" or "gpt_neox" or "falcon" or "starcoder2");

    /// <summary>Normalisations of a layer.</summary>
    public static int NormsPerLayer(string family) => family switch
    {
        "phi" => 1,
        _ when family.StartsWith("gemma2", StringComparison.Ordinal) || family.StartsWith("gemma3", StringComparison.Ordinal) => 4,
        _ => 2,
    };
}
