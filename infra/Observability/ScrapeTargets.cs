using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Observability;

/// <summary>Tells the Prometheus operator which processes to ask, with the labels that rules, dashboards and scalers select by.</summary>
public sealed class ScrapeTargets : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:observability:ScrapeTargets";

    private readonly ScrapeTargetsArgs _args;

    /// <summary>Creates the targets.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Which parts the system has.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here, and the operator's kinds must exist before.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public ScrapeTargets(string name, ScrapeTargetsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ScrapeTargetsRules.Check(args.Spec, $"ScrapeTargets '{name}'", "Change the arguments of the component."));

        _args = args;
        var targets = ScrapeCatalog.For(args.Spec);
        foreach (var target in targets)
            Create($"{name}-{target.Job}", target);
        Jobs = Output.Create(targets.Select(target => target.Job).ToImmutableArray());
        RegisterOutputs();
    }

    /// <summary>Values of the label <c>job</c>.</summary>
    [Output("jobs")]
    public Output<ImmutableArray<string>> Jobs { get; private set; }

    private void Create(string logicalName, ScrapeTarget target)
    {
        var endpoints = new object[] { Endpoint(target) };
        var spec = new Dictionary<string, object>
        {
            ["namespaceSelector"] = new Dictionary<string, object> { ["matchNames"] = new object[] { target.Namespace } },
            ["selector"] = new Dictionary<string, object> { ["matchLabels"] = target.Selector.ToDictionary(pair => pair.Key, pair => (object)pair.Value) },
            [target.ThroughService ? "endpoints" : "podMetricsEndpoints"] = endpoints,
        };
        if (target.CopiedLabels.Values.Any(source => source.StartsWith("__meta_kubernetes_node_label_", StringComparison.Ordinal)))
            spec["attachMetadata"] = new Dictionary<string, object> { ["node"] = true };
        _ = new CustomResource(logicalName, new SpecifiedObjectArgs("monitoring.coreos.com/v1", target.ThroughService ? "ServiceMonitor" : "PodMonitor")
        {
            // The operator reads a token only from the object's own namespace.
            Metadata = new ObjectMetaArgs { Name = target.Job, Namespace = target.WithToken ? target.Namespace : WellKnownNamespaces.Monitoring, Labels = Labels.For(target.Job, target.Job, ScrapeTargetsDefaults.Component) },
            Spec = spec,
        }, new CustomResourceOptions { Parent = this });
    }

    private Dictionary<string, object> Endpoint(ScrapeTarget target)
    {
        var relabelings = new List<object> { new Dictionary<string, object> { ["action"] = "replace", ["targetLabel"] = "job", ["replacement"] = target.Job } };
        relabelings.AddRange(target.CopiedLabels.Select(pair => new Dictionary<string, object>
        {
            ["action"] = "replace",
            ["sourceLabels"] = new object[] { pair.Value },
            ["targetLabel"] = pair.Key,
        }));
        var endpoint = new Dictionary<string, object>
        {
            ["path"] = target.Path,
            ["interval"] = Seconds(_args.Spec.ScrapeSeconds),
            ["scrapeTimeout"] = Seconds(Math.Min(_args.Spec.ScrapeSeconds, ScrapeTargetsDefaults.LongestTimeoutSeconds)),
            ["relabelings"] = relabelings,
        };
        if (target.Port.Length > 0)
            endpoint["port"] = target.Port;
        else
            endpoint["portNumber"] = target.PortNumber;
        if (target.HonorLabels)
            endpoint["honorLabels"] = true;
        if (target.WithToken && _args.AssistantTokenSecretName is { } secret)
        {
            endpoint["authorization"] = new Dictionary<string, object>
            {
                ["type"] = "Bearer",
                ["credentials"] = new Dictionary<string, object> { ["name"] = secret.ToOutput(), ["key"] = _args.AssistantTokenKey },
            };
        }
        return endpoint;
    }

    private static string Seconds(int value) => string.Create(CultureInfo.InvariantCulture, $"{value}s");
}
