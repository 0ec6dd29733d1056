using System.Text;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Files;

/// <summary>
/// Replaces the content of a folder as a whole: the files are written to a new folder beside it, which then takes its place.
/// A folder is replaced only if this command wrote everything in it, which a list inside the folder proves.
/// </summary>
internal static class OutputFolder
{
    /// <summary>Name of the list of files that this command wrote.</summary>
    public const string ListName = ".clawdbot-render";

    private const string ListHeader = "# Files written by clawdbot; the next run replaces them. Do not edit.";

    /// <summary>Writes <paramref name="files"/> (relative path with '/', content) as the whole content of <paramref name="folder"/>.</summary>
    /// <exception cref="DiagnosticException">The folder cannot be written or holds files of others; nothing was changed.</exception>
    public static void Replace(string folder, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellation)
    {
        var target = Check(folder);
        var parent = Path.GetDirectoryName(target)!;
        var fresh = Path.Combine(parent, $".{Path.GetFileName(target)}.clawdbot-new-{Environment.ProcessId}");
        var retired = Path.Combine(parent, $".{Path.GetFileName(target)}.clawdbot-old-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(fresh);
            WriteAll(fresh, files, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Swap(target, fresh, retired);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, e);
        }
        finally
        {
            DeleteIfThere(fresh);
            DeleteIfThere(retired);
        }
    }

    /// <summary>Checks without writing that <see cref="Replace"/> may replace <paramref name="folder"/>, and returns its full path.</summary>
    /// <exception cref="DiagnosticException">It is a file, holds files of others, or is the current folder or one above it.</exception>
    public static string Check(string folder)
    {
        if (folder.Length == 0)
        {
            throw Problem(DiagnosticIds.UnwritableOutput, "''", "an empty name", "a folder, existing or new", "Pass a folder, for example --out build/manifests.");
        }

        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (Directory.Exists(target) && Directory.ResolveLinkTarget(target, returnFinalTarget: true) is { } link)
            {
                target = Path.TrimEndingDirectorySeparator(link.FullName);
            }

            if (File.Exists(target))
            {
                throw Problem(DiagnosticIds.UnwritableOutput, folder, "a file", "a folder, existing or new", "Pass another --out folder.");
            }

            var current = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory) + Path.DirectorySeparatorChar;
            if (Path.GetDirectoryName(target) is null || current.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw Problem(
                    DiagnosticIds.UnwritableOutput, folder, "the current folder or one above it",
                    "a folder that can be replaced as a whole", "Pass a folder of its own, for example --out build/manifests.");
            }

            RefuseForeignFiles(folder, target);
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unwritable(folder, e);
        }
    }

    private static void RefuseForeignFiles(string folder, string target)
    {
        if (!Directory.Exists(target))
        {
            return;
        }

        var list = Path.Combine(target, ListName);
        var own = File.Exists(list) ? File.ReadAllLines(list).ToHashSet(StringComparer.Ordinal) : [];
        own.Add(ListName);
        var foreign = Directory.EnumerateFiles(target, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(f => Path.GetRelativePath(target, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(f => !own.Contains(f))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (foreign.Count > 0)
        {
            const int Shown = 3;
            var names = string.Join(", ", foreign.Take(Shown)) + (foreign.Count > Shown ? $" and {foreign.Count - Shown} more" : "");
            throw Problem(
                DiagnosticIds.ForeignFiles, folder, $"a folder with files that clawdbot did not write ({names})",
                "an empty folder, a new one, or one that clawdbot wrote", "Move those files away or pass another --out folder.");
        }
    }

    private static void WriteAll(string folder, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellation)
    {
        var paths = files.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, files[path]);
        }

        File.WriteAllBytes(Path.Combine(folder, ListName), Encoding.UTF8.GetBytes(string.Join('\n', paths.Prepend(ListHeader)) + "\n"));
    }

    private static void Swap(string target, string fresh, string retired)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(fresh, target);
            return;
        }

        Directory.Move(target, retired);
        try
        {
            Directory.Move(fresh, target);
        }
        catch
        {
            Directory.Move(retired, target);
            throw;
        }
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DiagnosticException Unwritable(string path, Exception cause) => Problem(
        DiagnosticIds.UnwritableOutput, path, $"not writable ({OneLine.Of(cause.Message)})",
        "a folder that this user may create or replace", "Pass another --out folder or change its permissions.");

    private static DiagnosticException Problem(string id, string folder, string value, string allowed, string remedy) =>
        new([new Diagnostic(id, $"--out {folder}", value, allowed, remedy)]);
}
