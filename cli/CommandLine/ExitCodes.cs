namespace Clawdbot.Cli.CommandLine;

/// <summary>What the process returns; scripts rely on it.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The question was answered, and the answer is no: the model does not fit, or the plans differ.</summary>
    public const int Negative = 1;

    /// <summary>The settings, the command line or the machine are at fault, or the command failed; nothing was written.</summary>
    public const int Failure = 2;

    /// <summary>Ended by Ctrl-C: 128 + SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
