namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A level of the degradation ladder.</summary>
/// <param name="Level">Value of <c>clawdbot_degradation_level</c>.</param>
/// <param name="Action"><c>cache</c>, <c>downgrade</c> or <c>static</c>.</param>
/// <param name="EnterPercent">Failing requests in percent from which the level holds.</param>
/// <param name="LeavePercent">Failing requests in percent below which it ends; less than <paramref name="EnterPercent"/>, so that it does not flap.</param>
public sealed record DegradationLevel(int Level, string Action, int EnterPercent, int LeavePercent);
