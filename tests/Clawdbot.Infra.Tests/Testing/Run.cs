using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>Runs a piece of a program against <see cref="RecordingMocks"/>.</summary>
public static class Run
{
    public static async Task<RecordingMocks> Program(Action program)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);
        return mocks;
    }
}
