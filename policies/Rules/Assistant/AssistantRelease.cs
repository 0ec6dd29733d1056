using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Releases;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Releases of the assistant with known holes.</summary>
internal sealed class AssistantRelease() : AssistantServerRule(new PolicyMetadata("assistant-release")
{
    Title = "The assistant's release has no known holes",
    Description = "Releases before 2026.4.15 accept a rotated token until they are restarted, and older ones hand the token, and with it the host, to any web page (CVE-2026-25253).",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B2")],
    Remedy = "Take a current release of ghcr.io/openclaw/openclaw.",
    Url = "https://docs.openclaw.ai/install/docker",
    Settings =
    [
        new RuleSetting(MinimumRelease, RuleSettingKind.Text, "Oldest release that is accepted.") { Default = AssistantDefaults.MinimumRelease },
    ],
})
{
    private const string MinimumRelease = "minimumRelease";

    /// <inheritdoc/>
    protected override void Check(AssistantServer server, RuleReport report)
    {
        if (ReleaseImage.At(server.Image) is not { } image)
        {
            return;
        }

        var minimum = report.Text(MinimumRelease);
        if (AssistantNames.IsFormerName(image.Program))
        {
            Report(server, report, $"the image openclaw from release {minimum} on", "Nothing under this name was mended after January 2026.");
            return;
        }

        // Other images may hold it too, with a number of their own.
        if (!AssistantNames.IsProgram(image.Program))
        {
            return;
        }

        if (image.Release is not { } release)
        {
            report.Undecided(server.Resource, $"{server.Image.Path} names no release");
        }
        else if (ReleaseNumber.Parse(minimum) is { } floor && release.IsBefore(floor))
        {
            Report(server, report, $"release {minimum} or newer", null);
        }
    }

    private static void Report(AssistantServer server, RuleReport report, string allowed, string? advice)
    {
        if (server.Container is { } container)
        {
            report.Violation(container, server.Image, allowed, advice);
        }
        else
        {
            report.Violation(server.Image, allowed, advice);
        }
    }
}
