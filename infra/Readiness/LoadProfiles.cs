using System.Collections.Immutable;

namespace Clawdbot.Infra.Readiness;

/// <summary>The profiles of B6, and that of the gate.</summary>
public static class LoadProfiles
{
    /// <summary>Name of the gate's profile (C9.5): 100 requests at once.</summary>
    public const string GateName = "gate";

    /// <summary>A quiet group.</summary>
    public static LoadProfile Normal { get; } = new() { Name = "normal", LeastPerMinute = 5, MostPerMinute = 10, Concurrency = 4, Seconds = 300, Messages = 100 };

    /// <summary>A lively group.</summary>
    public static LoadProfile Active { get; } = new() { Name = "active", LeastPerMinute = 30, MostPerMinute = 50, Concurrency = 16, Seconds = 300, Messages = 500 };

    /// <summary>A flood of five minutes. Users enough that the rate holds while an answer takes 20 seconds.</summary>
    public static LoadProfile Hot { get; } = new() { Name = "hot", LeastPerMinute = 100, MostPerMinute = 140, Concurrency = 40, Seconds = 300, Messages = 1000 };

    /// <summary>
    /// All users write at once and then as fast as answers come. The rate stays a tenth below <see cref="Gateway.GatewayDefaults.RequestsPerMinute"/>, or the
    /// access tier would rightly refuse what the gate counts as errors. 1000 messages resolve half a percent; a minute bounds the time.
    /// </summary>
    public static LoadProfile Gate { get; } = new() { Name = GateName, LeastPerMinute = 2700, MostPerMinute = 2700, AtOnce = 100, Concurrency = 100, Seconds = 60, Messages = 1000 };

    /// <summary>All of them.</summary>
    public static ImmutableArray<LoadProfile> All { get; } = [Normal, Active, Hot, Gate];

    /// <summary>The profile of that name; null for none.</summary>
    /// <param name="name">Name.</param>
    public static LoadProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
