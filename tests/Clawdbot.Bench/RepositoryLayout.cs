namespace Clawdbot.Bench;

/// <summary>Where things are, found from the place of the built program.</summary>
internal static class RepositoryLayout
{
    /// <summary>The folder with Clawdbot.Infra.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The bench's own source folder.</summary>
    public static string BenchFolder { get; } = Path.Combine(Root, "tests", "Clawdbot.Bench");

    /// <summary>The configuration that this program was built in.</summary>
    public static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clawdbot.Infra.sln")))
                return folder.FullName;
        }
        throw new UsageException($"No folder above '{AppContext.BaseDirectory}' holds Clawdbot.Infra.sln. Run the bench from the repository it was built in.");
    }
}
