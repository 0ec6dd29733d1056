using System.Collections.Immutable;
using System.Diagnostics;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;
using Pulumi;
using Docker = Pulumi.Docker;
using Kubernetes = Pulumi.Kubernetes;

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
        var apiKey = new Config(StackSettings.Project).RequireSecret(StackSettings.ModelServerApiKey);
        Pools = [.. settings.Pools.Select(PoolSummary.Of)];
        AssistantBudget = settings.Assistant.Compare(settings.Pools.Sum(pool => (long)pool.Replicas * pool.Vllm.MaxNumSeqs));
        Warnings = settings.Warnings;
        foreach (var warning in Warnings)
            Log.Warn(warning);

        Endpoints = settings.Cluster switch
        {
            ClusterTarget.Existing cluster => OnKubernetes(settings, cluster, apiKey),
            ClusterTarget.Docker machine => OnDocker(settings, machine, apiKey),
            _ => throw new UnreachableException(),
        };
        ServedModels = Output.Create(settings.Pools.ToImmutableDictionary(pool => pool.Name, pool => pool.Vllm.ServedModelName));
    }

    /// <summary>Base URL of the OpenAI-compatible API of each pool, by pool name.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; private set; }

    /// <summary>Model name that clients ask each pool for, by pool name.</summary>
    [Output("servedModels")]
    public Output<ImmutableDictionary<string, string>> ServedModels { get; private set; }

    /// <summary>The pools in plain values, for reports.</summary>
    public IReadOnlyList<PoolSummary> Pools { get; }

    /// <summary>The requests that the assistant may send at once, and those that the pools answer at once, as a sentence without its full stop.</summary>
    public string AssistantBudget { get; }

    /// <summary>Points that are allowed but worth a second look, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    private static Output<ImmutableDictionary<string, string>> OnKubernetes(StackSettings settings, ClusterTarget.Existing cluster, Output<string> apiKey)
    {
        var provider = new Kubernetes.Provider("kubernetes", new Kubernetes.ProviderArgs
        {
            Context = cluster.Context,
            // Null on purpose: the default would record the path of this machine's file.
            KubeConfig = cluster.KubeconfigIsSecret ? (Input<string>)new Config(StackSettings.Project).RequireSecret(StackSettings.Kubeconfig) : null,
            EnableServerSideApply = true,
        });
        var namespaces = new Namespaces("namespaces", new NamespacesArgs
        {
            // A refused lookup would hang for the resolver's timeout and slow every start, hence DNS.
            Items = [new NamespaceDefinition(WellKnownNamespaces.Models, AllowDns: true)],
        }, With(provider));
        var models = namespaces.NameOf(WellKnownNamespaces.Models);
        var storage = new ModelStorage("models", new ModelStorageArgs { Volume = settings.ModelStorage, Namespace = models }, With(provider));
        var key = new ModelServerKey("model-server-key", new ModelServerKeyArgs { Namespace = models, ApiKey = apiKey }, With(provider));
        return Collect(settings.Pools.Select(pool => (pool.Name, new ModelPool(pool.Name, new ModelPoolArgs
        {
            Spec = pool,
            Namespace = models,
            ClaimName = storage.ClaimName,
            ApiKeySecretName = key.SecretName,
        }, With(provider)).Endpoint)));
    }

    private static Output<ImmutableDictionary<string, string>> OnDocker(StackSettings settings, ClusterTarget.Docker machine, Output<string> apiKey)
    {
        var provider = new Docker.Provider("docker", new Docker.ProviderArgs { Host = machine.Host });
        return Collect(settings.Pools.Select(pool => (pool.Name, new LocalModelServer(pool.Name, new LocalModelServerArgs
        {
            Spec = pool,
            Models = (ModelVolume.HostPath)settings.ModelStorage,
            BindAddress = machine.BindAddress,
            Port = machine.Port,
            ApiKey = apiKey,
        }, With(provider)).Endpoint)));
    }

    /// <summary>Fresh options each time: the SDK fills in what is inherited.</summary>
    private static ComponentResourceOptions With(ProviderResource provider) => new() { Providers = { provider } };

    private static Output<ImmutableDictionary<string, string>> Collect(IEnumerable<(string Name, Output<string> Endpoint)> endpoints) =>
        Output.All(endpoints.Select(entry => entry.Endpoint.Apply(endpoint => KeyValuePair.Create(entry.Name, endpoint))))
            .Apply(entries => entries.ToImmutableDictionary());
}
