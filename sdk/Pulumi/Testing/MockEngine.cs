using System.Collections.Concurrent;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program logs; other messages have nobody to read them in a test.</summary>
internal sealed class MockEngine : IEngine
{
    public ConcurrentQueue<string> Errors { get; } = new();

    public void Log(Severity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        if (severity == Severity.Error)
        {
            Errors.Enqueue(message);
        }
    }
}
