using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 6: each pool has an objective for its answer time, and an alert that watches it.</summary>
internal sealed partial class LatencyObjective() : ProductionRule(new PolicyMetadata("production-06-latency-objective")
{
    Title = "Each pool has an objective for the answer time, and an alert",
    Description = "95 of 100 answers are to come within 4.5 s from cards of 24 GB and within 2.8 s from larger ones; what is not recorded and watched is not kept.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C9.6")],
    Remedy = "Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
    Url = "https://sre.google/workbook/alerting-on-slos/",
    Settings =
    [
        new RuleSetting(Factor, RuleSettingKind.Number, "How many times the objective the alert of a pool may ring at.") { Default = ProductionDefaults.AlertFactor, Minimum = 1, Maximum = 10 },
    ],
})
{
    private const string Factor = "alertFactor";

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        var files = system.RouterSettings.ToList();
        if (files.Count == 0)
        {
            Missing(report, "The list of the pools' objectives (router.json in a ConfigMap)", "targetMilliseconds for every pool");
            return;
        }

        EachDocument(report, files, (file, settings) =>
        {
            foreach (var pool in settings["pools"].Items)
            {
                report.Part(file.Map.Resource, () => CheckTarget(pool, report));
                report.Part(file.Map.Resource, () => CheckAlert(system, pool, report));
            }
        });
    }

    private static double Limit(Property pool) => GpuCards.Find(pool["gpuSku"].Text ?? "") is { MemoryGiB: >= ProductionDefaults.LargeCardGiB }
        ? ProductionDefaults.LargeCardMilliseconds
        : ProductionDefaults.SmallCardMilliseconds;

    private static void CheckTarget(Property pool, RuleReport report)
    {
        var limit = Limit(pool);
        var target = pool["targetMilliseconds"];
        if (target.Number is not > 0 || target.Number > limit)
        {
            report.Violation(target, string.Create(CultureInfo.InvariantCulture, $"at most {limit} for a pool on {pool["gpuSku"].Shown}"));
        }
    }

    private static void CheckAlert(ProductionSystem system, Property pool, RuleReport report)
    {
        if (pool["name"].Text is not { } name)
        {
            return;
        }

        var alerts = system.Alerts.Expressions.Where(expression => Watches(expression.Text!, name)).ToList();
        if (alerts.Count == 0)
        {
            if (system.Alerts.Gap is { } gap)
            {
                throw gap;
            }

            report.Violation(
                pool.Resource, $"An alert on the answer time of the pool {ShownValue.Quoted(name)}", "missing", $"a PrometheusRule with the 95th percentile of pool=\"{ShownValue.OneLine(name)}\"");
            return;
        }

        var most = Limit(pool) / 1000 * report.Number(Factor);
        var strictest = alerts.MinBy(expression => Threshold(expression.Text!))!;
        if (Threshold(strictest.Text!) > most)
        {
            report.Violation(
                strictest.Resource, strictest.Path, strictest.IsSecret ? strictest.Shown : string.Create(CultureInfo.InvariantCulture, $"an alert above {Threshold(strictest.Text!)} s"),
                string.Create(CultureInfo.InvariantCulture, $"at most {most} s for the pool {ShownValue.Quoted(name)}"));
        }
    }

    // The 95th percentile of the server's or the Router's answer time, for this pool or by pool.
    private static bool Watches(string expression, string pool) =>
        expression.Contains("0.95", StringComparison.Ordinal)
        && (expression.Contains("e2e_request_latency_seconds", StringComparison.Ordinal) || expression.Contains("clawdbot_request_duration_seconds", StringComparison.Ordinal))
        && (expression.Contains($"pool=\"{pool}\"", StringComparison.Ordinal) || (!expression.Contains("pool=\"", StringComparison.Ordinal) && ByPool().IsMatch(expression)));

    private static double Threshold(string expression) =>
        Above().Match(expression) is { Success: true } match && double.TryParse(match.Groups["seconds"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : double.PositiveInfinity;

    [GeneratedRegex(@"\bby\s*\([^()]*\bpool\b", RegexOptions.None, 1000)]
    private static partial Regex ByPool();

    [GeneratedRegex(@">=?\s*(?<seconds>\d+(\.\d+)?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Above();
}
