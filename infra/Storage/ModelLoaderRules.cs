using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Storage;

/// <summary>Rules for <see cref="ModelLoaderSpec"/> and <see cref="ModelSource"/>.</summary>
public static partial class ModelLoaderRules
{
    /// <summary>All mistakes in a loader.</summary>
    /// <param name="spec">What to load.</param>
    /// <param name="hasToken">Whether a token was given.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelLoaderSpec spec, bool hasToken, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        findings.AddRange(ModelReferenceRules.Check(spec.Model, subject, remedy));
        findings.AddRange(CheckSource(spec.Source, $"{subject}.source", remedy));
        CheckToken(spec.Source, hasToken, findings);
        findings.InRange("weightsGiB", spec.WeightsGiB, ModelLoaderDefaults.WeightsGiB);
        findings.InRange("parallelism", spec.Parallelism, ModelLoaderDefaults.ParallelismRange);
        findings.InRange("include", spec.Include.Length, new IntegerRange(1, ModelLoaderDefaults.MaximumPatterns));
        findings.InRange("exclude", spec.Exclude.Length, new IntegerRange(0, ModelLoaderDefaults.MaximumPatterns));
        CheckPatterns("include", spec.Include, findings);
        CheckPatterns("exclude", spec.Exclude, findings);
        for (var index = 0; index < spec.EgressCidrs.Length; index++)
        {
            if (!IsCidr(spec.EgressCidrs[index]))
                findings.Add(ModelLoaderDiagnosticIds.InvalidCidr, Item("egressCidrs", index), $"'{spec.EgressCidrs[index]}'", "a block of addresses such as 10.0.0.0/8, without bits behind the prefix");
        }
        findings.AddRange(ImageReferenceRules.Check(spec.Image, "image", subject, remedy, "The loader's sources are compiled by this image."));
        return findings.Diagnostics;
    }

    /// <summary>All mistakes in where files come from.</summary>
    /// <param name="source">Where files come from.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckSource(ModelSource source, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        switch (source)
        {
            case ModelSource.HuggingFace hub:
                if (!IsBase(hub.Endpoint, "https"))
                    findings.Add(ModelLoaderDiagnosticIds.InvalidEndpoint, "endpoint", $"'{hub.Endpoint}'", "an address such as https://huggingface.co, with https, without user, query and fragment");
                break;
            case ModelSource.S3 s3:
                CheckBucket(s3, findings);
                break;
            case ModelSource.LocalFolder folder:
                if (!KubernetesNames.IsDnsSubdomain(folder.Claim))
                    findings.Add(DiagnosticIds.InvalidName, "claim", $"'{folder.Claim}'", "the name of a PersistentVolumeClaim: lower-case letters, digits, '-' and '.'");
                if (!IsRelative(folder.Path))
                    findings.Add(DiagnosticIds.InvalidPath, "path", $"'{folder.Path}'", "a path inside the claim without '/' at its ends, '.', '..' or empty parts; empty for the root of the claim");
                break;
            default:
                throw new UnreachableException();
        }
        return findings.Diagnostics;
    }

    private static void CheckBucket(ModelSource.S3 s3, Findings findings)
    {
        if (!Bucket().IsMatch(s3.Bucket) || s3.Bucket.Contains("..", StringComparison.Ordinal))
            findings.Add(ModelLoaderDiagnosticIds.InvalidBucket, "bucket", $"'{s3.Bucket}'", "3 to 63 lower-case letters, digits, '-' and '.', starting and ending with a letter or digit");
        else if (s3.Endpoint is null && s3.Bucket.Contains('.', StringComparison.Ordinal))
            findings.Add(ModelLoaderDiagnosticIds.InvalidBucket, "bucket", $"'{s3.Bucket}'", "a name without '.', because the certificate of AWS does not cover such buckets", "Or name the endpoint https://s3.<region>.amazonaws.com.");
        if (!IsRelative(s3.Prefix))
            findings.Add(ModelLoaderDiagnosticIds.InvalidBucket, "prefix", $"'{s3.Prefix}'", "a key prefix without '/' at its ends, '.', '..' or empty parts; empty for the whole bucket");
        if (!Region().IsMatch(s3.Region))
            findings.Add(ModelLoaderDiagnosticIds.InvalidBucket, "region", $"'{s3.Region}'", "a region such as eu-central-1; stores other than AWS mostly take us-east-1");
        if (s3.Endpoint is { } endpoint && !IsBase(endpoint, "https", "http"))
            findings.Add(ModelLoaderDiagnosticIds.InvalidEndpoint, "endpoint", $"'{endpoint}'", "an address such as https://minio.example.com:9000, without user, query and fragment");
        if (s3.CredentialsSecret is { } secret && !KubernetesNames.IsDnsSubdomain(secret))
            findings.Add(DiagnosticIds.InvalidName, "credentialsSecret", $"'{secret}'", "the name of a Secret: lower-case letters, digits, '-' and '.'");
    }

    private static void CheckToken(ModelSource source, bool hasToken, Findings findings)
    {
        var needed = source is ModelSource.HuggingFace { NeedsToken: true };
        if (needed && !hasToken)
            findings.Add(ModelLoaderDiagnosticIds.TokenMismatch, "token", "missing", "a secret, because source.tokenSecret is true");
        if (!needed && hasToken)
            findings.Add(ModelLoaderDiagnosticIds.TokenMismatch, "token", "given", "none, because the source does not send it", "Set source.tokenSecret to true for Hugging Face, or remove the token.");
    }

    private static void CheckPatterns(string member, IReadOnlyList<string> patterns, Findings findings)
    {
        for (var index = 0; index < patterns.Count; index++)
        {
            if (!Pattern().IsMatch(patterns[index]))
                findings.Add(ModelLoaderDiagnosticIds.InvalidPattern, Item(member, index), $"'{patterns[index]}'", "a file name such as *.safetensors, or a folder such as original/, of letters, digits, '.', '_', '-', '*', '?' and '/'");
        }
    }

    private static string Item(string member, int index) => string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]");

    private static bool IsBase(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme, StringComparer.Ordinal)
        && address is { Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 } && !text.Contains('?', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static bool IsRelative(string path) =>
        path.Length == 0 || path.Split('/').All(part => part is not ("" or "." or "..") && !part.Any(character => char.IsControl(character) || character == '\\'));

    /// <summary><see cref="IPNetwork"/> refuses bits behind the prefix, as the API server does.</summary>
    private static bool IsCidr(string text) => IPNetwork.TryParse(text, out var network) && network.ToString() == text;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[A-Za-z0-9._*?-]+(/[A-Za-z0-9._*?-]+)*/?\z")]
    private static partial Regex Pattern();
}
