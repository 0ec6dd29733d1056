using System.Diagnostics;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Gateway;

/// <summary>Rules for <see cref="GatewayImages"/>.</summary>
public static partial class GatewayImageRules
{
    private const string Reason = "The gateway's settings belong to one version of its programs.";

    /// <summary>All mistakes in <paramref name="images"/>, as far as they show without files.</summary>
    /// <param name="images">Where the images come from.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GatewayImages images, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        switch (images)
        {
            case GatewayImages.Published published:
                findings.AddRange(ImageReferenceRules.Check(published.AccessTier, "accessTier", subject, remedy, Reason));
                findings.AddRange(ImageReferenceRules.Check(published.Router, "router", subject, remedy, Reason));
                break;
            case GatewayImages.BuiltToEcr ecr:
                if (!RepositoryPath().IsMatch(ecr.Prefix))
                    findings.Add(DiagnosticIds.InvalidName, "prefix", $"'{ecr.Prefix}'", "lower-case letters and digits, joined by '-', '_', '.' or '/'");
                findings.AddRange(ImageReferenceRules.Check($"repository:{ecr.Tag}", "tag", subject, remedy, Reason));
                break;
            case GatewayImages.BuiltToRegistry built:
                if (!Registry().IsMatch(built.Registry))
                    findings.Add(DiagnosticIds.InvalidName, "registry", $"'{built.Registry}'", "<host>[:<port>]/<path> in lower-case letters, such as registry.example.org/clawdbot");
                findings.AddRange(ImageReferenceRules.Check($"repository:{built.Tag}", "tag", subject, remedy, Reason));
                break;
            case GatewayImages.BuiltOnMachine built:
                findings.AddRange(ImageReferenceRules.Check($"repository:{built.Tag}", "tag", subject, remedy, Reason));
                break;
            default:
                throw new UnreachableException();
        }
        return findings.Diagnostics;
    }

    /// <summary>
    /// Whether the files are there from which images have to be built. Only asked when a deployment really builds: a plan can be made without
    /// them, and the builder's own message names neither the setting nor the choice.
    /// </summary>
    /// <param name="images">Where the images come from.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    /// <param name="exists">Whether a file exists.</param>
    public static IReadOnlyList<Diagnostic> CheckFiles(GatewayImages images, string subject, string remedy, Func<string, bool> exists)
    {
        ArgumentNullException.ThrowIfNull(exists);
        var findings = new Findings(subject, remedy);
        if (images is not GatewayImages.Published)
        {
            foreach (var program in GatewayProgramImage.All.Where(program => !exists(program.Dockerfile)))
            {
                findings.Add(GatewayDiagnosticIds.MissingBuildFile, program.Repository, $"to be built from '{program.Dockerfile}', which does not exist", "a Dockerfile there, or images.kind 'published'");
            }
        }
        return findings.Diagnostics;
    }

    [GeneratedRegex(@"\A[a-z0-9]+([._/-][a-z0-9]+)*\z")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-][a-z0-9]+)*)+\z")]
    private static partial Regex Registry();
}
