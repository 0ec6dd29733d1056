namespace Clawdbot.Infra.Invariants;

/// <summary>A rule that one place may break until a day, and why.</summary>
/// <param name="Rule">Id of the rule, as <c>CB4003</c>.</param>
/// <param name="Subject">The setting that breaks it, as the message of the rule calls it.</param>
/// <param name="Reason">Why that is acceptable.</param>
/// <param name="Expires">Last day on which the waiver holds.</param>
public sealed record Waiver(string Rule, string Subject, string Reason, DateOnly Expires);
