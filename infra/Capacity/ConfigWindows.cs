namespace Clawdbot.Infra.Capacity;

/// <summary>Finds out which layers of a configuration see a window only.</summary>
internal static class ConfigWindows
{
    /// <summary>Adds the window and the number of full layers.</summary>
    public static ModelArchitecture Apply(ModelArchitecture model, ConfigObject text, string family)
    {
        var chunk = text.Number("attention_chunk_size");
        var window = chunk ?? text.Number("sliding_window");
        // Qwen2 states a window that is switched off, others state one as long as the context.
        if (window is not > 0 || (chunk is null && text.Flag("use_sliding_window") == false) || window >= model.MaxPositions)
            return model;
        var types = text.Texts("layer_types").ToList();
        var full = types.Count > 0 ? types.Count(type => type == "full_attention") : FullLayers(model.Layers, text, family, chunk is not null);
        return full >= model.Layers ? model : model with { SlidingWindow = window, FullAttentionLayers = full, ChunkedAttention = chunk is not null };
    }

    private static int FullLayers(int layers, ConfigObject text, string family, bool chunked)
    {
        if (text.Number("sliding_window_pattern") is { } pattern and > 0)
            return layers / pattern;
        return family switch
        {
            "gemma2" or "gpt_oss" => layers / 2,
            "gemma3" or "gemma3_text" => layers / 6,
            "exaone4" => layers / 4,
            _ => chunked ? layers / 4 : 0,
        };
    }
}
