using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>The time until a pod is killed against the time that its server takes to end.</summary>
internal sealed class VllmGracePeriod() : VllmRule(new PolicyMetadata("vllm-grace-period")
{
    Title = "Pods are not killed while their server finishes requests",
    Description = "The grace period counts from the moment that a pod is told to end and covers the preStop hook; when it is over, the server is killed with its requests.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("B4")],
    Remedy = "Raise the grace period, or lower --shutdown-timeout.",
    Url = "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
})
{
    private const string Timeout = "--shutdown-timeout";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Number(Timeout) is not { } seconds || seconds <= 0)
        {
            return;
        }

        var grace = server.Workload is { } workload ? workload.Pod["terminationGracePeriodSeconds"] : server.Root["stopTimeout"];
        var given = grace.Number ?? (server.Workload is null ? VllmDefaults.DockerStopSeconds : VllmDefaults.GraceSeconds);
        var (hook, isSecret) = PreStopSeconds(server.Root["lifecycle"]["preStop"]);
        if (given <= seconds + hook)
        {
            report.Violation(
                server.Resource, grace.Path, grace.Shown,
                server.Arguments.Find(Timeout)!.IsSecret || isSecret
                    ? $"more than the preStop hook and {Timeout} together"
                    : string.Create(CultureInfo.InvariantCulture, $"more than {seconds + hook} seconds: {hook} of the preStop hook and {seconds} of {Timeout}"));
        }
    }

    // The sleep of the hook, as its own action or as a command.
    private static (double Seconds, bool IsSecret) PreStopSeconds(Property hook)
    {
        if (hook["sleep"]["seconds"].Number is { } seconds)
        {
            return (seconds, hook["sleep"]["seconds"].IsSecret);
        }

        var command = hook["exec"]["command"].Items.ToList();
        var words = command.SelectMany(item => (item.Scalar ?? "").Split([' ', ';', '&'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var sleep = words.FindIndex(word => word == "sleep" || word.EndsWith("/sleep", StringComparison.Ordinal));
        return sleep >= 0 && sleep + 1 < words.Count && double.TryParse(words[sleep + 1].TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var slept)
            ? (slept, command.Exists(item => item.IsSecret))
            : (0, false);
    }
}
