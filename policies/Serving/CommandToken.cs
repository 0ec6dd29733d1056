using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>One word of a command line.</summary>
/// <param name="Text">The word; what is not known of it stands as <see cref="Hole"/>.</param>
/// <param name="Place">Where it is written: an element of <c>command</c> or <c>args</c>, or the shell script that it is a word of.</param>
internal sealed record CommandToken(string Text, Property Place)
{
    /// <summary>Stands for text that is not known: an unknown value, a variable whose value is elsewhere, the output of a command.</summary>
    public const char Hole = '\0';

    /// <summary>Whether every character is known.</summary>
    public bool IsKnown => !Text.Contains(Hole, StringComparison.Ordinal);

    /// <summary>The last part of a path: <c>vllm</c> for <c>/opt/venv/bin/vllm</c>.</summary>
    public string FileName => Text[(Text.LastIndexOf('/') + 1)..];
}
