using System.Diagnostics;
using System.Text.Json;

namespace Clawdbot.Cli.Tests.Rendering;

/// <summary>The published validators of objects of Kubernetes and its operators, run with Node: schemas, and types for unknown members.</summary>
internal static class ManifestValidator
{
    private static readonly string Folder = Path.Combine(Cli.Offline.RepositoryRoot.Find(AppContext.BaseDirectory), "tests", "Clawdbot.Cli.Tests", "node");

    /// <summary>The problems of the manifests in <paramref name="manifests"/>, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(string manifests)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "kubernetes-models")) || !Directory.Exists(Path.Combine(Folder, "node_modules", "@kubernetes-models", "keda")))
        {
            throw new InvalidOperationException("kubernetes-models or its packages for operators are not installed. Run: npm ci --prefix tests/Clawdbot.Cli.Tests/node");
        }

        var start = new ProcessStartInfo("node", ["validate.mjs", manifests])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<string[]>(output)!
            : throw new InvalidOperationException(await errors);
    }
}
