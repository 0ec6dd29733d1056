using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Bench;

/// <summary>The measured process: plans one graph and prints one line of JSON.</summary>
internal static class GraphChild
{
    public const string Verb = "plan-graph";

    public static async Task<int> RunAsync(int applications, bool withDigest)
    {
        var mocks = new CountingMocks(withDigest);
        var options = new TestOptions { ProjectName = "project", StackName = "stack", IsPreview = true };
        await Deployment.TestAsync(mocks, options, () =>
        {
            for (var index = 0; index < applications; index++)
                Graph.CreateApplication(index);
        });
        var report = new ChildReport(mocks.Count, mocks.Digest, PeakMemory.OfProcess(Environment.ProcessId)
            ?? throw new InvalidOperationException("/proc/self/status has no VmHWM; the bench needs Linux."));
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }
}
