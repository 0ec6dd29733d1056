namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Makes a complete staging folder the published one, and recognises published ones.</summary>
internal sealed class Publisher(LoaderSettings settings)
{
    private const UnixFileMode ReadAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode EnterAll = ReadAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Where the model will be.</summary>
    internal string Target => Path.Combine(settings.Root, settings.Slug, settings.Revision);

    /// <summary>Whether the model is there, as its manifest says.</summary>
    /// <exception cref="LoaderException">Something else is there.</exception>
    internal bool IsPublished()
    {
        SafePath.RefuseLink(Path.Combine(settings.Root, settings.Slug));
        SafePath.RefuseLink(Target);
        if (File.Exists(Target))
            throw Foreign("is a file");
        if (!Directory.Exists(Target))
            return false;
        if (Publication.Read(Target) is not { } publication)
            return settings.InPlace || !Directory.EnumerateFileSystemEntries(Target).Any() ? false : throw Foreign($"has no readable {FileNames.Manifest}");
        if (publication.Model != settings.Model || publication.Revision != settings.Revision)
            throw Foreign($"is {publication.Model} at {publication.Revision}");
        foreach (var file in publication.Files)
        {
            var found = new FileInfo(Path.Combine(Target, file.Path));
            if (!found.Exists || found.Length != file.Size)
                throw Foreign($"lacks '{file.Path}' of {file.Size} bytes, which its manifest lists");
        }
        return true;
    }

    /// <summary>Reads every published file again.</summary>
    /// <exception cref="LoaderException">A file is not what was published.</exception>
    internal async Task RecheckAsync(CancellationToken cancellation)
    {
        foreach (var file in Publication.Read(Target)!.Files)
        {
            if (await Checksums.OfFileAsync(Path.Combine(Target, file.Path), cancellation) is var sum && sum != file.Sha256)
                throw new LoaderException(ExitCodes.Corrupted, $"{Target}/{file.Path}: expected sha256 {file.Sha256}, got {sum}; remove the directory and load again");
        }
    }

    /// <summary>Publishes the folder.</summary>
    internal void Publish(Staging staging, string resolved, IReadOnlyList<RemoteFile> files, Dictionary<string, string> sums)
    {
        var publication = new Publication(settings.Model, settings.Revision, resolved, [.. files.Select(file => new Publication.Entry(file.Path, file.Size, sums[file.Path]))]);
        Write(Path.Combine(staging.Folder, FileNames.Sums), Checksums.Format(sums));
        if (!settings.InPlace)
            RemoveAllBut(staging.Folder, [.. sums.Keys, FileNames.Sums]);
        // Last of all: where directories cannot be renamed, the manifest is what says that the rest is complete.
        Write(Path.Combine(staging.Folder, FileNames.Manifest), publication.Text);
        if (settings.InPlace)
            return;
        Seal(staging.Folder);
        var parent = SafePath.Folder(settings.Root, settings.Slug);
        if (!DurableFiles.TryRename(staging.Folder, Target) && !IsPublished())
            throw Foreign("appeared meanwhile");
        DurableFiles.FlushFolder(parent);
        DurableFiles.FlushFolder(Path.Combine(settings.Root, Staging.Incoming));
        SealTarget();
    }

    /// <summary>
    /// Takes the write permission of the published directory itself. It can be taken only after the rename, which writes into the
    /// directory; so a run that finds a model published makes up for one that was killed in between.
    /// </summary>
    internal void SealTarget()
    {
        if (!settings.InPlace && File.GetUnixFileMode(Target) != EnterAll)
            File.SetUnixFileMode(Target, EnterAll);
    }

    private LoaderException Foreign(string what) =>
        new(ExitCodes.ForeignTarget, $"{Target} {what}; this loader did not publish it so: move it away, or load another revision");

    private static void Write(string path, string text)
    {
        SafePath.RefuseLink(path);
        File.Delete(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Earlier runs may have wanted other files, and the journal is of no use any more.</summary>
    private static void RemoveAllBut(string folder, HashSet<string> wanted)
    {
        foreach (var entry in Entries(folder, recurse: true))
        {
            if (entry is FileInfo && !wanted.Contains(Path.GetRelativePath(folder, entry.FullName)))
                entry.Delete();
        }
        foreach (var below in Entries(folder, recurse: true).OfType<DirectoryInfo>().OrderByDescending(below => below.FullName.Length))
        {
            if (Entries(below.FullName, recurse: false).Count == 0)
                below.Delete();
        }
    }

    private static void Seal(string folder)
    {
        foreach (var entry in Entries(folder, recurse: true).OrderByDescending(entry => entry.FullName.Length))
        {
            File.SetUnixFileMode(entry.FullName, entry is DirectoryInfo ? EnterAll : ReadAll);
            if (entry is DirectoryInfo)
                DurableFiles.FlushFolder(entry.FullName);
        }
        DurableFiles.FlushFolder(folder);
    }

    private static List<FileSystemInfo> Entries(string folder, bool recurse) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = recurse, AttributesToSkip = FileAttributes.None })];
}
