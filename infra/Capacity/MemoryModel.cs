using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>
/// Computes what vLLM finds when it starts, in the order in which it does: the share of memory it asks for; weights, memory outside
/// PyTorch, the peak of a dummy batch and CUDA graphs; the rest becomes the KV cache, in blocks, which must hold one request of full length.
/// </summary>
public static class MemoryModel
{
    /// <summary>Computes every term.</summary>
    /// <param name="input">The server.</param>
    /// <exception cref="DiagnosticException">The input is impossible: <see cref="MemoryModelRules"/>.</exception>
    public static MemoryEstimate Estimate(MemoryModelInput input)
    {
        DiagnosticException.ThrowIfAny(MemoryModelRules.Check(input, "MemoryModelInput", "Change the input."));
        return new Calculation(input).Run();
    }

    /// <summary>The type that <c>auto</c> stands for: 32-bit checkpoints run in 16 bits, and cards without bfloat16 in float16.</summary>
    /// <param name="input">The server.</param>
    public static ElementType ResolveDtype(MemoryModelInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Dtype != ElementType.Auto)
            return input.Dtype;
        return input.Model.Dtype == ElementType.Fp16 || !input.Gpu.HasBfloat16 ? ElementType.Fp16 : ElementType.Bf16;
    }

    private sealed class Calculation
    {
        private const double GiB = MemoryModelDefaults.GiB;
        private readonly MemoryModelInput _input;
        private readonly VllmVersion _version;
        private readonly EngineBehaviour _engine;
        private readonly WeightFormat _format;
        private readonly BatchLimits _batch;
        private readonly KvCacheLayout _layout;
        private readonly RuntimeMemory _runtime;
        private readonly int _context;
        private readonly int _elementBytes;
        private readonly double _total;
        private readonly double _share;

        public Calculation(MemoryModelInput input)
        {
            _input = input;
            _version = input.Version ?? MemoryModelDefaults.AssumedVersion;
            _format = input.Format ?? input.Model.Format;
            _engine = EngineBehaviour.Of(_version, input.Gpu, input.Model, _format);
            _total = input.TotalGiB ?? input.Gpu.TotalGiB;
            _share = input.GpuMemoryUtilization
                ?? (_version >= MemoryModelDefaults.DefaultUtilizationSince ? MemoryModelDefaults.DefaultUtilization : MemoryModelDefaults.EarlierUtilization);
            _context = input.MaxModelLen ?? input.Model.MaxPositions;
            _elementBytes = ResolveDtype(input).Bytes();
            _batch = BatchLimits.Of(input, _engine, _version, _total, _context);
            _layout = KvCacheLayout.Of(input, _engine, input.KvCacheDtype == ElementType.Auto ? _elementBytes : input.KvCacheDtype.Bytes());
            _runtime = new RuntimeMemory(input, _engine, _version, _batch);
        }

        private long TokensInFlight => (long)_engine.ConcurrentBatches * _batch.Tokens;

        public MemoryEstimate Run()
        {
            var requested = _total * _share;
            var weights = WeightModel.Bytes(_input.Model, _format, _input.TensorParallelSize, _elementBytes) / GiB;
            ImmutableArray<MemoryTerm> taken =
            [
                new("weights", weights, FormattableString.Invariant($"{_input.Model.Parameters} parameters as {_format} over {_input.TensorParallelSize} GPUs, rotation tables, allocator steps")),
                _runtime.NonTorch(),
                _runtime.RunnerBuffers(),
                ActivationPeak(_context),
                _runtime.Graphs(),
            ];
            var available = requested - taken.Sum(term => term.GiB);
            var blocks = Blocks(available);
            var perRequest = _layout.BlocksPerRequest(_context, _input.Model, TokensInFlight);
            var need = (double)perRequest * _layout.BytesPerBlock / GiB;
            return new MemoryEstimate
            {
                Terms =
                [
                    new("total", _total, $"memory that CUDA reports on {_input.Gpu.Name}"),
                    new("requested", requested, FormattableString.Invariant($"{_total:0.00} x {_share}")),
                    .. taken,
                    new("availableKv", available, "requested less the five terms above"),
                    new("contextNeed", need, FormattableString.Invariant($"one request of {_context} tokens: {perRequest} blocks of {_layout.BytesPerBlock} B")),
                ],
                AvailableKvGiB = available,
                KvBytesPerToken = _layout.BytesPerToken,
                Blocks = blocks,
                KvTokens = Tokens(blocks, perRequest),
                MaxConcurrency = (double)blocks / perRequest,
                MaxModelLen = _context,
                MaxNumSeqs = _batch.Sequences,
                MaxNumBatchedTokens = _batch.Tokens,
                LargestContext = LargestContext(blocks, context => Blocks(available + ActivationPeak(_context).GiB - ActivationPeak(context).GiB)),
                Reason = Reason(requested, taken, available, blocks, need),
            };
        }

        private long Tokens(long blocks, long perRequest) => _engine.CapacityFromConcurrency
            ? (long)((double)blocks / perRequest * _context)
            : blocks / _layout.Groups * _layout.BlockSize;

        /// <summary>The first condition that vLLM's start-up would trip over.</summary>
        private string Reason(double requested, ImmutableArray<MemoryTerm> taken, double available, long blocks, double need)
        {
            var free = _input.FreeAtStartGiB ?? (_total - _runtime.AtStartGiB);
            if (!_engine.Legacy && requested > free)
                return Exceeds($"requested memory {requested:0.00} GiB ({_share} of {_total:0.00})", $"free memory at start {free:0.00} GiB", requested - free);
            if (available <= 0)
            {
                var largest = taken.MaxBy(term => term.GiB)!;
                return Exceeds($"weights and working memory {requested - available:0.00} GiB (largest: {largest.Name} {largest.GiB:0.00})", $"requested memory {requested:0.00} GiB", -available);
            }
            var usable = UsableBlocks(blocks) * (double)_layout.BytesPerBlock / GiB;
            if (usable < need)
                return Exceeds($"KV cache of one request of {_context} tokens, {need:0.00} GiB,", $"KV memory {available:0.00} GiB", need - usable);
            var physical = _total - _runtime.AtStartGiB;
            var captured = requested - taken[^1].GiB + _runtime.GraphGiB;
            // Without a release the size of the graphs is a guess too rough to refuse by.
            return captured > physical && !_engine.Legacy && _input.Version is not null
                ? Exceeds($"requested memory with CUDA graphs {captured:0.00} GiB", $"physical memory {physical:0.00} GiB", captured - physical)
                : "";
        }

        private long UsableBlocks(long blocks) => Math.Max(0, blocks - (_engine.NullBlockReserved ? 1 : 0));

        private MemoryTerm ActivationPeak(int context) => new ActivationModel(_input, _engine, _batch, _elementBytes, context).Peak();

        private long Blocks(double available) => Math.Max(0, (long)Math.Floor(available * GiB / _layout.BytesPerBlock));

        /// <summary>
        /// Longest request by bisection: blocks per request grow with its length. Latent attention's working memory grows with it too, so
        /// that fewer blocks are left for a longer one.
        /// </summary>
        private int LargestContext(long blocks, Func<int, long> blocksAt)
        {
            var (fits, tooLong) = (0, _input.Model.MaxPositions + 1);
            while (tooLong - fits > 1)
            {
                var middle = fits + ((tooLong - fits) / 2);
                var left = _input.Model.Latent is null ? blocks : blocksAt(middle);
                if (_layout.BlocksPerRequest(middle, _input.Model, TokensInFlight) <= UsableBlocks(left))
                    fits = middle;
                else
                    tooLong = middle;
            }
            return fits;
        }

        private static string Exceeds(FormattableString what, FormattableString limit, double by) =>
            FormattableString.Invariant($"{FormattableString.Invariant(what)} exceeds {FormattableString.Invariant(limit)} by {by:0.00} GiB.");
    }
}
