namespace Clawdbot.Policies.Tests.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clawdbot.Infra.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Clawdbot.Infra.sln above {AppContext.BaseDirectory}.");
    }
}
