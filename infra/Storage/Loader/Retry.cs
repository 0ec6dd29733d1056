using System.Globalization;
using System.Security.Cryptography;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Repeats what may work the next time, with growing pauses.</summary>
internal sealed class Retry(LoaderSettings settings)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAskedPause = TimeSpan.FromMinutes(5);

    /// <summary>Runs <paramref name="attempt"/> until it works.</summary>
    /// <param name="what">What is tried, for the log.</param>
    /// <param name="attempt">The work.</param>
    /// <param name="progress">A figure that grows with success; attempts that moved it do not count as failed.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="LoaderException">It did not work often enough.</exception>
    internal async Task<T> RunAsync<T>(string what, Func<Task<T>> attempt, Func<long> progress, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            var before = progress();
            try
            {
                return await attempt();
            }
            catch (TransientException exception)
            {
                if (progress() > before)
                    failures = 1;
                if (failures >= settings.Attempts)
                    throw new LoaderException(ExitCodes.SourceUnavailable, string.Create(CultureInfo.InvariantCulture, $"{what}: {exception.Message}; gave up after {failures} attempts"));
                var pause = Pause(failures, exception.RetryAfter);
                Log.Warning(string.Create(CultureInfo.InvariantCulture, $"{what}: {exception.Message}; next attempt in {pause.TotalSeconds:F1} s"));
                await Task.Delay(pause, cancellation);
            }
        }
    }

    internal Task<T> RunAsync<T>(string what, Func<Task<T>> attempt, CancellationToken cancellation) => RunAsync(what, attempt, () => 0, cancellation);

    /// <summary>Doubles from the first pause on, and spreads by a quarter so that several loaders do not come back together.</summary>
    private TimeSpan Pause(int failures, TimeSpan? asked)
    {
        if (asked is { } wait)
            return wait < LongestAskedPause ? wait : LongestAskedPause;
        var pause = Math.Min(settings.RetryMilliseconds * Math.Pow(2, failures - 1), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(pause * RandomNumberGenerator.GetInt32(75, 126) / 100);
    }
}
