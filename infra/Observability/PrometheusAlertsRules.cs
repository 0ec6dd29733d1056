using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Observability;

/// <summary>Rules for <see cref="PrometheusAlertsSpec"/>.</summary>
public static class PrometheusAlertsRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">Which alerts, and who is told.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(PrometheusAlertsSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!IsRunbookBase(spec.RunbookBaseUrl))
        {
            findings.Add(ObservabilityDiagnosticIds.InvalidRunbookBase, "runbookBaseUrl", $"'{spec.RunbookBaseUrl}'",
                "an http or https address without query, or a path such as docs/runbooks");
        }
        if (!KubernetesNames.IsLabelValue(spec.Release))
            findings.Add(DiagnosticIds.InvalidName, "release", $"'{spec.Release}'", "the release name of kube-prometheus-stack: a label value of at most 63 characters");
        CheckReceiver("critical", spec.Routing.Critical, findings);
        CheckReceiver("warning", spec.Routing.Warning, findings);
        CheckReceiver("deadMan", spec.Routing.DeadMan, findings);
        CheckPlan(spec.Plan, findings);
        return findings.Diagnostics;
    }

    /// <summary>Points that are allowed but worth a second look, one sentence each.</summary>
    /// <param name="spec">Which alerts, and who is told.</param>
    /// <param name="subject">How the sentences call the thing.</param>
    public static IEnumerable<string> Advice(PrometheusAlertsSpec spec, string subject)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!spec.Plan.HasAlertmanager)
            yield break;
        if (spec.Routing.Critical is AlertReceiver.Nobody)
            yield return $"Nobody is told of critical alerts; set {subject}.critical.";
        if (spec.Routing.DeadMan is AlertReceiver.Nobody)
            yield return $"Nobody notices when Prometheus itself dies; set {subject}.deadMan to a service that expects a call every minute.";
    }

    private static void CheckPlan(AlertingPlan plan, Findings findings)
    {
        findings.InRange("scrapeSeconds", plan.ScrapeSeconds, PrometheusAlertsDefaults.ScrapeRange);
        if (plan.CertificateHorizonDays is { } days)
            findings.InRange("certificateHorizonDays", days, PrometheusAlertsDefaults.CertificateHorizonRange);
        if (plan.Pools.IsDefaultOrEmpty)
            findings.Add(DiagnosticIds.OutOfRange, "pools", "empty", "at least one pool");
        else
            CheckPools(plan, findings);
        if (plan.Gateway is { } gateway)
            CheckGateway(gateway, findings);
        if (plan.Etcd is { } etcd)
            CheckEtcd(etcd, findings);
        foreach (var counter in plan.GpuCounters)
            findings.OneOf(ObservabilityDiagnosticIds.UnknownGpuCounter, "gpuCounters", counter, PrometheusAlertsDefaults.OptionalGpuCounters);
    }

    private static void CheckPools(AlertingPlan plan, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pool in plan.Pools)
        {
            if (!KubernetesNames.IsDnsLabel(pool.Name))
                findings.Add(DiagnosticIds.InvalidName, "pools.name", $"'{pool.Name}'", $"{KubernetesNames.DnsLabelRule}, at most {KubernetesNames.MaximumLength} characters");
            if (!seen.Add(pool.Name))
                findings.Add(DiagnosticIds.DuplicateName, "pools.name", $"'{pool.Name}' again", "each name once");
            if (pool.LoadSeconds >= pool.StartupSeconds)
            {
                findings.Add(ObservabilityDiagnosticIds.UnorderedThresholds, $"pools['{pool.Name}'].loadSeconds", Text(pool.LoadSeconds),
                    $"less than startupSeconds, {Text(pool.StartupSeconds)}", "A start that is slow must be told before the probe ends it.");
            }
            if (pool.MaxReplicas is { } most && most < pool.MinReplicas)
            {
                findings.Add(ObservabilityDiagnosticIds.UnorderedThresholds, $"pools['{pool.Name}'].maxReplicas", Text(most),
                    $"at least minReplicas, {Text(pool.MinReplicas)}");
            }
        }
    }

    private static void CheckGateway(AlertedGateway gateway, Findings findings)
    {
        if (gateway.QueueWarning >= gateway.QueueCritical)
        {
            findings.Add(ObservabilityDiagnosticIds.UnorderedThresholds, "queueWarning", Text(gateway.QueueWarning),
                $"less than {Text(gateway.QueueCritical)}, {AlertText.Share(PrometheusAlertsDefaults.QueueCriticalShare)} of queueLimit {Text(gateway.QueueLimit)}");
        }
        if (!(gateway.Objective >= PrometheusAlertsDefaults.LeastObjective && gateway.Objective <= PrometheusAlertsDefaults.HighestObjective))
        {
            findings.Add(ObservabilityDiagnosticIds.ImpossibleObjective, "objective", gateway.Objective.ToString(CultureInfo.InvariantCulture),
                $"{AlertText.Number(PrometheusAlertsDefaults.LeastObjective)} to {AlertText.Number(PrometheusAlertsDefaults.HighestObjective)}",
                "0.999 means that one request of a thousand may fail.");
        }
    }

    private static void CheckEtcd(AlertedEtcd etcd, Findings findings)
    {
        if (etcd.Members is not (3 or 5))
            findings.Add(DiagnosticIds.OutOfRange, "etcd.members", Text(etcd.Members), "3 or 5");
        findings.InRange("etcd.quotaMiB", etcd.QuotaMiB, new IntegerRange(64, 8192));
        if (etcd.BackupPeriodSeconds is { } period)
            findings.InRange("etcd.backupPeriodSeconds", period, new IntegerRange(300, 7 * 86400));
    }

    private static void CheckReceiver(string member, AlertReceiver receiver, Findings findings)
    {
        if (receiver is AlertReceiver.Webhook webhook && !IsPlainAddress(webhook.Url))
        {
            // The address may hold a token, so it is not repeated.
            findings.Add(ObservabilityDiagnosticIds.InvalidReceiver, $"{member}.url", "not a plain address",
                "http:// or https:// with a host, without user, password, query and fragment", "A token belongs into a Secret.");
        }
        if (receiver is AlertReceiver.Slack slack && !(slack.Channel.Length > 1 && slack.Channel[0] is '#' or '@' or 'C'))
            findings.Add(ObservabilityDiagnosticIds.InvalidReceiver, $"{member}.channel", $"'{slack.Channel}'", "'#channel', '@user' or the id of a channel");
        if (receiver.Credential is not { } credential)
            return;
        if (!KubernetesNames.IsDnsSubdomain(credential.Secret))
            findings.Add(DiagnosticIds.InvalidName, $"{member}.secret", $"'{credential.Secret}'", "the name of a Secret: lower-case letters, digits, '-' and '.'");
        if (credential.Key.Length is 0 or > 253 || credential.Key is "." or ".." || !credential.Key.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
            findings.Add(DiagnosticIds.InvalidName, $"{member}.key", $"'{credential.Key}'", "a key of a Secret: letters, digits, '-', '_' and '.'");
    }

    private static bool IsPlainAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address is { Host.Length: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };

    private static bool IsRunbookBase(string text) =>
        text.Contains("://", StringComparison.Ordinal)
            ? IsPlainAddress(text)
            : text.Length > 0 && text.TrimEnd('/').Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
