namespace Clawdbot.Infra.Storage.Loader;

/// <summary>A file that grows, with the hashes of what it holds so far.</summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private const int BufferSize = 1 << 20;
    private const int WouldBlock = 11;

    private readonly string _path;
    private readonly RemoteFile _file;
    private FileStream _stream;
    private ContentHash _hash;

    private PartialFile(string path, RemoteFile file, FileStream stream)
    {
        (_path, _file, _stream, _hash) = (path, file, stream, new ContentHash(file));
    }

    /// <summary>Bytes that are there.</summary>
    internal long Length => _stream.Position;

    /// <summary>Most bytes that ever were there: what tells progress from going round in circles.</summary>
    internal long Furthest { get; private set; }

    /// <summary>Opens the file; what is there is read and hashed, or thrown away when it cannot be continued.</summary>
    internal static async Task<PartialFile> OpenAsync(string path, RemoteFile file, bool continues, CancellationToken cancellation)
    {
        if (!continues || new FileInfo(path) is { Exists: true } found && found.Length > file.Size)
            File.Delete(path);
        var part = new PartialFile(path, file, OpenStream(path));
        if (part._stream.Length > 0)
            await HashAsync(part._stream, part._hash, cancellation);
        part.Furthest = part.Length;
        return part;
    }

    /// <summary>Reads a whole file into <paramref name="hash"/>.</summary>
    internal static async Task HashAsync(string path, ContentHash hash, CancellationToken cancellation)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream)
            await HashAsync(stream, hash, cancellation);
    }

    internal async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _stream.WriteAsync(bytes, cancellation);
        _hash.Append(bytes.Span);
        Furthest = Math.Max(Furthest, Length);
    }

    /// <summary>Starts again from nothing. The file is made anew, because some storage cannot shorten one.</summary>
    internal async Task ResetAsync()
    {
        await _stream.DisposeAsync();
        _hash.Dispose();
        File.Delete(_path);
        _stream = OpenStream(_path);
        _hash = new ContentHash(_file);
    }

    /// <summary>Brings the content to the disk and says what it is.</summary>
    internal (string Sha256, string? Difference) Finish()
    {
        _stream.Flush(flushToDisk: true);
        return _hash.Finish();
    }

    /// <summary>Closes and removes the file.</summary>
    internal async Task DiscardAsync()
    {
        await DisposeAsync();
        File.Delete(_path);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _hash.Dispose();
    }

    /// <summary>Nobody else may write to it; on Linux that is an advisory lock, which other loaders heed.</summary>
    private static FileStream OpenStream(string path)
    {
        try
        {
            return File.Exists(path)
                ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.Asynchronous)
                : new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        }
        catch (IOException exception) when (exception.HResult == WouldBlock)
        {
            throw new LoaderException(ExitCodes.LeaseLost, $"another loader is writing {path}");
        }
    }

    private static async Task HashAsync(FileStream stream, ContentHash hash, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            hash.Append(buffer.AsSpan(0, read));
    }
}
