namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>A flag of a plan and why it has its value.</summary>
/// <param name="Flag">The flag with its dashes.</param>
/// <param name="Value">Its value; empty for a switch.</param>
/// <param name="Reason">One sentence with the numbers that decided.</param>
public sealed record PlannedFlag(string Flag, string Value, string Reason)
{
    /// <summary>As an argument: <c>--name=value</c> or <c>--name</c>.</summary>
    public override string ToString() => Value.Length == 0 ? Flag : $"{Flag}={Value}";
}
