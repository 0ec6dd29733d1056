using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 5: a Job that sends a hundred requests at once and counts the errors.</summary>
internal sealed class LoadTested() : ProductionRule(new PolicyMetadata("production-05-load-test")
{
    Title = "A Job tests the system with 100 requests at once and at most 0.5 % errors",
    Description = "What holds for one request may not hold for a hundred; without the Job nobody knows before people do.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C9.5")],
    Remedy = "Add the load test, with readiness.json that asks for this load.",
    Url = "https://kubernetes.io/docs/concepts/workloads/controllers/job/",
})
{
    private static readonly string[] Kinds = ["Job", "CronJob"];

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        // The gate that runs at the end of a deployment sends load as well.
        var jobs = system.LoadTests.Concat(system.Gates).Where(workload => Kinds.Contains(workload.Owner.Kind, StringComparer.Ordinal)).ToList();
        if (!system.LoadTests.Any(workload => Kinds.Contains(workload.Owner.Kind, StringComparer.Ordinal)))
        {
            Missing(report, "The load test (a Job or CronJob with the component load-test)", "one that sends 100 requests at once");
            return;
        }

        var loads = new List<(SettingsFile File, Property Load)>();
        EachDocument(report, system.ReadinessSettings.Where(file => jobs.Exists(job => Mounts(job, file.Map))), (file, settings) =>
        {
            if (settings["load"].Exists)
            {
                loads.Add((file, settings["load"]));
            }
        });
        if (loads.Count == 0)
        {
            if (report.Violations.Count == 0 && report.NotApplicable.Count == 0)
            {
                report.Violation(jobs[0].Owner.Resource, "The load in readiness.json of a mounted ConfigMap", "missing", "100 requests at once");
            }

            return;
        }

        foreach (var (file, load) in loads)
        {
            report.Part(file.Map.Resource, () =>
            {
                if (load["errorPercent"].Number is not (>= 0 and <= ProductionDefaults.ErrorPercent))
                {
                    report.Violation(load["errorPercent"], string.Create(CultureInfo.InvariantCulture, $"at most {ProductionDefaults.ErrorPercent}"));
                }
            });
        }

        // One of them must be the full load; others may repeat a day's traffic.
        report.Part(null, () =>
        {
            var (_, most) = loads.MaxBy(pair => pair.Load["concurrency"].Number ?? 0);
            if ((most["concurrency"].Number ?? 0) < ProductionDefaults.Concurrency)
            {
                report.Violation(most["concurrency"], string.Create(CultureInfo.InvariantCulture, $"at least {ProductionDefaults.Concurrency} in one of the load tests"));
            }
        });
    }

    private static bool Mounts(Workload workload, KubernetesObject map) =>
        workload.Pod["volumes"].Items.Any(volume => volume["configMap"]["name"].Text == map.Name) && ProductionSystem.AreTogether(workload.Owner, map);
}
