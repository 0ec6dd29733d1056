using Pulumi.Tests.Harness;
using Pulumi.Tests.Resources;

namespace Pulumi.Tests.StandIn;

/// <summary>Outside the engine a program cannot run: every form of RunAsync says so.</summary>
[Collection(ProcessEnvironment.Name)]
public class RunAsyncTests
{
    public static TheoryData<string, Func<Task<int>>> Forms() => new()
    {
        { "Action", () => Deployment.RunAsync(() => { }) },
        { "Func<Task>", () => Deployment.RunAsync(() => Task.CompletedTask) },
        { "Func<IDictionary>", () => Deployment.RunAsync(() => new Dictionary<string, object?>()) },
        { "Func<Task<IDictionary>>", () => Deployment.RunAsync(() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>())) },
        { "TStack", () => Deployment.RunAsync<StackTests.GoodStack>() },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task Names_the_command_when_no_engine_started_the_program(string form, Func<Task<int>> run)
    {
        using var _ = ProcessEnvironment.Set("PULUMI_MONITOR", null);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(run);

        Assert.NotEmpty(form);
        Assert.Contains("`pulumi preview`", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task Names_the_switch_to_the_official_packages_inside_an_engine(string form, Func<Task<int>> run)
    {
        using var _ = ProcessEnvironment.Set("PULUMI_MONITOR", "127.0.0.1:1");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(run);

        Assert.NotEmpty(form);
        Assert.Contains("-p:PulumiSdk=nuget", exception.Message, StringComparison.Ordinal);
    }
}
