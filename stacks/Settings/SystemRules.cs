using System.Globalization;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Applies the rules of every part to its section of the settings.</summary>
internal static class SystemRules
{
    /// <param name="settings">The settings, as far as they could be read.</param>
    /// <param name="complete">Whether every pool could be planned; otherwise rules that look at the pools would blame the wrong section.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    internal static IEnumerable<Diagnostic> Check(StackSettings settings, bool complete, string remedy) =>
    [
        .. settings.ModelSource is { } source ? ModelLoaderRules.CheckSource(source, "clawdbot:modelSource", remedy) : [],
        .. settings.Addons is { } addons ? PlatformAddonsRules.Check(addons, "clawdbot:addons", remedy) : [],
        .. settings.Admission is { } admission ? AdmissionPoliciesRules.Check(admission, "clawdbot:admission", remedy) : [],
        .. CheckEtcd(settings, remedy),
        .. CheckImages(settings, remedy),
        .. TargetRules.CheckOneMachine(settings, remedy),
        .. complete ? CheckSystem(settings, remedy) : [],
    ];

    /// <summary>What is allowed but worth a second look, one sentence each.</summary>
    /// <param name="settings">Settings that passed every rule.</param>
    /// <param name="today">The day of the deployment.</param>
    internal static IEnumerable<string> Advice(StackSettings settings, DateOnly today) =>
    [
        .. ExpiredToken(settings.Gateway.Jwt.AssistantTokenExpires, today),
        .. settings is { ModelSource: null, ModelStorage: ModelVolume.CephFs or ModelVolume.FsxLustre { FileSystem: FsxFileSystem.New } or ModelVolume.S3Mountpoint { Create: true } }
            ? ["The model storage is new and clawdbot:modelSource names no source: servers wait until somebody has put the weights there."]
            : Array.Empty<string>(),
        .. settings.Scalers.SelectMany(QueueScalerAdvice.For),
        .. settings.Etcd is { } etcd ? EtcdClusterAdvice.For(etcd) : [],
        .. ClawdbotAssistantAdvice.For(settings.Assistant),
        .. settings.Etcd is null ? [] : PrometheusAlertsRules.Advice(AlertingPlanner.Plan(settings), "clawdbot:alerting"),
    ];

    /// <summary>No mistake in the file: it was right on the day it was written.</summary>
    private static IEnumerable<string> ExpiredToken(string expires, DateOnly today) =>
        TokenExpiry.Seconds(expires) <= TokenExpiry.Seconds(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) - SecondsPerDay
            ? [$"The token of the assistant expired with {expires}: the gateway refuses it until clawdbot:gateway.jwt.assistantTokenExpires is a later day."]
            : [];

    private const long SecondsPerDay = 86400;

    private static IEnumerable<Diagnostic> CheckSystem(StackSettings settings, string remedy)
    {
        var answered = settings.Pools.Sum(pool => (long)pool.Replicas * pool.Vllm.MaxNumSeqs);
        var gateway = GatewayRules.Check(settings.Gateway, "clawdbot:gateway", remedy);
        var sound = Sound(settings, gateway.Count == 0, CheckEtcd(settings, remedy).Count == 0);
        return
        [
            .. gateway,
            // A range is said by the assistant's own rules; here only the sum counts.
            .. settings.Assistant.Budget.Check(answered, "clawdbot:assistant", remedy).Where(diagnostic => diagnostic.Id == DiagnosticIds.AssistantBudgetExceeded),
            .. ClawdbotAssistantRules.CheckSpec(settings.Assistant, "clawdbot:assistant", remedy),
            .. CheckMonitoring(sound, remedy),
            .. CheckReadiness(sound, gateway.Count == 0, remedy),
        ];
    }

    private static IReadOnlyList<Diagnostic> CheckEtcd(StackSettings settings, string remedy) =>
        settings.Etcd is { } etcd ? EtcdClusterRules.Check(etcd, "clawdbot:etcd", remedy) : [];

    /// <summary>What is derived from a section with mistakes would only repeat them, or could not be derived at all.</summary>
    private static StackSettings Sound(StackSettings settings, bool gateway, bool etcd) => settings with
    {
        Gateway = gateway ? settings.Gateway : new GatewaySpec
        {
            Host = settings.Gateway.Host,
            Exposure = settings.Gateway.Exposure,
            Certificate = settings.Gateway.Certificate,
            Images = settings.Gateway.Images,
            Jwt = new JwtSpec { AssistantTokenExpires = "2100-01-01" },
            Pools = settings.Pools,
        },
        Etcd = etcd || settings.Etcd is null ? settings.Etcd : new EtcdClusterSpec(),
    };

    private static IEnumerable<Diagnostic> CheckReadiness(StackSettings settings, bool gatewayIsSound, string remedy)
    {
        if (settings.Etcd is not { } etcd)
            return [];
        var found = LoadTestRules.CheckOptions(settings.Readiness, "clawdbot:readiness", remedy);
        var given = settings.Readiness;
        var options = found.Count == 0 ? given : new ReadinessOptions { Concurrency = given.Concurrency, Seconds = given.Seconds, PatienceSeconds = given.PatienceSeconds, Seed = given.Seed, Image = given.Image };
        IEnumerable<Diagnostic> derived =
        [
            .. LoadTestRules.Check(ReadinessPlan.LoadTest(settings.Gateway, options), "clawdbot:readiness", remedy),
            .. ReadinessGateRules.Check(ReadinessPlan.Gate(settings.Gateway, etcd, options), "clawdbot:readiness", remedy),
        ];
        // Against a gateway that is not the one of the file, only ranges can be held.
        return [.. found, .. derived.Where(diagnostic => gatewayIsSound || diagnostic.Id == DiagnosticIds.OutOfRange).Distinct()];
    }

    /// <summary>Dashboards are made from the plan of the alerts, and would repeat what is wrong with it.</summary>
    private static IEnumerable<Diagnostic> CheckMonitoring(StackSettings settings, string remedy)
    {
        var found = PrometheusAlertsRules.Check(AlertingPlanner.Plan(settings), "clawdbot:alerting", remedy);
        return found.Count > 0 || settings.Cluster is ClusterTarget.Docker ? found : DashboardsRules.Check(AlertingPlanner.Dashboards(settings), "clawdbot:dashboards", remedy);
    }

    private static IReadOnlyList<Diagnostic> CheckImages(StackSettings settings, string remedy)
    {
        var findings = new Findings("clawdbot:gateway", remedy);
        var onMachine = settings.Gateway.Images is GatewayImages.BuiltOnMachine;
        if (settings.Cluster is ClusterTarget.Docker && !onMachine && settings.Gateway.Images is not GatewayImages.Published)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "for a registry", "'published' or 'onMachine' with clawdbot:cluster.kind 'docker'", "One machine needs no registry.");
        if (settings.Cluster is ClusterTarget.Existing or ClusterTarget.Eks && onMachine)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "'onMachine'", "'published', 'ecr' or 'registry', unless clawdbot:cluster.kind is 'docker'", "Nodes pull images from a registry.");
        if (settings.Cluster is ClusterTarget.Existing && settings.Gateway.Images is GatewayImages.BuiltToEcr)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "'ecr'", "'published' or 'registry', unless clawdbot:cluster.kind is 'eks'", "Without an AWS account of the stack nobody makes the repositories.");
        return findings.Diagnostics;
    }
}
