using System.Globalization;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Brings files from the source into the staging folder, each verified before it gets its name.</summary>
internal sealed class Downloader(IModelSource source, string resolved, Staging staging, Progress progress, LoaderSettings settings)
{
    /// <summary>Downloads of one file before its source counts as corrupt; the first may have continued a bad part.</summary>
    private const int MaximumDownloads = 3;

    private const int BufferSize = 1 << 20;

    private readonly Retry _retry = new(settings);

    /// <summary>Fetches what is not there yet.</summary>
    /// <returns>The SHA-256 of each file.</returns>
    internal async Task<Dictionary<string, string>> FetchAsync(IEnumerable<RemoteFile> files, CancellationToken cancellation)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(files, options, async (file, stop) =>
        {
            var sum = await FetchAsync(file, stop);
            lock (sums)
                sums.Add(file.Path, sum);
        });
        return sums;
    }

    private async Task<string> FetchAsync(RemoteFile file, CancellationToken cancellation)
    {
        if (await staging.CompletedAsync(file, cancellation) is { } known)
        {
            progress.Present(file.Size);
            return known;
        }
        for (var downloads = 1; ; downloads++)
        {
            var part = await PartialFile.OpenAsync(staging.PartOf(file), file, staging.CanContinue(file), cancellation);
            await using (part)
            {
                progress.Present(part.Length);
                if (part.Length > 0)
                    Log.Information(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: continues at byte {part.Length} of {file.Size}"));
                await _retry.RunAsync(file.Path, () => TransferAsync(file, part, cancellation), () => part.Furthest, cancellation);
                var (sum, difference) = part.Finish();
                if (file.Identity == "none")
                {
                    // Closed first: the file is locked while it is open, and some storage shows content only then.
                    await part.DisposeAsync();
                    difference = await RereadAsync(file, sum, cancellation);
                }
                if (difference is null)
                {
                    staging.Complete(file, sum);
                    return sum;
                }
                await part.DiscardAsync();
                progress.Present(-file.Size);
                if (downloads == MaximumDownloads)
                    throw new LoaderException(ExitCodes.Corrupted, string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {difference}; refused after {downloads} downloads, nothing was published"));
                Log.Warning($"{file.Path}: {difference}; fetching it again");
            }
        }
    }

    private async Task<bool> TransferAsync(RemoteFile file, PartialFile part, CancellationToken cancellation)
    {
        if (part.Length == file.Size)
            return true;
        var stream = await source.OpenAsync(file, resolved, part.Length, cancellation);
        if (stream is null)
        {
            progress.Present(-part.Length);
            await part.ResetAsync();
            stream = await source.OpenAsync(file, resolved, 0, cancellation) ?? throw new TransientException("cannot be read from its start");
        }
        await using (stream)
        {
            var buffer = new byte[BufferSize];
            while (true)
            {
                var read = await ReadAsync(stream, buffer, cancellation);
                if (read == 0)
                    break;
                if (part.Length + read > file.Size)
                {
                    progress.Present(-part.Length);
                    await part.ResetAsync();
                    throw new TransientException(string.Create(CultureInfo.InvariantCulture, $"more than the announced {file.Size} bytes"));
                }
                await part.AppendAsync(buffer.AsMemory(0, read), cancellation);
                progress.Arrived(read);
            }
        }
        return part.Length == file.Size
            ? true
            : throw new TransientException(string.Create(CultureInfo.InvariantCulture, $"broke off at byte {part.Length} of {file.Size}"));
    }

    /// <summary>A connection that is open but silent counts as broken.</summary>
    private async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(TimeSpan.FromSeconds(settings.StallSeconds));
        try
        {
            return await stream.ReadAsync(buffer, stall.Token);
        }
        catch (Exception exception) when (HttpReader.IsTransient(exception, cancellation))
        {
            throw new TransientException(exception is OperationCanceledException
                ? string.Create(CultureInfo.InvariantCulture, $"silent for {settings.StallSeconds} s")
                : "the connection broke");
        }
    }

    /// <summary>Where nobody promised a checksum, at least the copy must be what was read.</summary>
    private async Task<string?> RereadAsync(RemoteFile file, string sum, CancellationToken cancellation)
    {
        var written = await Checksums.OfFileAsync(staging.PartOf(file), cancellation);
        return written == sum ? null : $"read sha256 {sum}, stored {written}";
    }
}
