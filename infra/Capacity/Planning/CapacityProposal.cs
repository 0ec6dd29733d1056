namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>A change that was computed to make a pool fit.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Change">The change, as the end of the sentence "It fits with ...".</param>
/// <param name="PricePerHour">US dollars that all servers of the pool then cost per hour; null when nobody has said what the card costs.</param>
public sealed record CapacityProposal(ProposalKind Kind, string Change, double? PricePerHour)
{
    /// <summary>The change with its price.</summary>
    public override string ToString() => PricePerHour is { } price
        ? FormattableString.Invariant($"{Change} (${price:0.00}/h)")
        : $"{Change} (price not known)";
}
