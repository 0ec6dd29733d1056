using System.Text;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Files;

/// <summary>Writes a single file as a whole: a reader sees the old content or the new, never a part.</summary>
internal static class OutputFile
{
    // A mark stands in the head of a file; a whole page of megabytes need not be read for it.
    private const int HeadBytes = 4096;

    /// <summary>Checks without writing that <see cref="Replace"/> has a chance, so that a long run does not end in vain.</summary>
    /// <param name="option">The option that named the path, for messages.</param>
    /// <param name="path">The file.</param>
    /// <param name="mark">What the head of every file that this command writes there contains; a file without it is somebody else's.</param>
    /// <exception cref="DiagnosticException">The path is a folder, lies below a file, or is a file that clawdbot did not write.</exception>
    public static void Check(string option, string path, string mark)
    {
        if (Directory.Exists(path))
        {
            throw Problem(option, path, "a folder", "a file, existing or new");
        }

        if (File.Exists(path) && !HasMark(path, mark))
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.ForeignFiles, $"{option} {path}", "a file that clawdbot did not write", "a new file or one that clawdbot wrote",
                $"Move that file away or pass another {option} path.")]);
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
    /// <param name="mark">As in <see cref="Check"/>.</param>
    /// <param name="content">Its whole content.</param>
    /// <param name="between">
    /// What has to happen between writing the content beside the path and taking its place: if either fails, the other is not done.
    /// </param>
    /// <exception cref="DiagnosticException">The path cannot be written; nothing was changed.</exception>
    public static void Replace(string option, string path, string mark, byte[] content, Action? between = null)
    {
        var temporary = "";
        try
        {
            Check(option, path, mark);
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

    private static bool HasMark(string path, string mark)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[Math.Min(HeadBytes, file.Length)];
            file.ReadExactly(head);
            return Encoding.UTF8.GetString(head).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read cannot be shown to be ours.
            return false;
        }
    }

    private static DiagnosticException Problem(string option, string path, string value, string allowed) => new(
        [new Diagnostic(DiagnosticIds.UnwritableOutput, $"{option} {path}", value, allowed, $"Pass another {option} path or change its permissions.")]);
}
