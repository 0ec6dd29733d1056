using Pulumi.Testing;

namespace Pulumi.Tests.Harness;

/// <summary>Runs a program under mocks and hands back what it computed.</summary>
public static class Run
{
    /// <summary>Runs <paramref name="program"/> in a preview or in an update.</summary>
    public static async Task<T> Async<T>(bool preview, Func<Task<T>> program, IMocks? mocks = null)
    {
        T result = default!;
        await Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = preview }, async () =>
        {
            result = await program();
        });
        return result;
    }

    /// <summary>Runs <paramref name="program"/> in a preview.</summary>
    public static Task<T> Preview<T>(Func<Task<T>> program, IMocks? mocks = null) => Async(preview: true, program, mocks);

    /// <summary>Runs <paramref name="program"/> in an update.</summary>
    public static Task<T> Update<T>(Func<Task<T>> program, IMocks? mocks = null) => Async(preview: false, program, mocks);

    /// <summary>Runs <paramref name="program"/> in an update and hands back every resource that it registered or read.</summary>
    public static async Task<IReadOnlyList<Resource>> Resources(Action program, IMocks? mocks = null, bool preview = false)
        => await Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = preview }, program);

    /// <summary>
    /// The distinct messages of a run that must fail. Several errors arrive as one exception or as an aggregate, so the messages are what counts.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Errors(Func<Task> run)
    {
        var exception = await Record.ExceptionAsync(run);
        Assert.NotNull(exception);
        var errors = exception is AggregateException aggregate ? aggregate.Flatten().InnerExceptions : [exception];
        Assert.All(errors, error => Assert.IsAssignableFrom<RunException>(error));
        return [.. errors.Select(error => error.Message).Distinct()];
    }

    /// <summary>The messages of a program that must fail in an update, as one text.</summary>
    public static async Task<string> ErrorText(Action program, IMocks? mocks = null)
        => string.Join('\n', await Errors(() => Resources(program, mocks)));
}
