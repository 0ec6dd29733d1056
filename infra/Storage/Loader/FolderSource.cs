namespace Clawdbot.Infra.Storage.Loader;

/// <summary>A folder that is mounted. Its <c>SHA256SUMS</c> is believed; without one, the copy is compared with what was read.</summary>
internal sealed class FolderSource(LoaderSettings settings) : IModelSource
{
    private readonly string _folder = settings.Source.Path.TrimEnd('/');

    public Task<string> ResolveAsync(CancellationToken cancellation) =>
        Directory.Exists(_folder)
            ? Task.FromResult(settings.Revision)
            : throw new LoaderException(ExitCodes.SourceRefused, $"there is no folder {_folder}");

    public async Task<IReadOnlyList<RemoteFile>> ListAsync(string resolved, CancellationToken cancellation)
    {
        var list = System.IO.Path.Combine(_folder, FileNames.Sums);
        var sums = File.Exists(list) ? Checksums.Parse(await File.ReadAllTextAsync(list, cancellation), list) : null;
        if (sums is null)
            Log.Warning($"{_folder} has no {FileNames.Sums}: its files are taken as they are");
        var files = new List<RemoteFile>();
        var all = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(_folder)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", all))
            {
                var path = System.IO.Path.GetRelativePath(_folder, entry.FullName);
                if (entry.LinkTarget is not null)
                    RefuseIfWanted(path);
                else if (entry is DirectoryInfo below)
                    folders.Push(below);
                else if (entry is FileInfo file)
                    files.Add(new RemoteFile(path, file.Length, sums is null ? null : Sum(sums, path), null));
            }
        }
        return files;
    }

    public Task<Stream?> OpenAsync(RemoteFile file, string resolved, long offset, CancellationToken cancellation)
    {
        var path = System.IO.Path.Combine(_folder, file.Path);
        if (new FileInfo(path).LinkTarget is not null)
            throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{file.Path}' has become a symbolic link");
        Stream stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        stream.Position = offset;
        return Task.FromResult<Stream?>(stream);
    }

    /// <summary>Links are not followed: they could show files outside the folder.</summary>
    private void RefuseIfWanted(string path)
    {
        if (FileNames.IsWanted(path, settings))
            throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{path}' is a symbolic link; give a folder that holds the files themselves");
    }

    private string? Sum(Dictionary<string, string> sums, string path) =>
        sums.TryGetValue(path, out var sum) || !FileNames.IsWanted(path, settings)
            ? sum
            : throw new LoaderException(ExitCodes.UnusableListing, $"refused: {FileNames.Sums} does not list '{path}'");
}
