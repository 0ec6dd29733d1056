namespace Pulumi;

/// <summary>How grave a log message is; the numbers are the engine's.</summary>
internal enum Severity
{
    Debug = 0,
    Info = 1,
    Warning = 2,
    Error = 3,
}
