namespace Clawdbot.Policies.Catalogue;

/// <summary><c>dotnet run --project policies -- catalogue</c>: writes the pages that are made of the rules.</summary>
internal static class CatalogueCommand
{
    /// <summary>The command that brings the pages up to date.</summary>
    public const string Usage = "dotnet run --project policies -- catalogue";

    private const string Begin = "<!-- policies: written by `" + Usage + "` -->";
    private const string End = "<!-- end of policies -->";

    /// <summary>Writes docs/policies.md, and the rows in docs/diagnostics.md, below <paramref name="root"/>.</summary>
    /// <returns>The exit code: 2 when there are no such pages.</returns>
    public static int Run(string root, TextWriter output, TextWriter error)
    {
        var diagnostics = Path.Combine(root, "docs", "diagnostics.md");
        if (!File.Exists(diagnostics) || Replaced(File.ReadAllText(diagnostics)) is not { } changed)
        {
            error.WriteLine($"The folder {root} is not the repository; allowed: a folder with docs/diagnostics.md that has the marks of the policies. Run it there: {Usage}");
            return 2;
        }

        File.WriteAllText(diagnostics, changed);
        File.WriteAllText(Path.Combine(root, "docs", "policies.md"), CataloguePage.Write());
        output.WriteLine("docs/policies.md and docs/diagnostics.md are current.");
        return 0;
    }

    /// <summary>The page with current rows; null when it lacks the marks.</summary>
    public static string? Replaced(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : $"{page[..begin]}{Begin}\n{CataloguePage.Rows()}{page[end..]}";
    }
}
