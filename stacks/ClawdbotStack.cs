using System.Collections.Immutable;
using Clawdbot.Stacks.Settings;
using Pulumi;

namespace Clawdbot.Stacks;

/// <summary>The whole system of one environment: settings in, components and outputs out.</summary>
public sealed class ClawdbotStack : Stack
{
    /// <summary>Builds the stack as Pulumi starts it.</summary>
    /// <exception cref="Infra.Diagnostics.DiagnosticException">The settings are wrong; lists every mistake.</exception>
    public ClawdbotStack()
        : this(null)
    {
    }

    /// <summary>Builds the stack with options of the caller, such as transformations that watch it.</summary>
    /// <param name="options">Options of the stack.</param>
    /// <exception cref="Infra.Diagnostics.DiagnosticException">The settings are wrong; lists every mistake.</exception>
    public ClawdbotStack(StackOptions? options)
        : base(options)
    {
        var settings = StackSettings.Load();
        Pools = [.. settings.Pools.Select(PoolSummary.Of)];
        AssistantBudget = settings.Assistant.Budget.Compare(settings.Pools.Sum(pool => (long)pool.Replicas * pool.Vllm.MaxNumSeqs));
        Warnings = settings.Warnings;
        IsProduction = settings.Production;
        foreach (var warning in Warnings)
            Log.Warn(warning);

        var endpoints = settings.Cluster is ClusterTarget.Docker machine
            ? DockerSystem.Create(settings, machine, new Secrets())
            : KubernetesSystem.Create(settings, new Secrets());
        Endpoints = endpoints.Pools;
        GatewayEndpoint = endpoints.Gateway;
        AssistantEndpoint = endpoints.Assistant;
        ServedModels = Output.Create(settings.Pools.ToImmutableDictionary(pool => pool.Name, pool => pool.Vllm.ServedModelName));
    }

    /// <summary>Base URL of the OpenAI-compatible API of each pool, by pool name; only the Router may connect there.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; private set; }

    /// <summary>Base URL of the gateway.</summary>
    [Output("gatewayEndpoint")]
    public Output<string> GatewayEndpoint { get; private set; }

    /// <summary>Where the assistant's own port is.</summary>
    [Output("assistantEndpoint")]
    public Output<string> AssistantEndpoint { get; private set; }

    /// <summary>Model name that clients ask for, by pool name.</summary>
    [Output("servedModels")]
    public Output<ImmutableDictionary<string, string>> ServedModels { get; private set; }

    /// <summary>The pools in plain values, for reports.</summary>
    public IReadOnlyList<PoolSummary> Pools { get; }

    /// <summary>The requests that the assistant may send at once, and those that the pools answer at once, as a sentence without its full stop.</summary>
    public string AssistantBudget { get; }

    /// <summary>Whether people rely on the stack (<c>clawdbot:production</c>), so that policies bind rather than advise.</summary>
    public bool IsProduction { get; }

    /// <summary>Points that are allowed but worth a second look, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }
}
