using Pulumi.Testing;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Deployments;

/// <summary>Whatever goes wrong in a run comes out of TestAsync as a RunException, or as an aggregate of them.</summary>
public class TestAsyncErrorTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public async Task What_the_program_throws_comes_out()
    {
        Assert.Contains("FormatException: no such format", await Run.ErrorText(() => throw new FormatException("no such format")), StringComparison.Ordinal);
        Assert.Contains("FormatException: no such format", string.Join('\n', await Run.Errors(() => Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Yield();
            throw new FormatException("no such format");
        }))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_RunException_shows_its_message_alone()
        => Assert.Equal(["just this"], await Run.Errors(() => Run.Resources(() => throw new RunException("just this"))));

    [Fact]
    public async Task A_ResourceException_that_hides_its_stack_shows_its_message_alone()
        => Assert.Equal(["just this"], await Run.Errors(() => Run.Resources(() => throw new ResourceException("just this", null, hideStack: true))));

    [Fact]
    public async Task A_RunException_keeps_its_cause()
    {
        var cause = new FormatException("no such format");

        Assert.Same(cause, new RunException("message", cause).InnerException);
        Assert.Equal("message", await Task.FromResult(new RunException("message", cause).Message));
    }

    [Fact]
    public async Task What_Apply_throws_comes_out_though_nobody_reads_the_result()
        => Assert.Contains("no such format",
            await Run.ErrorText(() => Facts.Failing<int>("no such format")), StringComparison.Ordinal);

    [Fact]
    public async Task What_Apply_throws_fails_the_resource_that_needs_the_result()
    {
        var mocks = new RecordingMocks();
        var text = await Run.ErrorText(() =>
        {
            var label = Facts.Failing<string>("no such format");
            _ = new Widget("w", new WidgetArgs { Label = label });
        }, mocks);

        Assert.Contains("no such format", text, StringComparison.Ordinal);
        Assert.Empty(mocks.Resources);
    }

    [Fact]
    public async Task What_the_mocks_throw_comes_out()
    {
        var mocks = new RecordingMocks { OnResource = _ => throw new FormatException("no such format") };

        Assert.Contains("no such format", await Run.ErrorText(() => _ = new Widget("w"), mocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_comes_out()
        => Assert.Contains("is not a supported argument type",
            await Run.ErrorText(() => _ = new Widget("w"), RecordingMocks.Answering(new object())), StringComparison.Ordinal);

    [Fact]
    public async Task Resources_after_a_failed_one_are_still_registered_when_they_do_not_need_it()
    {
        var mocks = new RecordingMocks
        {
            OnResource = args => args.Name == "bad" ? throw new FormatException("no such format") : Task.FromResult<(string?, object)>(("id", args.Inputs)),
        };
        await Run.ErrorText(() =>
        {
            _ = new Widget("bad");
            _ = new Widget("good");
        }, mocks);

        Assert.Contains(mocks.Resources, resource => resource.Name == "good");
    }

    [Fact]
    public async Task Two_failures_both_come_out()
    {
        var text = await Run.ErrorText(() =>
        {
            Facts.Failing<int>("the first");
            Facts.Failing<int>("the second");
        });

        Assert.Contains("the first", text, StringComparison.Ordinal);
        Assert.Contains("the second", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logged_error_fails_the_run()
        => Assert.Equal(["something is wrong"], await Run.Errors(() => Run.Resources(() => Log.Error("something is wrong"))));

    [Fact]
    public async Task A_logged_exception_fails_the_run()
        => Assert.Contains("no such format", await Run.ErrorText(() => Log.Exception(new FormatException("no such format"))), StringComparison.Ordinal);

    [Fact]
    public async Task Other_log_messages_do_not_fail_the_run()
    {
        var resources = await Run.Resources(() =>
        {
            var widget = new Widget("w");
            Log.Debug("debug");
            Log.Info("info", widget);
            Log.Info("info", widget, streamId: 1, ephemeral: true);
            Log.Warn("warn", widget);
        });

        Assert.Single(resources);
    }
}
