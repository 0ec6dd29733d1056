using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>Each wait is shorter than the one around it, and nothing grows without an end.</summary>
internal sealed class GatewayTimeouts() : GatewayDocumentRule(new PolicyMetadata("gateway-timeouts")
{
    Title = "The gateway's times nest, and its queue, its load and its retries end",
    Description = "A try that may last longer than its request is given up by the wrong side, and a pod that is stopped before its requests end cuts answers off.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("B2"), FrameworkReference.Clawdbot("B9")],
    Remedy = "Keep the time of a try at most that of the request, that at most the time to drain, and that at most what the pod gets to stop.",
    Url = "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    Settings =
    [
        new RuleSetting(MaximumRetries, RuleSettingKind.Number, "Most tries after the first one.") { Default = GatewayDefaults.Retries, Minimum = 0, Maximum = 10 },
    ],
})
{
    private const string MaximumRetries = "maximumRetries";

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var view = stack.View(s => new GatewayView(s));
        report.Each(null, view.Documents, document =>
        {
            if (document.Text.ParseJson() is { } settings && Drain(document.Name, settings) is { Number: { } drain })
            {
                report.Each(document.Text.Resource, view.ReadersOf(document), reader => CheckGrace(reader, drain, report));
            }
        });
    }

    /// <inheritdoc/>
    protected override void CheckAccessTier(Property settings, RuleReport report)
    {
        var drain = Drain(GatewayDocument.AccessTier, settings);
        AtMost(settings["routes"]["requestSeconds"], drain, "routes.requestSeconds", report);
        CheckDocker(drain, report);
    }

    /// <inheritdoc/>
    protected override void CheckRouter(Property settings, RuleReport report)
    {
        var times = settings["timeouts"];
        var drain = Drain(GatewayDocument.Router, settings);
        AtMost(times["modelSeconds"], times["requestSeconds"], "timeouts.modelSeconds", report);
        AtMost(times["requestSeconds"], drain, "timeouts.requestSeconds", report);
        var most = report.Number(MaximumRetries);
        if (settings["retries"]["maximum"].Number is not { } retries || retries < 0 || retries > most)
        {
            report.Violation(settings["retries"]["maximum"], $"0 to {Shown(most)}");
        }

        foreach (var limit in new[] { settings["admission"]["inFlight"], settings["admission"]["queue"] })
        {
            if (limit.Number is not > 0)
            {
                report.Violation(limit, "a number from 1 on");
            }
        }

        CheckDocker(drain, report);
    }

    private static Property Drain(string document, Property settings) => document == GatewayDocument.AccessTier ? settings["workerShutdownSeconds"] : settings["drainSeconds"];

    // The outer time is the one to raise, so it is the one that is named.
    private static void AtMost(Property inner, Property outer, string name, RuleReport report)
    {
        if (inner.Number is not > 0)
        {
            report.Violation(inner, "a number of seconds");
        }
        else if (outer.Number is not { } limit || limit < inner.Number)
        {
            report.Violation(outer, $"{Shown(inner.Number.Value)} or more, as {name} is");
        }
    }

    // The pause before the stop is taken from the same time.
    private static void CheckGrace(Workload reader, double drain, RuleReport report)
    {
        var pauses = reader.Containers.Select(container => container.Root["lifecycle"]["preStop"]["sleep"]["seconds"].Number ?? 0).DefaultIfEmpty(0).Max();
        var grace = reader.Pod["terminationGracePeriodSeconds"];
        if ((grace.Number ?? GatewayDefaults.GraceSeconds) < drain + pauses)
        {
            report.Violation(grace, $"{Shown(drain + pauses)} or more, for the pause before the stop and the requests that run");
        }
    }

    private static void CheckDocker(Property drain, RuleReport report)
    {
        var resource = drain.Resource;
        if (resource.Type.StartsWith("docker:", StringComparison.Ordinal) && drain.Number is { } seconds && (resource["stopTimeout"].Number ?? GatewayDefaults.DockerGraceSeconds) < seconds)
        {
            report.Violation(resource["stopTimeout"], $"{Shown(seconds)} or more, for the requests that run");
        }
    }

    private static string Shown(double number) => number.ToString(CultureInfo.InvariantCulture);
}
