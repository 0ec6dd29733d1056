namespace Clawdbot.Policies.Admission;

/// <summary><c>admission [FILE]</c>: writes the twins for the infrastructure, which embeds them.</summary>
internal static class AdmissionCommand
{
    /// <summary>The command to run at the root of the repository after a change of a twin, or of the words of its rule.</summary>
    public const string Regenerate = "dotnet run --project policies -- admission";

    /// <summary>The file, from the root of the repository.</summary>
    public static string DefaultFile => Path.Combine("infra", "Platform", "Admission", "admission-policies.json");

    /// <summary>Runs the command; 0 when the file was written, 2 when it could not be.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        if (args.Count > 1)
        {
            output.WriteLine($"admission has {args.Count} arguments; allowed: a file, or none for {DefaultFile}.");
            return 2;
        }

        var file = args is [var path] ? path : DefaultFile;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder || !Directory.Exists(folder))
        {
            output.WriteLine($"The folder of {file} does not exist; allowed: a file in an existing folder. Run it at the root of the repository.");
            return 2;
        }

        File.WriteAllText(file, AdmissionWriter.Write(AdmissionTwins.All));
        output.WriteLine($"{AdmissionTwins.All.Count} policies written to {file}.");
        return 0;
    }
}
