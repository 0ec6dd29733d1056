using System.Collections.Immutable;

namespace Clawdbot.Infra.Readiness;

/// <summary>A load test. Plain values, known before anything is deployed.</summary>
public sealed record LoadTestSpec
{
    /// <summary>Profile.</summary>
    public required LoadProfile Profile { get; init; }

    /// <summary>Models that are asked in turn.</summary>
    public required ImmutableArray<ReadyModel> Models { get; init; }

    /// <summary>Requests that the gateway lets one client have open, and its Router takes on, at one replica of each.</summary>
    public required int GatewayConcurrency { get; init; }

    /// <summary>Where that comes from, for messages: the settings' names.</summary>
    public string GatewayConcurrencySource { get; init; } = "gateway.concurrentPerClient and gateway.inFlight + gateway.queue";

    /// <summary>Base URL of the API.</summary>
    public string BaseUrl { get; init; } = LoadTestDefaults.BaseUrl;

    /// <summary>Seconds that one message may take.</summary>
    /// <value>1 to 3600.</value>
    public required int RequestSeconds { get; init; }

    /// <summary>Start of the pseudo random sequence.</summary>
    /// <value>0 to 2147483647.</value>
    public int Seed { get; init; } = LoadTestDefaults.Seed;

    /// <summary>Image with the .NET SDK.</summary>
    public string Image { get; init; } = Platform.SourceProgram.Image;

    /// <summary>Seconds that the program may take.</summary>
    public int DeadlineSeconds => Profile.Seconds + RequestSeconds + LoadTestDefaults.SlackSeconds;
}
