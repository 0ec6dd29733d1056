namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Kinds of <see cref="CapacityProposal"/>. Of equally cheap ones, the earlier comes first: it costs users less.</summary>
public enum ProposalKind
{
    /// <summary>FP8 cache entries.</summary>
    Fp8Cache,

    /// <summary>A larger share of the card's memory.</summary>
    Utilization,

    /// <summary>A shorter context.</summary>
    ShorterContext,

    /// <summary>FP8 cache entries and a shorter context.</summary>
    Fp8CacheAndShorterContext,

    /// <summary>The same model with quantised weights.</summary>
    QuantizedVariant,

    /// <summary>More cards for one server.</summary>
    MoreGpus,

    /// <summary>Another card.</summary>
    AnotherGpu,

    /// <summary>A smaller model of the family.</summary>
    SmallerModel,
}
