using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.CommandLine;

/// <summary>The world around a command, so that tests can run whole commands.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether <paramref name="Output"/> is a terminal that understands escape codes.</param>
/// <param name="Elapsed">Time since the process started.</param>
/// <param name="PlanAsync">Plans a stack by name.</param>
internal sealed record CommandHost(
    TextWriter Output,
    TextWriter Error,
    bool IsTerminal,
    Func<TimeSpan> Elapsed,
    Func<string, Task<Plan>> PlanAsync)
{
    /// <summary>The day on which the end of a waiver is judged, in UTC.</summary>
    public Func<DateOnly> Today { get; init; } = () => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The folder of the policy pack, with the usual file of waivers; null = none.</summary>
    public Func<string?> PolicyFolder { get; init; } = () => null;

    /// <summary>The process's own.</summary>
    public static CommandHost ForProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb")
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        () => DateTime.UtcNow - System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime(),
        ClawdbotPlanner.PlanAsync)
    {
        PolicyFolder = ClawdbotPlanner.PolicyFolder,
    };
}
