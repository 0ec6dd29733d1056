using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Files;

/// <summary>Writes a single file as a whole: a reader sees the old content or the new, never a part.</summary>
internal static class OutputFile
{
    /// <summary>Checks without writing that <see cref="Replace"/> has a chance, so that a long run does not end in vain.</summary>
    /// <exception cref="DiagnosticException">The path is a folder, or lies below a file.</exception>
    public static void Check(string option, string path)
    {
        if (Directory.Exists(path))
        {
            throw Problem(option, path, "a folder", "a file, existing or new");
        }

        for (var parent = Path.GetDirectoryName(path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
            {
                throw Problem(option, path, $"below {parent}, which is a file", "a path whose parents are folders");
            }
        }
    }

    /// <summary>Replaces or creates <paramref name="path"/>; folders above it are made.</summary>
    /// <param name="option">The option that named the path, for messages.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its whole content.</param>
    /// <param name="between">
    /// What has to happen between writing the content beside the path and taking its place: if either fails, the other is not done.
    /// </param>
    /// <exception cref="DiagnosticException">The path cannot be written; nothing was changed.</exception>
    public static void Replace(string option, string path, byte[] content, Action? between = null)
    {
        var temporary = "";
        try
        {
            Check(option, path);
            var target = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            temporary = $"{target}.clawdbot-new-{Environment.ProcessId}";
            File.WriteAllBytes(temporary, content);
            between?.Invoke();
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
