namespace Clawdbot.Infra.Readiness.Program;

/// <summary>How the program ends. The Job gives up at once on the first two, which no repetition would mend.</summary>
internal static class ExitCodes
{
    /// <summary>All items, or the limits of the load, hold.</summary>
    internal const int Passed = 0;

    /// <summary>An item failed, a limit of the load was broken, or the mode could not be switched.</summary>
    internal const int Failed = 1;

    /// <summary>The settings or the files they name are missing or malformed.</summary>
    internal const int Usage = 2;

    /// <summary>Ended by SIGTERM or SIGINT. 128 + 15, as shells report it.</summary>
    internal const int Terminated = 143;
}
