namespace Clawdbot.Cli.Plans;

/// <summary>How numbers of a plan are read back as integers.</summary>
internal static class PlanNumbers
{
    // Beyond 2^53 neighbouring integers share one double, so an integer spelling would claim digits that are not there.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    /// <summary>Whether <paramref name="value"/> is a whole number that a double holds exactly.</summary>
    public static bool TryGetInteger(double value, out long integer)
    {
        if (Math.Abs(value) <= LargestExactInteger && Math.Floor(value) == value)
        {
            integer = (long)value;
            return true;
        }

        integer = 0;
        return false;
    }
}
