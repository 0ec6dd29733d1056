namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Second and third tries, and the budget that keeps them from doubling an overload.</summary>
/// <param name="Maximum">Tries after the first one.</param>
/// <param name="BudgetPercent">Retries allowed per hundred requests of the window.</param>
/// <param name="WindowSeconds">Window of the budget.</param>
/// <param name="MinimumPerWindow">Retries allowed in a window with hardly any requests.</param>
/// <param name="BackoffMilliseconds">Pause before a retry at the same pool; another server is tried at once.</param>
public sealed record RetrySettings(int Maximum, int BudgetPercent, int WindowSeconds, int MinimumPerWindow, int BackoffMilliseconds);
