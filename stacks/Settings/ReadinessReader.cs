using System.Collections.Immutable;
using Clawdbot.Infra.Readiness;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:readiness</c>. Every key may be left out.</summary>
internal static class ReadinessReader
{
    internal static ImmutableArray<string> Keys { get; } =
        ["gate", "wait", "concurrency", "seconds", "kneePercent", "patienceSeconds", "profile", "profileSeconds", "seed", "run", "image"];

    internal static ReadinessOptions Read(SettingsObject entry)
    {
        var defaults = new ReadinessOptions();
        return new ReadinessOptions
        {
            Gate = entry.OptionalFlag("gate") ?? defaults.Gate,
            Wait = entry.OptionalFlag("wait") ?? defaults.Wait,
            Concurrency = entry.OptionalInteger("concurrency") ?? defaults.Concurrency,
            Seconds = entry.OptionalInteger("seconds") ?? defaults.Seconds,
            KneePercent = entry.OptionalInteger("kneePercent") ?? defaults.KneePercent,
            PatienceSeconds = entry.OptionalInteger("patienceSeconds") ?? defaults.PatienceSeconds,
            Profile = entry.OptionalText("profile") ?? defaults.Profile,
            ProfileSeconds = entry.OptionalInteger("profileSeconds"),
            Seed = entry.OptionalInteger("seed") ?? defaults.Seed,
            Run = entry.OptionalInteger("run") ?? defaults.Run,
            Image = entry.OptionalText("image") ?? defaults.Image,
        };
    }
}
