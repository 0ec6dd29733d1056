namespace Clawdbot.Infra.Serving;

/// <summary>Turns a start-up time into probe settings.</summary>
public static class ProbeBudget
{
    /// <summary>The smallest number of probes, one each period, that lasts at least the start-up time.</summary>
    /// <param name="startupSeconds">Longest acceptable start-up, in seconds, 1 or more.</param>
    /// <param name="periodSeconds">Seconds between probes, 1 or more.</param>
    public static int FailureThreshold(int startupSeconds, int periodSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startupSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodSeconds, 1);
        return (int)(((long)startupSeconds + periodSeconds - 1) / periodSeconds);
    }
}
