namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>The question to <see cref="CapacityPlanner"/>.</summary>
public sealed record CapacityRequest
{
    /// <summary>Hugging Face id of the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>Its shapes.</summary>
    public required ModelArchitecture Model { get; init; }

    /// <summary>Format of the checkpoint's weights.</summary>
    /// <value>Default: null, what <see cref="Model"/> says.</value>
    public WeightFormat? Format { get; init; }

    /// <summary>The card.</summary>
    public required GpuSku Gpu { get; init; }

    /// <summary>Cards of one node; a server never spans nodes.</summary>
    /// <value>1 to 16.</value>
    public required int GpusPerNode { get; init; }

    /// <summary>What the pool is for.</summary>
    public required CapacityGoal Goal { get; init; }

    /// <summary>Release of vLLM whose flags are emitted and whose accounting applies.</summary>
    public required VllmVersion Version { get; init; }

    /// <summary>Name that clients ask for.</summary>
    /// <value>Default: null, <see cref="ModelId"/>.</value>
    public string? ServedModelName { get; init; }

    /// <summary>Where the weights are.</summary>
    /// <value>Default: <see cref="WeightStorage.SharedFileSystem"/>.</value>
    public WeightStorage Storage { get; init; }

    /// <summary>Servers.</summary>
    /// <value>1 to 64. Default: null, as many as the goal's concurrency needs.</value>
    public int? Replicas { get; init; }

    /// <summary>Options that a person sets.</summary>
    /// <value>Default: none.</value>
    public VllmOverrides Overrides { get; init; } = VllmOverrides.None;

    /// <summary>
    /// Whether any share of the memory that vLLM takes, above 0 and up to 1, may be asked about. Pools keep to
    /// <see cref="Serving.VllmDefaults.MinimumGpuMemoryUtilization"/> and <see cref="Serving.VllmDefaults.MaximumGpuMemoryUtilization"/>.
    /// </summary>
    /// <value>Default: false, as for a pool.</value>
    public bool AnyMemoryShare { get; init; }

    /// <summary>Prices that replace those of the catalogue.</summary>
    /// <value>Default: none.</value>
    public GpuPrices Prices { get; init; } = GpuPrices.Catalog;

    /// <summary>Processor cores of a server.</summary>
    /// <value>Default: null, planned.</value>
    public int? Cpu { get; init; }

    /// <summary>Host memory of a server in GiB.</summary>
    /// <value>Default: null, planned.</value>
    public int? MemoryGiB { get; init; }

    /// <summary>Seconds until a server must answer.</summary>
    /// <value>Default: null, planned from the load time.</value>
    public int? StartupSeconds { get; init; }

    /// <summary>Seconds that running answers get when a server stops.</summary>
    /// <value>Default: null, planned from the length of an answer.</value>
    public int? DrainSeconds { get; init; }
}
