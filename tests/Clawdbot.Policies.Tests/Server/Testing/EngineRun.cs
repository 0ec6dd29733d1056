using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>Runs node/engine.mjs, which plays the engine with the official Node stubs, and takes what it reports.</summary>
internal static class EngineRun
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Clawdbot.Policies.Tests", "node");

    /// <summary>A run against a server in this process.</summary>
    /// <param name="scenario">The scenario without <c>start</c>, as JSON.</param>
    /// <param name="rules">The rules of the pack.</param>
    public static async Task<EngineReport> WithRulesAsync(string scenario, params PolicyRule[] rules)
    {
        await using var host = await ServerHost.StartAsync(rules, TimeProvider.System);
        var report = await RunAsync(scenario, new JsonObject { ["port"] = host.Port });
        await host.Service.Cancelled.WaitAsync(TimeSpan.FromSeconds(10));
        return report;
    }

    /// <summary>A run against a pack that the engine starts.</summary>
    /// <param name="scenario">The scenario without <c>start</c>, as JSON.</param>
    /// <param name="start">What it starts, and how.</param>
    public static async Task<EngineReport> RunAsync(string scenario, JsonObject start)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@pulumi", "pulumi")) || !Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
        {
            throw new InvalidOperationException("@pulumi/pulumi or ajv is not installed. Run: npm ci --ignore-scripts --prefix tests/Clawdbot.Policies.Tests/node");
        }

        var input = JsonNode.Parse(scenario)!.AsObject();
        input["start"] = start;
        using var process = StartNode();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input.ToJsonString());
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new EngineReport(JsonDocument.Parse(output).RootElement) : throw new InvalidOperationException(await errors);
    }

    private static Process StartNode()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["engine.mjs"])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("Node is not installed. Run: apt-get install nodejs npm", e);
        }
    }
}
