using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Local;

/// <summary>Rules for <see cref="LocalPrometheusArgs"/>.</summary>
public static partial class LocalPrometheusRules
{
    /// <summary>All mistakes in <paramref name="args"/>. The rules file has its own check, promtool's.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LocalPrometheusArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        if (ImageReferenceRules.Check(args.Image, "image", "", "").Count > 0)
            findings.Add(DiagnosticIds.UnpinnedImage, "image", $"'{args.Image}'", "<repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'");
        findings.AddRange(LocalModelServerRules.CheckPublishing(args.BindAddress, args.Port, subject, remedy));
        if (args.NetworkName is null)
            findings.Add(DiagnosticIds.MissingArgument, "networkName", "missing", "the network of the system");
        for (var index = 0; index < args.Targets.Length; index++)
            CheckTarget(args.Targets, index, findings);
        if (args.AssistantToken is null && args.Targets.Any(target => target.WithAssistantToken))
            findings.Add(DiagnosticIds.MissingArgument, "assistantToken", "missing", "a secret, because a target presents it");
        return findings.Diagnostics;
    }

    private static void CheckTarget(IReadOnlyList<LocalScrapeTarget> targets, int index, Findings findings)
    {
        var target = targets[index];
        var member = string.Create(CultureInfo.InvariantCulture, $"targets[{index}]");
        if (!Word().IsMatch(target.Job) || target.Job == "prometheus")
            findings.Add(DiagnosticIds.InvalidName, $"{member}.job", $"'{target.Job}'", "letters, digits, '-' and '_'; not prometheus, which is itself");
        if (!Address().IsMatch(target.Address))
            findings.Add(DiagnosticIds.InvalidPath, $"{member}.address", $"'{target.Address}'", "<host>:<port>");
        if (!Path().IsMatch(target.Path))
            findings.Add(DiagnosticIds.InvalidPath, $"{member}.path", $"'{target.Path}'", "an absolute path");
        foreach (var label in target.Labels.Keys.Where(label => !Label().IsMatch(label) || label is "job" or "instance"))
            findings.Add(DiagnosticIds.InvalidName, $"{member}.labels", $"'{label}'", "letters, digits and '_', not starting with a digit; not job or instance, which Prometheus sets");
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (targets[earlier].Job != target.Job)
                continue;
            if (targets[earlier].Address == target.Address)
                findings.Add(DiagnosticIds.DuplicateName, member, $"'{target.Job}' at {target.Address} again", "each address once in a job");
            if ((targets[earlier].Path, targets[earlier].WithAssistantToken) != (target.Path, target.WithAssistantToken))
                findings.Add(DiagnosticIds.ContradictorySettings, $"{member}.path", $"'{target.Path}'", $"'{targets[earlier].Path}' with the same token, as in targets[{earlier.ToString(CultureInfo.InvariantCulture)}] of the same job");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,62}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]*[a-z0-9])?:[1-9][0-9]{0,4}\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\A(/[A-Za-z0-9._-]+)+\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9_]*\z")]
    private static partial Regex Label();
}
