using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>Runs a piece of a program against <see cref="RecordingMocks"/>.</summary>
public static class Run
{
    public static Task<RecordingMocks> Program(Action program) => Start(program, preview: false);

    public static Task<RecordingMocks> Preview(Action program) => Start(program, preview: true);

    private static async Task<RecordingMocks> Start(Action program, bool preview)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = preview }, program);
        return mocks;
    }
}
