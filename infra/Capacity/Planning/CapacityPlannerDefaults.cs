using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Choices of <see cref="CapacityPlanner"/>.</summary>
public static class CapacityPlannerDefaults
{
    /// <summary>
    /// Share of GPU memory: the production checklist allows 85 % of the frame buffer, and what vLLM does not count (CUDA context, graphs
    /// of some releases, fragmentation) has to live in the rest.
    /// </summary>
    public const double Utilization = 0.85;

    /// <summary>Share that is proposed, never chosen: vLLM's own default before 0.20, above the production checklist's 85 %.</summary>
    public const double ProposedUtilization = 0.90;

    /// <summary>
    /// Sequences and tokens of a batch to start from, smallest first: one 24 GB card with long contexts, then the personal, community and
    /// enterprise sizes, then vLLM's own default. Larger batches answer more requests and let each wait longer.
    /// </summary>
    public static ImmutableArray<(int Sequences, int Tokens)> Batches { get; } = [(8, 2048), (32, 2048), (64, 4096), (128, 8192), (256, 8192)];

    /// <summary>
    /// Cards up to this size, in MiB, run without CUDA graphs. They are desktop cards, where graphs do not fit beside the weights or stall
    /// while the screen uses the card; every data-centre card is larger.
    /// </summary>
    public const int EagerUpToMiB = 12 * 1024;

    /// <summary>Contexts; the limits of <c>--max-model-len</c>.</summary>
    public static IntegerRange ContextTokens => Serving.VllmDefaults.MaxModelLen;

    /// <summary>Concurrent requests of a pool: 64 servers with the largest batch that is planned, four times over.</summary>
    public static IntegerRange ConcurrentRequests { get; } = new(1, 65536);

    /// <summary>Tokens of prompts and answers.</summary>
    public static IntegerRange Tokens { get; } = new(1, 1024 * 1024);

    /// <summary>Latency targets in milliseconds; an hour at most.</summary>
    public static IntegerRange Milliseconds { get; } = new(1, 3_600_000);

    /// <summary>Shortest time that running answers get when a server stops, in seconds.</summary>
    public const int MinimumDrainSeconds = 30;

    /// <summary>Longest planned time that running answers get, in seconds: an update replaces servers one after the other and must end some day.</summary>
    public const int MaximumDrainSeconds = 300;

    /// <summary>Proposed contexts are multiples of this, because nobody remembers 17,337 tokens.</summary>
    public const int ContextStep = 1024;

    /// <summary>Shortest context that is proposed: less holds no conversation.</summary>
    public const int MinimumProposedContext = 2048;

    /// <summary>Proposals that are shown; a longer list is not read.</summary>
    public const int Proposals = 6;

    /// <summary>Proposals of each kind that are shown, so that one kind does not crowd out the others.</summary>
    public const int ProposalsPerKind = 2;
}
