namespace Clawdbot.Policies.Tests.Testing;

/// <summary>The folders of the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    /// <summary>The policy pack.</summary>
    public static string Pack { get; } = Path.Combine(Root, "policies");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clawdbot.Infra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository; run them from a clone of it.");
    }
}
