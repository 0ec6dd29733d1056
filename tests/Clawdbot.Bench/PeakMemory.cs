using System.Globalization;

namespace Clawdbot.Bench;

/// <summary>Peak resident memory as Linux counts it (VmHWM in /proc/PID/status, proc(5)).</summary>
internal static class PeakMemory
{
    /// <summary>The peak in KiB, or null when the process has ended or has no memory of its own any more.</summary>
    public static long? OfProcess(int processId)
    {
        try
        {
            foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status")))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    return long.Parse(line.AsSpan("VmHWM:".Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
            }
            return null;
        }
        catch (IOException)
        {
            // The process ended between two reads: its last reading stands.
            return null;
        }
    }
}
