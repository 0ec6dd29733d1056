using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Readiness;

/// <summary>Rules for <see cref="LoadTestSpec"/>.</summary>
public static class LoadTestRules
{
    /// <summary>All mistakes in a load test.</summary>
    /// <param name="spec">The load test.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LoadTestSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (spec.Models.IsDefaultOrEmpty)
            findings.Add(ReadinessDiagnosticIds.NothingToCheck, "models", "empty", "at least one model");
        var profile = spec.Profile;
        findings.InRange("concurrency", profile.Concurrency, LoadTestDefaults.Concurrency);
        findings.InRange("seconds", profile.Seconds, LoadTestDefaults.Seconds);
        findings.InRange("messages", profile.Messages, LoadTestDefaults.Messages);
        findings.InRange("requestSeconds", spec.RequestSeconds, LoadTestDefaults.RequestSeconds);
        findings.InRange("seed", spec.Seed, LoadTestDefaults.Seeds);
        if (profile.Concurrency > spec.GatewayConcurrency)
        {
            findings.Add(ReadinessDiagnosticIds.ConcurrencyAboveGateway, "concurrency", profile.Concurrency.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"at most {spec.GatewayConcurrency}, which {spec.GatewayConcurrencySource} let one client have"),
                "The gateway would refuse the rest, and the load would count that as errors; lower the load or raise the gateway's limits.");
        }
        findings.AddRange(ImageReferenceRules.Check(spec.Image, "image", subject, remedy, "The program's sources are compiled by this image."));
        return findings.Diagnostics;
    }

    /// <summary>Mistakes in what a person chose, before a plan is made of it.</summary>
    /// <param name="options">The choices.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckOptions(ReadinessOptions options, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(options);
        var findings = new Findings(subject, remedy);
        findings.OneOf(ReadinessDiagnosticIds.UnknownProfile, "profile", options.Profile, [.. LoadProfiles.All.Select(profile => profile.Name)]);
        if (options.ProfileSeconds is { } seconds)
            findings.InRange("profileSeconds", seconds, LoadTestDefaults.Seconds);
        findings.InRange("kneePercent", options.KneePercent, ReadinessGateDefaults.KneePercents);
        findings.InRange("run", options.Run, ReadinessGateDefaults.Runs);
        return findings.Diagnostics;
    }
}
