using System.Runtime.InteropServices;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Server;

/// <summary>The pack as the engine starts it: <c>[--logtostderr] [-v=N] [--tracing URL] ENGINE_ADDRESS</c>. Only the last argument matters.</summary>
internal static class ServerCommand
{
    /// <summary>What a person is told who starts it by hand.</summary>
    public static string Usage { get; } =
        $"clawdbot-policies {PackIdentity.Version} is a policy pack for Pulumi, a server that the Pulumi engine starts and stops.\n"
        + "Use it with `pulumi preview --policy-pack DIRECTORY`; the engine starts it as `clawdbot-policies HOST:PORT`, the address of the engine.";

    /// <summary>Serves until the engine cancels, is gone, or a signal comes.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || EngineAddress.Parse(args[^1]) is not { } engine)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            signalled.TrySetResult();
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var stopped = new CancellationTokenSource();
        await using var host = await ServerHost.StartAsync(PolicyCatalogue.All, TimeProvider.System);
        var gone = new EngineWatch(() => host.Service.Engine ?? engine).GoneAsync(stopped.Token);

        // The engine takes the first line for the port, whatever it is.
        await Console.Out.WriteAsync(FormattableString.Invariant($"{host.Port}\n"));
        await Console.Out.FlushAsync();
        await Task.WhenAny(host.Service.Cancelled, signalled.Task, gone);
        await stopped.CancelAsync();
        return 0;
    }
}
