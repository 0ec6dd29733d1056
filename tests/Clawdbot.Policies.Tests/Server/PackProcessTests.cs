using System.Diagnostics;
using System.Runtime.InteropServices;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;

namespace Clawdbot.Policies.Tests.Server;

public sealed partial class PackProcessTests
{
    private const int Terminate = 15;
    private const int Interrupt = 2;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_is_up_within_a_second()
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 5 && fastest > TimeSpan.FromSeconds(1); attempt++)
        {
            var watch = Stopwatch.StartNew();
            using var pack = await PackProcess.StartAsync("dotnet", PackProcess.Program);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.InRange(fastest.TotalMilliseconds, 0, 1000);
    }

    [Fact]
    public async Task It_ends_when_nobody_listens_at_the_engine_s_address_any_more()
    {
        using var pack = await PackProcess.StartAsync("dotnet", PackProcess.Program);
        pack.StopEngine();
        Assert.True(await pack.EndsAsync(Soon));
        Assert.Equal(0, pack.Process.ExitCode);
    }

    [Fact]
    public async Task It_does_not_end_because_a_connection_was_closed()
    {
        using var pack = await PackProcess.StartAsync("dotnet", PackProcess.Program);
        for (var connection = 0; connection < 2; connection++)
        {
            using var client = new EngineClient(pack.Port);
            Assert.Equal(PackIdentity.Version, (await client.CallAsync<PluginInfo>("GetPluginInfo", new Empty())).Version);
        }

        Assert.False(await pack.EndsAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task It_answers_Cancel_and_ends()
    {
        using var pack = await PackProcess.StartAsync("dotnet", PackProcess.Program);
        using var client = new EngineClient(pack.Port);
        await client.CallAsync<Empty>("Cancel", new Empty());
        Assert.True(await pack.EndsAsync(Soon));
        Assert.Equal((0, "", ""), (pack.Process.ExitCode, await pack.Process.StandardOutput.ReadToEndAsync(), await pack.Process.StandardError.ReadToEndAsync()));
    }

    [Theory]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public async Task It_ends_on_a_signal(int signal)
    {
        using var pack = await PackProcess.StartAsync("dotnet", PackProcess.Program);
        Assert.Equal(0, Kill(pack.Process.Id, signal));
        Assert.True(await pack.EndsAsync(Soon));
        Assert.Equal(0, pack.Process.ExitCode);
    }

    [Fact]
    public async Task Started_by_hand_it_says_what_it_is()
    {
        var usage = $"clawdbot-policies {PackIdentity.Version} is a policy pack for Pulumi, a server that the Pulumi engine starts and stops.\n"
            + "Use it with `pulumi preview --policy-pack DIRECTORY`; the engine starts it as `clawdbot-policies HOST:PORT`, the address of the engine.\n";
        Assert.Equal(new Finished(2, "", usage), await Finished.RunAsync("dotnet", [PackProcess.Program], Path.GetTempPath()));
        Assert.Equal(new Finished(2, "", usage), await Finished.RunAsync("dotnet", [PackProcess.Program, "catalog"], Path.GetTempPath()));
        Assert.Equal(new Finished(0, usage, ""), await Finished.RunAsync("dotnet", [PackProcess.Program, "--help"], Path.GetTempPath()));
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
