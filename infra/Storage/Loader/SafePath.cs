namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Makes folders below the storage without ever following a symbolic link that somebody left there.</summary>
internal static class SafePath
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The folder <paramref name="relative"/> below <paramref name="root"/>, made where it is missing and writable for its owner.</summary>
    /// <exception cref="LoaderException">A part of it is a link or a file.</exception>
    internal static string Folder(string root, string relative)
    {
        var folder = root;
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var parent = folder;
            folder = Path.Combine(folder, part);
            RefuseLink(folder);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                DurableFiles.FlushFolder(parent);
            }
            else if ((File.GetUnixFileMode(folder) & UnixFileMode.UserWrite) == 0)
            {
                File.SetUnixFileMode(folder, Writable);
            }
        }
        return folder;
    }

    /// <summary>Refuses a link.</summary>
    internal static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new LoaderException(ExitCodes.StorageFailed, $"refused: {path} is a symbolic link");
    }
}
