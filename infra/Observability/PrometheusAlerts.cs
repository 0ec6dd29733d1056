using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Observability;

/// <summary>
/// The alerts of the system as objects of the Prometheus operator, one for each group, with thresholds from the plan; and the
/// configuration of Alertmanager, as the Secret that its <c>configSecret</c> names.
/// </summary>
public sealed class PrometheusAlerts : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:observability:PrometheusAlerts";

    private readonly PrometheusAlertsArgs _args;

    /// <summary>Creates the rules and the configuration.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Which alerts, and who is told.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here, and the operator's kinds must exist before.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public PrometheusAlerts(string name, PrometheusAlertsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(PrometheusAlertsRules.Check(args.Spec, $"PrometheusAlerts '{name}'", "Change the arguments of the component."));

        _args = args;
        var spec = args.Spec;
        var groups = AlertCatalog.For(spec.Plan);
        foreach (var group in groups)
        {
            _ = new CustomResource($"{name}-{group.Name}", new SpecifiedObjectArgs("monitoring.coreos.com/v1", "PrometheusRule")
            {
                Metadata = Metadata(group.Name),
                Spec = RuleFile.Spec([group], spec.RunbookBaseUrl),
            }, Child());
        }
        RoutingSecretName = spec.Plan.HasAlertmanager ? CreateRouting($"{name}-routing", spec.Routing) : Output.Create("");
        Alerts = Output.Create(groups.SelectMany(group => group.Rules).Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray());
        RegisterOutputs();
    }

    /// <summary>Names of the alerts, each once, in ordinal order.</summary>
    [Output("alerts")]
    public Output<ImmutableArray<string>> Alerts { get; private set; }

    /// <summary>Name of the Secret with Alertmanager's configuration; empty without Alertmanager.</summary>
    [Output("routingSecretName")]
    public Output<string> RoutingSecretName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private ObjectMetaArgs Metadata(string objectName)
    {
        var labels = Labels.For(objectName, objectName, PrometheusAlertsDefaults.Component);
        labels[PrometheusAlertsDefaults.ReleaseLabel] = _args.Spec.Release;
        return new ObjectMetaArgs { Name = objectName, Namespace = _args.Namespace, Labels = labels };
    }

    private Output<string> CreateRouting(string logicalName, AlertRoutingSpec routing)
    {
        var secret = new Secret(logicalName, new SecretArgs
        {
            Metadata = Metadata(PrometheusAlertsDefaults.RoutingSecret),
            StringData = { [PrometheusAlertsDefaults.RoutingKey] = AlertRouting.Configuration(routing) },
            Type = "Opaque",
        }, Child());
        return OutputUtilities.WithDependency(Output.Create(PrometheusAlertsDefaults.RoutingSecret), secret);
    }
}
