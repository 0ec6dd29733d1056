namespace Clawdbot.Cli.Files;

/// <summary>Lists in messages.</summary>
internal static class Words
{
    /// <summary>"a, b or c"; "none" for an empty list.</summary>
    public static string Choice(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "none",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}",
    };
}
