namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program in the engine that started this process.</summary>
    /// <exception cref="InvalidOperationException">There is no engine, or this build cannot talk to one.</exception>
    public static Task<int> RunAsync(Action action) => RunInEngine();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunInEngine();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunInEngine();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RunInEngine();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunInEngine();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunInEngine();

    private static Task<int> RunInEngine() => throw new InvalidOperationException(
        Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
            ? "This program was started without the Pulumi engine. Run it with the `pulumi` CLI, e.g. `pulumi preview`."
            : "This program was built with the stand-in SDK, which does not speak the Pulumi engine's protocol. "
            + "Build it with the official packages: -p:PulumiSdk=nuget.");
}
