namespace Clawdbot.Bench;

/// <summary>One run of a whole process.</summary>
/// <param name="Seconds">Wall time from start to exit.</param>
/// <param name="PeakKiB">Peak resident memory, in KiB.</param>
/// <param name="StandardOutput">What it printed.</param>
internal sealed record Measurement(double Seconds, long PeakKiB, string StandardOutput);
