using Pulumi.Configuration;

namespace Pulumi;

/// <summary>One run of a program.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Ambient = new();

    private readonly IEngine _engine;
    private readonly IMonitor _monitor;
    private readonly DeploymentInstance _instance;

    private Deployment(IEngine engine, IMonitor monitor, DeploymentIdentity identity)
    {
        _engine = engine;
        _monitor = monitor;
        Identity = identity;
        _instance = new DeploymentInstance(this);
        Config = ConfigValues.FromEnvironment();
    }

    /// <summary>The run that the calling code is part of.</summary>
    /// <exception cref="InvalidOperationException">The code is not part of a run.</exception>
    public static DeploymentInstance Instance => Current._instance;

    internal static Deployment Current => Ambient.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal DeploymentIdentity Identity { get; }

    internal ConfigValues Config { get; }

    internal Runner Runner { get; } = new();

    internal Stack? Stack { get; set; }

    internal static Deployment? TryGetCurrent() => Ambient.Value;

    /// <summary>Whether the engine calls back for transforms of function calls.</summary>
    public Task<bool> MonitorSupportsInvokeTransforms() => Task.FromResult(false);

    /// <summary>Whether the engine calls back for resource hooks.</summary>
    public Task<bool> MonitorSupportsResourceHooks() => Task.FromResult(false);

    /// <summary>Adds a transform of all function calls; it only runs in the engine, which calls back for it.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform) => ArgumentNullException.ThrowIfNull(transform);

    /// <summary>Waits for registrations that are still on their way; there are none before the engine is connected.</summary>
    public Task AwaitPendingRegistrations() => Task.CompletedTask;

    /// <summary>Fails the run unless the engine's version is in the range; without an engine every version is accepted.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        ArgumentException.ThrowIfNullOrEmpty(pulumiVersionRange);
        return Task.CompletedTask;
    }

    internal void Log(Severity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        _engine.Log(severity, message, resource, streamId, ephemeral);
}
