using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Stacks.Settings;
using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Stacks.Tests.Testing;

/// <summary>Runs the stack as the engine would start it, against an engine that accepts everything.</summary>
public sealed class StackRun : IMocks
{
    private readonly Lock _lock = new();
    private readonly List<MockResourceArgs> _registered = [];

    private StackRun()
    {
    }

    public ImmutableArray<Resource> Resources { get; private set; }

    public ClawdbotStack Stack => Resources.OfType<ClawdbotStack>().Single();

    /// <summary>Inputs, provider and type of what was registered, in name order.</summary>
    public IReadOnlyList<MockResourceArgs> Registered
    {
        get
        {
            lock (_lock)
                return [.. _registered.OrderBy(args => args.Name, StringComparer.Ordinal)];
        }
    }

    public static Task<StackRun> Start(Configuration configuration) => Start(JsonSerializer.Serialize(configuration.Texts()));

    public static async Task<StackRun> Start(string configuration)
    {
        var run = new StackRun();
        Environment.SetEnvironmentVariable(ConfigurationText.Variable, configuration);
        Environment.SetEnvironmentVariable(ConfigurationText.SecretKeysVariable, """["clawdbot:modelServerApiKey"]""");
        try
        {
            run.Resources = await Deployment.TestAsync<ClawdbotStack>(run, new TestOptions { ProjectName = "clawdbot", StackName = "test", IsPreview = true });
            return run;
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConfigurationText.Variable, null);
            Environment.SetEnvironmentVariable(ConfigurationText.SecretKeysVariable, null);
        }
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
            _registered.Add(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException($"No call expected, got {args.Token}.");
}
