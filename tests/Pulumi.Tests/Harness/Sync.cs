namespace Pulumi.Tests.Harness;

/// <summary>FsCheck's properties are synchronous; no test runs on a thread that a waiting task would need.</summary>
public static class Sync
{
    public static T Run<T>(Func<Task<T>> body) => Task.Run(body).GetAwaiter().GetResult();
}
