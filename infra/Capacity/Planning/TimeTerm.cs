namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>One step of a time.</summary>
/// <param name="Name">What happens, stable.</param>
/// <param name="Seconds">How long it takes.</param>
/// <param name="Formula">How the figure comes about, with the numbers.</param>
public sealed record TimeTerm(string Name, double Seconds, string Formula);
