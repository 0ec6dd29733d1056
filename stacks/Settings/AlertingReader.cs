using System.Collections.Immutable;
using Clawdbot.Infra.Observability;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:alerting</c>. Every key is optional.</summary>
internal static class AlertingReader
{
    internal static ImmutableArray<string> Keys { get; } =
        ["runbookBaseUrl", "release", "objective", "scrapeSeconds", "certificateHorizonDays", "gpuCounters", "critical", "warning", "deadMan"];

    internal static Dictionary<string, string[]> ReceiverKeys { get; } = new()
    {
        ["nobody"] = [],
        ["webhook"] = ["url", "secret", "key"],
        ["slack"] = ["channel", "secret", "key"],
        ["pagerDuty"] = ["secret", "key"],
    };

    internal static AlertingSettings Read(SettingsObject entry)
    {
        var defaults = new AlertingSettings();
        return new AlertingSettings
        {
            RunbookBaseUrl = entry.OptionalText("runbookBaseUrl") ?? defaults.RunbookBaseUrl,
            Release = entry.OptionalText("release") ?? defaults.Release,
            Objective = entry.OptionalNumber("objective") ?? defaults.Objective,
            ScrapeSeconds = entry.OptionalInteger("scrapeSeconds") ?? defaults.ScrapeSeconds,
            CertificateHorizonDays = entry.OptionalInteger("certificateHorizonDays") ?? defaults.CertificateHorizonDays,
            GpuCounters = entry.OptionalTexts("gpuCounters"),
            Routing = new AlertRoutingSpec
            {
                Critical = ReadReceiver(entry, "critical"),
                Warning = ReadReceiver(entry, "warning"),
                DeadMan = ReadReceiver(entry, "deadMan"),
            },
        };
    }

    /// <summary>After a mistake it is nobody, of whom no rule complains.</summary>
    private static AlertReceiver ReadReceiver(SettingsObject entry, string key)
    {
        if (!entry.Has(key))
            return new AlertReceiver.Nobody();
        var receiver = entry.Variant(key, ReceiverKeys);
        return receiver.Choice("kind", [.. ReceiverKeys.Keys]) switch
        {
            "webhook" => new AlertReceiver.Webhook(receiver.Text("url", "https://invalid/"), receiver.Has("secret") || receiver.Has("key") ? ReadSecret(receiver) : null),
            "slack" => new AlertReceiver.Slack(receiver.Text("channel", "#invalid"), ReadSecret(receiver)),
            "pagerDuty" => new AlertReceiver.PagerDuty(ReadSecret(receiver)),
            _ => new AlertReceiver.Nobody(),
        };
    }

    private static SecretFile ReadSecret(SettingsObject receiver) => new(receiver.Text("secret", "invalid"), receiver.Text("key", "invalid"));
}
