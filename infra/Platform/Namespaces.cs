using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Platform;

/// <summary>
/// The namespaces of the system: each with its Pod Security level, and, unless it says otherwise, all traffic denied until a component
/// opens a path, DNS where wanted.
/// </summary>
public sealed class Namespaces : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:platform:Namespaces";

    private static readonly string[] PodSecurityModes = ["enforce", "audit", "warn"];

    private readonly ImmutableDictionary<string, Output<string>> _names;

    /// <summary>Creates the namespaces.</summary>
    /// <param name="name">Logical name; children are named after it and their namespace.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public Namespaces(string name, NamespacesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(NamespacesRules.Check(args.Items, $"Namespaces '{name}'", "Change the arguments of the component."));

        _names = args.Items.ToImmutableDictionary(item => item.Name, item => Create($"{name}-{item.Name}", item));
        Names = Output.All(args.Items.Select(item => _names[item.Name]));
        RegisterOutputs();
    }

    /// <summary>Names of the namespaces, in the order of the arguments.</summary>
    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; }

    /// <summary>The name of one of the namespaces, carrying the dependency on it and its policies: what uses the result waits for them.</summary>
    /// <exception cref="ArgumentException">This component has no such namespace.</exception>
    public Output<string> NameOf(string name) =>
        _names.TryGetValue(name, out var output)
            ? output
            : throw new ArgumentException($"No namespace '{name}' here; there are: {string.Join(", ", _names.Keys.Order(StringComparer.Ordinal))}.", nameof(name));

    private CustomResourceOptions Child() => new() { Parent = this };

    private Output<string> Create(string prefix, NamespaceDefinition definition)
    {
        var options = Child();
        options.RetainOnDelete = definition.KeepOnDestroy ? true : null;
        var space = new Namespace(prefix, new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = definition.Name,
                Labels = Labels.For(definition.Name, definition.Name, "namespace").Concat(PodSecurityLabels(definition.PodSecurity)).ToDictionary(),
            },
        }, options);
        // The name is chosen here, so it is known before the cluster answers; only the dependency has to travel with it.
        var known = OutputUtilities.WithDependency(Output.Create(definition.Name), space);

        // A pod that is there before the first policy could connect to anything, so the name that others wait for comes after the policies.
        var ready = known;
        if (definition.DefaultDeny)
        {
            ready = OutputUtilities.WithDependency(ready, new NetworkPolicy($"{prefix}-default-deny", new NetworkPolicyArgs
            {
                Metadata = Metadata("default-deny", known),
                Spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs(), PolicyTypes = { "Ingress", "Egress" } },
            }, Child()));
        }
        if (definition.AllowDns)
            ready = OutputUtilities.WithDependency(ready, new NetworkPolicy($"{prefix}-allow-dns", new NetworkPolicyArgs { Metadata = Metadata("allow-dns", known), Spec = DnsEgress() }, Child()));
        return ready;
    }

    private static IEnumerable<KeyValuePair<string, string>> PodSecurityLabels(PodSecurityLevel level) =>
        PodSecurityModes.SelectMany(mode => new KeyValuePair<string, string>[]
        {
            new($"pod-security.kubernetes.io/{mode}", NamespacesDefaults.PodSecurityLabel(level)),
            new($"pod-security.kubernetes.io/{mode}-version", NamespacesDefaults.PodSecurityVersion),
        });

    private static ObjectMetaArgs Metadata(string policy, Output<string> space) => new()
    {
        Name = policy,
        Namespace = space,
        Labels = Labels.For(policy, policy, "network-policy"),
    };

    private static NetworkPolicySpecArgs DnsEgress() => new()
    {
        PodSelector = new LabelSelectorArgs(),
        PolicyTypes = { "Egress" },
        Egress =
        {
            new NetworkPolicyEgressRuleArgs
            {
                To =
                {
                    new NetworkPolicyPeerArgs
                    {
                        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [Labels.NamespaceName] = NamespacesDefaults.DnsNamespace } },
                        PodSelector = new LabelSelectorArgs { MatchLabels = { [NamespacesDefaults.DnsLabelKey] = NamespacesDefaults.DnsLabelValue } },
                    },
                },
                Ports =
                {
                    new NetworkPolicyPortArgs { Protocol = "UDP", Port = NamespacesDefaults.DnsPort },
                    new NetworkPolicyPortArgs { Protocol = "TCP", Port = NamespacesDefaults.DnsPort },
                },
            },
        },
    };
}
