using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.StandIn;

/// <summary>
/// Invokes that give a task or a single value. Left out with -p:PulumiSdk=nuget: some official versions give the default instead of the
/// answer (pulumi/pulumi-dotnet sdk/Pulumi/Deployment/Deployment_Invoke.cs).
/// </summary>
public class InvokeResultTests
{
    private const string Token = "test:index:getPart";

    [Fact]
    public async Task InvokeAsync_gives_the_answer()
    {
        var mocks = new RecordingMocks { OnCall = _ => new Dictionary<string, object> { ["name"] = "p", ["size"] = 2 } };
        var part = await Run.Update(() => Deployment.Instance.InvokeAsync<Part>(Token, InvokeArgs.Empty), mocks);

        Assert.Equal(("p", 2), (part.Name, part.Size));
    }

    [Fact]
    public async Task InvokeSingle_gives_the_only_value_of_the_answer()
    {
        var mocks = new RecordingMocks { OnCall = _ => new Dictionary<string, object> { ["size"] = 2 } };
        var (output, task) = await Run.Update(async () => (
            await Facts.ValueOf(Deployment.Instance.InvokeSingle<int>(Token, InvokeArgs.Empty)),
            await Deployment.Instance.InvokeSingleAsync<int>(Token, InvokeArgs.Empty)), mocks);

        Assert.Equal((2, 2), (output, task));
    }
}
