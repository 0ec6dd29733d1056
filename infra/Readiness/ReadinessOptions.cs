namespace Clawdbot.Infra.Readiness;

/// <summary>What a person may choose about readiness.</summary>
public sealed record ReadinessOptions
{
    /// <summary>Whether a deployment runs the twelve items at its end. Without it, nobody sets the mode to production.</summary>
    /// <value>Default: true.</value>
    public bool Gate { get; init; } = true;

    /// <summary>Whether the deployment waits for the gate, and fails with it.</summary>
    /// <value>Default: true.</value>
    public bool Wait { get; init; } = true;

    /// <summary>Requests at once in the gate's load.</summary>
    /// <value>1 to 1000; default 100 (C9.5).</value>
    public int Concurrency { get; init; } = LoadProfiles.Gate.Concurrency;

    /// <summary>Seconds of the gate's load, for errors once and for times once for each model.</summary>
    /// <value>10 to 3600; default 60.</value>
    public int Seconds { get; init; } = LoadProfiles.Gate.Seconds;

    /// <summary>
    /// Share of the servers' planned requests at once, in percent, at which times are measured. At the knee itself, small chances decide between a
    /// fast and a slow result.
    /// </summary>
    /// <value>10 to 100; default 70.</value>
    public int KneePercent { get; init; } = ReadinessGateDefaults.KneePercent;

    /// <summary>Seconds in which an item that does not hold is tried again.</summary>
    /// <value>0 to 1800; default 180.</value>
    public int PatienceSeconds { get; init; } = ReadinessGateDefaults.PatienceSeconds;

    /// <summary>Profile of the load test that a person starts.</summary>
    /// <value>normal, active, hot or gate; default hot.</value>
    public string Profile { get; init; } = LoadTestDefaults.Profile;

    /// <summary>Seconds of that load test.</summary>
    /// <value>10 to 3600; default: the profile's.</value>
    public int? ProfileSeconds { get; init; }

    /// <summary>Start of the pseudo random sequence of messages; the same gives the same messages.</summary>
    /// <value>0 to 2147483647; default 1.</value>
    public int Seed { get; init; } = LoadTestDefaults.Seed;

    /// <summary>Raise it to have the same plan checked again, for instance after a repair.</summary>
    /// <value>1 to 1000000; default 1.</value>
    public int Run { get; init; } = 1;

    /// <summary>Image with the .NET SDK.</summary>
    /// <value>By tag or digest; default: the one that the program is tested with.</value>
    public string Image { get; init; } = Platform.SourceProgram.Image;
}
