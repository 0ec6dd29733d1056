using System.Globalization;
using System.Net;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Local;

/// <summary>Rules for <see cref="LocalModelServerArgs"/>: those of a pool and its storage, and what one machine adds.</summary>
public static class LocalModelServerRules
{
    /// <summary>All mistakes in <paramref name="args"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LocalModelServerArgs args, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        findings.AddRange(ModelPoolRules.Check(args.Spec, subject, remedy));
        findings.AddRange(ModelStorageRules.Check(args.Models, $"{subject}.models", remedy));
        findings.AddRange(CheckOneMachine(args.Spec.Replicas, subject, remedy));
        findings.AddRange(CheckPublishing(args.BindAddress, args.Port, subject, remedy));
        return findings.Diagnostics;
    }

    /// <summary>What a single machine cannot do with a pool.</summary>
    public static IReadOnlyList<Diagnostic> CheckOneMachine(int replicas, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (replicas > 1)
            findings.Add(DiagnosticIds.NotLocal, "replicas", replicas.ToString(CultureInfo.InvariantCulture), "1 with Docker, which runs one server on one machine");
        return findings.Diagnostics;
    }

    /// <summary>Where the API may be published.</summary>
    public static IReadOnlyList<Diagnostic> CheckPublishing(string bindAddress, int port, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (!IPAddress.TryParse(bindAddress, out _))
            findings.Add(DiagnosticIds.InvalidName, "bindAddress", $"'{bindAddress}'", "an IP address of the machine, such as 127.0.0.1");
        findings.InRange("port", port, LocalModelServerDefaults.Port);
        return findings.Diagnostics;
    }
}
