using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>The time that probes leave a server to start.</summary>
internal sealed class VllmStartupProbe() : VllmRule(new PolicyMetadata("vllm-startup-probe")
{
    Title = "Probes leave servers time to start",
    Description = "A server answers only after weights are loaded and graphs are captured; a liveness probe that counts before kills it over and over.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C5"), FrameworkReference.KubeScore("pod-probes")],
    Remedy = "Give the server a startup probe on /health whose failureThreshold times periodSeconds is longer than the slowest start.",
    Url = "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#startup-probe",
    Settings =
    [
        new RuleSetting(Least, RuleSettingKind.Number, "Fewest seconds that a server is given to start.") { Default = VllmDefaults.StartupSeconds, Minimum = 1, Maximum = 86400 },
    ],
})
{
    private const string Least = "minimumSeconds";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Container is null)
        {
            return;
        }

        var startup = server.Root["startupProbe"];
        var liveness = server.Root["livenessProbe"];
        var least = report.Number(Least);
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{least} seconds or more until the server is restarted");
        if (startup.Exists && Seconds(startup) is var given && given < least)
        {
            report.Violation(server.Resource, server.Where(startup), string.Create(CultureInfo.InvariantCulture, $"a budget of {given} seconds"), wanted);
        }
        else if (startup.IsMissing && liveness.Exists && Seconds(liveness) is var lived && lived < least)
        {
            report.Violation(
                server.Resource, server.Where(startup), "not set", wanted, string.Create(CultureInfo.InvariantCulture, $"The liveness probe restarts it after {lived} seconds."));
        }
    }

    private static double Seconds(Property probe) =>
        (probe["initialDelaySeconds"].Number ?? 0) + ((probe["failureThreshold"].Number ?? VllmDefaults.ProbeFailures) * (probe["periodSeconds"].Number ?? VllmDefaults.ProbePeriodSeconds));
}
