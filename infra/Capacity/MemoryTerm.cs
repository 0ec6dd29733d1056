namespace Clawdbot.Infra.Capacity;

/// <summary>One step of the arithmetic.</summary>
/// <param name="Name">What it is: <c>weights</c>, <c>activationPeak</c> and so on, stable.</param>
/// <param name="GiB">Its size on one GPU.</param>
/// <param name="Formula">How it comes about, with the numbers.</param>
public sealed record MemoryTerm(string Name, double GiB, string Formula);
