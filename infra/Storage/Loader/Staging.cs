using System.Globalization;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>
/// The folder in which a model grows, and what is known to be complete in it. It belongs to one resolved revision, so whatever an
/// earlier run left there is of use.
/// </summary>
internal sealed class Staging
{
    /// <summary>Folder below the root in which models grow.</summary>
    internal const string Incoming = ".incoming";

    private const string JournalName = ".verified";

    private readonly bool _inPlace;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _journal = new(StringComparer.Ordinal);

    private Staging(string folder, bool inPlace)
    {
        Folder = folder;
        _inPlace = inPlace;
    }

    /// <summary>The folder.</summary>
    internal string Folder { get; }

    private string Journal => Path.Combine(Folder, JournalName);

    /// <summary>Opens what an earlier run left, or starts a new folder.</summary>
    internal static Staging Open(LoaderSettings settings, string resolved)
    {
        var name = settings.InPlace ? $"{settings.Slug}/{settings.Revision}"
            : resolved == settings.Revision ? $"{Incoming}/{settings.Slug}@{settings.Revision}"
            : $"{Incoming}/{settings.Slug}@{settings.Revision}@{resolved}";
        var staging = new Staging(SafePath.Folder(settings.Root, name), settings.InPlace);
        if (!settings.InPlace && File.Exists(staging.Journal))
            staging._journal.UnionWith(File.ReadAllLines(staging.Journal));
        return staging;
    }

    /// <summary>Where the file will be when it is complete; its folder exists.</summary>
    internal string PathOf(RemoteFile file)
    {
        var slash = file.Path.LastIndexOf('/');
        var folder = slash < 0 ? Folder : SafePath.Folder(Folder, file.Path[..slash]);
        var path = Path.Combine(folder, file.Path[(slash + 1)..]);
        SafePath.RefuseLink(path);
        return path;
    }

    /// <summary>Where the file grows.</summary>
    internal string PartOf(RemoteFile file)
    {
        var path = _inPlace ? PathOf(file) : PathOf(file) + FileNames.PartSuffix;
        SafePath.RefuseLink(path);
        return path;
    }

    /// <summary>Whether a part can be continued: not in storage that only takes whole files, nor when nobody could tell that the source changed meanwhile.</summary>
    internal bool CanContinue(RemoteFile file) => !_inPlace && file.Identity != "none";

    /// <summary>Bytes of the file that need not be fetched.</summary>
    internal long Present(RemoteFile file)
    {
        var (complete, part) = (new FileInfo(PathOf(file)), new FileInfo(PartOf(file)));
        return complete.Exists && complete.Length == file.Size ? file.Size : CanContinue(file) && part.Exists ? Math.Min(part.Length, file.Size) : 0;
    }

    /// <summary>The SHA-256 of a file that is complete; null when it has to be fetched. What the journal does not vouch for is read again.</summary>
    internal async Task<string?> CompletedAsync(RemoteFile file, CancellationToken cancellation)
    {
        var path = PathOf(file);
        if (!File.Exists(path))
            return null;
        if (new FileInfo(path).Length == file.Size && file.Identity != "none")
        {
            lock (_lock)
            {
                if (_journal.FirstOrDefault(line => line.EndsWith(Claim(file), StringComparison.Ordinal) && line.Length == 64 + Claim(file).Length) is { } line)
                    return line[..64];
            }
            using var hash = new ContentHash(file);
            await PartialFile.HashAsync(path, hash, cancellation);
            if (hash.Finish() is { Difference: null, Sha256: var sum })
            {
                Record(file, sum);
                return sum;
            }
        }
        File.Delete(path);
        return null;
    }

    /// <summary>Gives a complete and flushed file its name, and remembers that it was verified.</summary>
    internal void Complete(RemoteFile file, string sha256)
    {
        if (!_inPlace)
        {
            File.Move(PartOf(file), PathOf(file), overwrite: true);
            DurableFiles.FlushFolder(Path.GetDirectoryName(PathOf(file))!);
        }
        Record(file, sha256);
    }

    private static string Claim(RemoteFile file) => string.Create(CultureInfo.InvariantCulture, $"\t{file.Identity}\t{file.Size}\t{file.Path}");

    private void Record(RemoteFile file, string sha256)
    {
        if (_inPlace)
            return;
        lock (_lock)
        {
            using var journal = new FileStream(Journal, FileMode.Append, FileAccess.Write);
            // A line that a crash cut short stays a line of its own and matches nothing.
            journal.Write(System.Text.Encoding.UTF8.GetBytes($"\n{sha256}{Claim(file)}\n"));
            journal.Flush(flushToDisk: true);
        }
    }
}
