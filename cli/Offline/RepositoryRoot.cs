using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Offline;

/// <summary>Finds the project that a command is about.</summary>
internal static class RepositoryRoot
{
    /// <summary>Name of the Pulumi project file.</summary>
    public const string ProjectFileName = "Pulumi.yaml";

    /// <summary>
    /// The nearest folder with a <c>Pulumi.yaml</c> that has a <c>name:</c>, at or above one of <paramref name="starts"/>; the first start wins.
    /// </summary>
    /// <exception cref="DiagnosticException">There is none, or one on the way is not valid YAML.</exception>
    public static string Find(params string[] starts)
    {
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var file = Path.Combine(folder.FullName, ProjectFileName);
                if (File.Exists(file) && YamlFile.Load(file)?.Find("name") is not null)
                {
                    return folder.FullName;
                }
            }
        }

        throw new DiagnosticException([new Diagnostic(
            DiagnosticIds.ProjectNotFound, ProjectFileName, "not found at or above the current folder",
            "a folder inside a clone of this repository", "Change into the repository and run the command again.")]);
    }
}
