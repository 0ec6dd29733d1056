using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.Sizing;

/// <summary>The choices of <c>clawdbot size</c>.</summary>
internal static class SizeDefaults
{
    /// <summary>The release that pools run when nothing else is set, from the tag of their image.</summary>
    public static VllmVersion Version { get; } = VllmVersion.Parse(VllmDefaults.Image[(VllmDefaults.Image.LastIndexOf(':') + 1)..])
        ?? throw new InvalidOperationException($"The tag of {VllmDefaults.Image} is not a release.");

    /// <summary>Context of the matrix in tokens: a long chat with tool results, so that models with long native contexts can be compared.</summary>
    public const int MatrixContext = 8192;
}
