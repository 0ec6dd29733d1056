using System.Security.Cryptography;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>
/// The right to work on a model: a file that its holder touches all the time. No clock is compared with another one's: a waiting loader
/// takes over when it has not seen the file change for long enough by its own. Needs only exclusive creation and rename, which
/// file systems without shared locks have as well.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _holder;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _beat;

    private Lease(string path, string holder, TimeSpan period)
    {
        (_path, _holder) = (path, holder);
        _beat = BeatAsync(period / 5);
    }

    /// <summary>Cancelled when another loader has taken over.</summary>
    internal CancellationToken Lost => _lost.Token;

    /// <summary>Waits for the right to work.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expiry">Time without a change after which its holder counts as dead.</param>
    /// <param name="isDone">Whether there is nothing left to do.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Null when another loader did the work meanwhile.</returns>
    internal static async Task<Lease?> AcquireAsync(string path, TimeSpan expiry, Func<bool> isDone, CancellationToken cancellation)
    {
        var holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var poll = TimeSpan.FromMilliseconds(Math.Clamp(expiry.TotalMilliseconds / 10, 100, 2000));
        (string Content, DateTime Touched)? seen = null;
        var since = TimeProvider.System.GetTimestamp();
        while (!isDone())
        {
            if (TryCreate(path, holder))
                return new Lease(path, holder, expiry);
            var now = Look(path);
            if (now != seen)
            {
                if (seen is null && now is { } other)
                    Log.Information($"waits for the loader {other.Content}, which works on the same model");
                (seen, since) = (now, TimeProvider.System.GetTimestamp());
            }
            else if (seen is { } dead && TimeProvider.System.GetElapsedTime(since) > expiry)
            {
                TakeOver(path, holder, dead.Content);
            }
            await Task.Delay(poll, cancellation);
        }
        return null;
    }

    /// <summary>Requires that nobody has taken over.</summary>
    internal void Check()
    {
        if (Look(_path)?.Content != _holder)
            throw new LoaderException(ExitCodes.LeaseLost, "another loader took over, because this one stood still too long; nothing was published by this one");
    }

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _beat;
        if (Look(_path)?.Content == _holder)
            File.Delete(_path);
        _released.Dispose();
        _lost.Dispose();
    }

    private async Task BeatAsync(TimeSpan period)
    {
        try
        {
            while (true)
            {
                await Task.Delay(period, _released.Token);
                if (Look(_path)?.Content != _holder)
                {
                    await _lost.CancelAsync();
                    return;
                }
                File.SetLastWriteTimeUtc(_path, TimeProvider.System.GetUtcNow().UtcDateTime);
            }
        }
        catch (OperationCanceledException)
        {
            // Released.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await _lost.CancelAsync();
        }
    }

    private static bool TryCreate(string path, string holder)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            file.Write(System.Text.Encoding.UTF8.GetBytes(holder));
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static (string Content, DateTime Touched)? Look(string path)
    {
        try
        {
            SafePath.RefuseLink(path);
            return (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        }
        catch (IOException)
        {
            // Being written or just removed.
            return null;
        }
    }

    /// <summary>Renaming has one winner. Should the file have changed hands in between, it is put back.</summary>
    private static void TakeOver(string path, string holder, string dead)
    {
        if (Look(path)?.Content != dead)
            return;
        var aside = $"{path}.{holder}";
        try
        {
            File.Move(path, aside);
            if (File.ReadAllText(aside) == dead)
            {
                Log.Warning($"takes over from the loader {dead}, which shows no sign of life");
                File.Delete(aside);
            }
            else
            {
                File.Move(aside, path);
            }
        }
        catch (IOException)
        {
            // Somebody else was faster.
        }
    }
}
