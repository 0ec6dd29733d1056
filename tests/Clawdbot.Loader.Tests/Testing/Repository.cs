namespace Clawdbot.Loader.Tests.Testing;

/// <summary>The files of the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clawdbot.Infra.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Clawdbot.Infra.sln above {AppContext.BaseDirectory}.");
    }
}
