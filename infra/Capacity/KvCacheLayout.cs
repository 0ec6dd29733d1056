namespace Clawdbot.Infra.Capacity;

/// <summary>How vLLM lays the KV cache out: pools of blocks, shared by groups of layers.</summary>
/// <param name="BlockSize">Tokens of a block.</param>
/// <param name="LayersPerGroup">Layers of a group, padding included.</param>
/// <param name="FullGroups">Groups that keep the whole context.</param>
/// <param name="WindowGroups">Groups that keep a window.</param>
/// <param name="BytesPerTokenAndLayer">Bytes of one token in one layer on one GPU.</param>
internal readonly record struct KvCacheLayout(int BlockSize, int LayersPerGroup, int FullGroups, int WindowGroups, long BytesPerTokenAndLayer)
{
    /// <summary>Groups, each with its own block table.</summary>
    public int Groups => FullGroups + WindowGroups;

    /// <summary>Bytes of a block: a group's layers share it.</summary>
    public long BytesPerBlock => BytesPerTokenAndLayer * BlockSize * LayersPerGroup;

    /// <summary>Bytes that one token takes while all groups keep it.</summary>
    public long BytesPerToken => BytesPerTokenAndLayer * LayersPerGroup * Groups;

    /// <summary>The layout for a model.</summary>
    /// <param name="input">The server.</param>
    /// <param name="engine">The release's habits.</param>
    /// <param name="cacheBytes">Bytes of a cache element.</param>
    public static KvCacheLayout Of(MemoryModelInput input, EngineBehaviour engine, int cacheBytes)
    {
        var model = input.Model;
        var latent = model.Latent is not null && engine.CompressedLatent;
        var block = latent && !engine.Legacy && input.Gpu.ComputeCapability is >= 90 and < 110 ? MemoryModelDefaults.LatentBlockSize : MemoryModelDefaults.BlockSize;
        var perLayer = BytesPerLayer(model, input.TensorParallelSize, latent, cacheBytes);
        if (model.SlidingWindow is null || !engine.HybridCache)
            return new KvCacheLayout(block, model.Layers, 1, 0, perLayer);
        var full = model.FullAttentionLayers;
        var sliding = model.Layers - full;
        if (full == 0)
            return new KvCacheLayout(block, model.Layers, 0, 1, perLayer);
        var (fewer, more) = (Math.Min(full, sliding), Math.Max(full, sliding));
        var size = more < fewer * MemoryModelDefaults.HybridGroupSlack ? more : fewer;
        return new KvCacheLayout(block, size, RoundUp(full, size), RoundUp(sliding, size), perLayer);
    }

    /// <summary>Blocks that one request of a length holds at most.</summary>
    /// <param name="length">Tokens of the request.</param>
    /// <param name="model">Shapes, for the window.</param>
    /// <param name="tokensInFlight">Tokens of the batches under way, which windows keep a while longer.</param>
    public long BlocksPerRequest(int length, ModelArchitecture model, long tokensInFlight)
    {
        long blocks = (long)FullGroups * RoundUp(length, BlockSize);
        if (WindowGroups > 0)
            blocks += WindowGroups * (RoundUp(Math.Min(model.SlidingWindow!.Value - 1 + tokensInFlight, length), BlockSize) + 1);
        return blocks;
    }

    /// <summary>Two vectors per key and value head, at least one head per GPU; or the compressed vector, which every GPU keeps whole.</summary>
    private static long BytesPerLayer(ModelArchitecture model, int gpus, bool latent, int cacheBytes)
    {
        if (latent)
            return (long)(model.Latent!.KvRank + model.Latent.RotaryDim) * cacheBytes;
        var width = model.Latent is null ? model.HeadDim : MemoryModelDefaults.PaddedLatentHeadDim;
        return 2L * Math.Max(1, model.KvHeads / gpus) * width * cacheBytes;
    }

    private static int RoundUp(int value, int divisor) => (value + divisor - 1) / divisor;

    private static long RoundUp(long value, int divisor) => (value + divisor - 1) / divisor;
}
