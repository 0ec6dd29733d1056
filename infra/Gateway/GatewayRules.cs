using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Gateway;

/// <summary>Rules for <see cref="GatewaySpec"/> and <see cref="GatewayArgs"/>.</summary>
public static class GatewayRules
{
    /// <summary>All mistakes in <paramref name="spec"/>. The pools have rules of their own.</summary>
    /// <param name="spec">The gateway.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GatewaySpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!KubernetesNames.IsDnsSubdomain(spec.Host) || !spec.Host.Contains('.', StringComparison.Ordinal))
            findings.Add(DiagnosticIds.InvalidName, "host", $"'{spec.Host}'", "a host name with a domain, such as gateway.example.org");
        findings.AddRange(GatewayExposureRules.Check(spec.Exposure, $"{subject}.exposure", remedy));
        if (spec.Certificate is GatewayCertificate.ClusterIssuer issuer && !KubernetesNames.IsDnsSubdomain(issuer.Name))
            findings.Add(DiagnosticIds.InvalidName, "certificate.name", $"'{issuer.Name}'", "the name of a ClusterIssuer: lower-case letters, digits, '-' and '.'");
        findings.AddRange(GatewayImageRules.Check(spec.Images, $"{subject}.images", remedy));
        if (spec.ImagePullSecret is { } secret && !KubernetesNames.IsDnsSubdomain(secret))
            findings.Add(DiagnosticIds.InvalidName, "imagePullSecret", $"'{secret}'", "the name of a Secret: lower-case letters, digits, '-' and '.'");
        findings.AddRange(JwtRules.Check(spec.Jwt, $"{subject}.jwt", remedy));
        findings.AddRange(GatewayModelRules.Check(spec, subject, remedy));
        CheckReplicas("replicas.accessTier", spec.AccessTierReplicas, findings);
        CheckReplicas("replicas.router", spec.RouterReplicas, findings);
        CheckAdmission(spec, findings);
        CheckTimes(spec, findings);
        CheckLadder(spec.DegradationPercents, findings);
        findings.OneOf(DiagnosticIds.UnknownChoice, "tlsMinimumVersion", spec.TlsMinimumVersion, GatewayDefaults.TlsVersions);
        findings.OneOf(DiagnosticIds.UnknownChoice, "algorithm", spec.Algorithm, GatewayDefaults.Algorithms);
        if (spec.PrometheusUrl is { } url && !IsAddress(url, Uri.UriSchemeHttp, Uri.UriSchemeHttps))
            findings.Add(DiagnosticIds.InvalidPath, "prometheusUrl", $"'{url}'", "an http or https address without user name, or null");
        return findings.Diagnostics;
    }

    /// <summary>Arguments that code has left out.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckArguments(GatewayArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        if (args.Spec.Images is GatewayImages.BuiltOnMachine)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "'onMachine'", "'published', 'ecr' or 'registry' on a cluster", "Nodes pull images from a registry.");
        if (args.Namespace is null)
            findings.Add(DiagnosticIds.MissingArgument, "namespace", "missing", "the namespace of the gateway");
        if (args.ModelServerKeySecretName is null)
            findings.Add(DiagnosticIds.MissingArgument, "modelServerKeySecretName", "missing", "the name of a Secret in the namespace of the gateway");
        if (args.EtcdCertificateSecretName is null)
            findings.Add(DiagnosticIds.MissingArgument, "etcdCertificateSecretName", "missing", "the name of a Secret in the namespace of the gateway");
        if (args.EtcdCredentialsSecretName is null)
            findings.Add(DiagnosticIds.MissingArgument, "etcdCredentialsSecretName", "missing", "the name of a Secret in the namespace of the gateway");
        if (args.RegistryUser is null != args.RegistryPassword is null)
        {
            findings.Add(GatewayDiagnosticIds.IncompleteCredentials, "registryUser", args.RegistryUser is null ? "missing beside registryPassword" : "given without registryPassword",
                "both or neither", "Without them Docker uses the credentials or the credential helper of the machine.");
        }
        return findings.Diagnostics;
    }

    internal static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme, StringComparer.Ordinal) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static void CheckReplicas(string member, ReplicaRange range, Findings findings)
    {
        findings.InRange($"{member}.minimum", range.Minimum, GatewayDefaults.Replicas);
        findings.InRange($"{member}.maximum", range.Maximum, GatewayDefaults.Replicas);
        if (range.Maximum < range.Minimum)
        {
            findings.Add(GatewayDiagnosticIds.ReplicaRangeReversed, $"{member}.maximum", Text(range.Maximum),
                $"at least {member}.minimum, which is {Text(range.Minimum)}");
        }
    }

    private static void CheckAdmission(GatewaySpec spec, Findings findings)
    {
        findings.InRange("inFlight", spec.InFlight, new IntegerRange(1, 4096));
        findings.InRange("queue", spec.Queue, new IntegerRange(1, 65536));
        findings.InRange("dispatchBatch", spec.DispatchBatch, new IntegerRange(1, 4096));
        findings.InRange("requestsPerMinute", spec.RequestsPerMinute, new IntegerRange(1, 1_000_000));
        findings.InRange("burst", spec.Burst, new IntegerRange(0, 100_000));
        findings.InRange("concurrentPerClient", spec.ConcurrentPerClient, new IntegerRange(1, 65536));
        findings.InRange("bodyKiB", spec.BodyKiB, new IntegerRange(1, 65536));
        findings.InRange("retries", spec.Retries, new IntegerRange(0, GatewayDefaults.Retries));
        findings.InRange("cacheSeconds", spec.CacheSeconds, new IntegerRange(0, 3600));
        // A limit that is no limit says nothing about the batch.
        if (spec.InFlight > 0 && spec.DispatchBatch > spec.InFlight)
        {
            findings.Add(GatewayDiagnosticIds.AdmissionContradiction, "dispatchBatch", Text(spec.DispatchBatch),
                $"at most inFlight, which is {Text(spec.InFlight)}", "Requests that leave the queue together are in flight together.");
        }
        if (spec.Queue > 0 && spec.Queue < spec.DispatchBatch)
        {
            findings.Add(GatewayDiagnosticIds.AdmissionContradiction, "queue", Text(spec.Queue),
                $"at least dispatchBatch, which is {Text(spec.DispatchBatch)}", "Priorities have no effect when the queue never holds a whole batch.");
        }
    }

    private static void CheckTimes(GatewaySpec spec, Findings findings)
    {
        findings.InRange("modelSeconds", spec.ModelSeconds, new IntegerRange(1, 899));
        findings.InRange("requestSeconds", spec.RequestSeconds, new IntegerRange(2, 900));
        if (spec.ModelSeconds >= spec.RequestSeconds)
        {
            findings.Add(GatewayDiagnosticIds.TimeoutsDoNotNest, "modelSeconds", Text(spec.ModelSeconds),
                $"less than requestSeconds, which is {Text(spec.RequestSeconds)}", "A try that takes the whole time leaves none for another server.");
        }
    }

    private static void CheckLadder(ImmutableArray<int> percents, Findings findings)
    {
        var rises = !percents.IsDefault && percents.Length == RouterDefaults.LadderActions.Length
            && percents[0] >= 1 && percents[^1] <= 100 && percents.Zip(percents.Skip(1)).All(pair => pair.First < pair.Second);
        if (!rises)
        {
            findings.Add(GatewayDiagnosticIds.LadderOrder, "degradationPercents", percents.IsDefault ? "missing" : $"[{string.Join(", ", percents.Select(Text))}]",
                "three rising numbers, 1 to 100: cache, fallback model, static answer");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
