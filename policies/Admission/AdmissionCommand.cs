using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Admission;

/// <summary><c>dotnet run --project policies -- admission</c>: writes the twins for the infrastructure, which embeds them.</summary>
internal static class AdmissionCommand
{
    /// <summary>The command that brings the file up to date, after a change of a twin, of the words of its rule, or of the waivers.</summary>
    public const string Usage = "dotnet run --project policies -- admission";

    /// <summary>The file in the repository at <paramref name="root"/>.</summary>
    public static string FileIn(string root) => Path.Combine(root, "infra", "Platform", "Admission", "admission-policies.json");

    /// <summary>What the file is to hold.</summary>
    /// <exception cref="Documents.InputException">The waivers are wrong.</exception>
    public static string Content(string root)
    {
        var waivers = WaiverFile.Read(WaiversIn(root), File.ReadAllText(WaiversIn(root)), PolicyCatalogue.All);
        return AdmissionWriter.Write(AdmissionTwins.All, waivers.Select(waiver => waiver.Rule).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Writes the file below <paramref name="root"/>.</summary>
    /// <returns>The exit code: 2 when there is no place for it.</returns>
    public static int Run(string root, TextWriter output, TextWriter error)
    {
        var file = FileIn(root);
        if (!Directory.Exists(Path.GetDirectoryName(file)) || !File.Exists(WaiversIn(root)))
        {
            error.WriteLine($"The folder {root} is not the repository; allowed: a folder with infra/Platform/Admission and policies/waivers.yaml. Run it there: {Usage}");
            return 2;
        }

        File.WriteAllText(file, Content(root));
        output.WriteLine($"{AdmissionTwins.All.Count} policies written to {file}.");
        return 0;
    }

    private static string WaiversIn(string root) => Path.Combine(root, "policies", WaiverFile.Name);
}
