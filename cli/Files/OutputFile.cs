using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Files;

/// <summary>Writes a single file as a whole: a reader sees the old content or the new, never a part.</summary>
internal static class OutputFile
{
    /// <summary>Replaces or creates <paramref name="path"/>; folders above it are made.</summary>
    /// <exception cref="DiagnosticException">The path cannot be written; nothing was changed.</exception>
    public static void Replace(string option, string path, byte[] content)
    {
        var temporary = "";
        try
        {
            var target = Path.GetFullPath(path);
            if (Directory.Exists(target))
            {
                throw Problem(option, path, "a folder", "a file, existing or new");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            temporary = $"{target}.clawdbot-new-{Environment.ProcessId}";
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Problem(option, path, $"not writable ({OneLine.Of(e.Message)})", "a file that this user may create or replace");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    private static DiagnosticException Problem(string option, string path, string value, string allowed) => new(
        [new Diagnostic(DiagnosticIds.UnwritableOutput, $"{option} {path}", value, allowed, $"Pass another {option} path or change its permissions.")]);
}
