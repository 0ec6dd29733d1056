using System.Globalization;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Counts bytes and says so now and then, a line each time.</summary>
internal sealed class Progress : IDisposable
{
    private readonly long _total;
    private readonly ITimer _timer;
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private long _present;
    private long _fetched;
    private long _lastFetched;
    private long _lastTime = TimeProvider.System.GetTimestamp();

    internal Progress(long total, TimeSpan period)
    {
        _total = total;
        _timer = TimeProvider.System.CreateTimer(_ => Report(), null, period, period);
    }

    /// <summary>Bytes that were fetched by this run.</summary>
    internal long Fetched => Interlocked.Read(ref _fetched);

    /// <summary>Counts bytes that were there already; negative when they had to be thrown away.</summary>
    internal void Present(long bytes) => Interlocked.Add(ref _present, bytes);

    /// <summary>Counts bytes that arrived.</summary>
    internal void Arrived(long bytes) => Interlocked.Add(ref _fetched, bytes);

    /// <summary>The closing line.</summary>
    internal void Finish()
    {
        _timer.Dispose();
        var seconds = Math.Max(0.001, TimeProvider.System.GetElapsedTime(_started).TotalSeconds);
        Log.Information(string.Create(CultureInfo.InvariantCulture,
            $"progress 100.0 %: fetched {Fetched} of {_total} bytes in {seconds:F1} s, {Fetched / seconds / 1e6:F1} MB/s"));
    }

    public void Dispose() => _timer.Dispose();

    private void Report()
    {
        var fetched = Fetched;
        var seconds = Math.Max(0.001, TimeProvider.System.GetElapsedTime(_lastTime).TotalSeconds);
        var rate = (fetched - _lastFetched) / seconds / 1e6;
        (_lastFetched, _lastTime) = (fetched, TimeProvider.System.GetTimestamp());
        var done = fetched + Interlocked.Read(ref _present);
        var share = _total == 0 ? 100 : Math.Min(100, 100.0 * done / _total);
        Log.Information(string.Create(CultureInfo.InvariantCulture, $"progress {share:F1} %: {Log.Size(done)} of {Log.Size(_total)}, {rate:F1} MB/s"));
    }
}
