using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability.Panels;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Observability;

/// <summary>The dashboards of a plan as ConfigMaps, which Grafana's sidecar loads without a restart.</summary>
public sealed class Dashboards : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:observability:Dashboards";

    /// <summary>Creates the dashboards.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Which dashboards.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public Dashboards(string name, DashboardsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(DashboardsRules.Check(args.Spec, $"Dashboards '{name}'", "Change the arguments of the component."));

        var dashboards = DashboardCatalog.For(args.Spec.Plan);
        foreach (var dashboard in dashboards)
        {
            var labels = Labels.For(dashboard.Uid, dashboard.Uid, DashboardsDefaults.Component);
            labels[DashboardsDefaults.SidecarLabel] = DashboardsDefaults.SidecarValue;
            _ = new ConfigMap($"{name}-{dashboard.Name}", new ConfigMapArgs
            {
                Metadata = new ObjectMetaArgs { Name = $"{dashboard.Uid}-dashboard", Namespace = args.Namespace, Labels = labels },
                // The sidecar writes all files of all ConfigMaps into one folder, so their names must differ.
                Data = { [$"{dashboard.Uid}.json"] = DashboardJson.Text(dashboard, args.Spec) },
            }, new CustomResourceOptions { Parent = this });
        }
        Uids = Output.Create(dashboards.Select(dashboard => dashboard.Uid).ToImmutableArray());
        RegisterOutputs();
    }

    /// <summary>Identities in Grafana: the address of a dashboard is <c>/d/UID</c>.</summary>
    [Output("uids")]
    public Output<ImmutableArray<string>> Uids { get; private set; }
}
