using Clawdbot.Policies.Releases;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Choices of the rules about the assistant.</summary>
internal static class AssistantDefaults
{
    /// <summary>
    /// First release without the advisories known so far: the last of them, GHSA-xmxx-7p24-h892 (a rotated token stays valid), was mended there. The component of this stack refuses
    /// older ones too.
    /// </summary>
    public const string MinimumRelease = "2026.4.15";

    /// <summary>Release from which the image's own command is known to start only with a configuration; earlier ones had <c>--allow-unconfigured</c> in it.</summary>
    public static readonly ReleaseNumber ConfiguredSince = new(2026, 7, 1, false);
}
