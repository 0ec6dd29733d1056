namespace Pulumi;

/// <summary>An error of writing to the engine's log, which therefore cannot be logged.</summary>
public class LogException : Exception
{
    /// <param name="exception">The cause.</param>
    public LogException(Exception exception)
        : base("Error occurred during logging", exception)
    {
    }
}
