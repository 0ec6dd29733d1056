namespace Clawdbot.Infra.Storage.Loader;

/// <summary>An expected end of the program.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">What happened and what to do; never a secret.</param>
internal sealed class LoaderException(int exitCode, string message) : Exception(message)
{
    /// <summary>Exit code of the process.</summary>
    internal int ExitCode { get; } = exitCode;
}
