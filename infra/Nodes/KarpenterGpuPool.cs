using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Nodes;

/// <summary>The GPU nodes of one SKU as Karpenter makes them: on demand, one at a time, gone when they have been empty for a while.</summary>
public sealed class KarpenterGpuPool : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:nodes:KarpenterGpuPool";

    private readonly GpuNodePoolSpec _spec;
    private readonly string _objectName;

    /// <summary>Creates the pool.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public KarpenterGpuPool(string name, KarpenterGpuPoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(KarpenterGpuPoolRules.Check(args.Spec, $"KarpenterGpuPool '{name}'", "Change the arguments of the component."));

        _spec = args.Spec;
        _objectName = $"gpu-{_spec.Sku}";
        var nodeClass = new CustomResource($"{name}-class", new SpecifiedObjectArgs("karpenter.k8s.aws/v1", "EC2NodeClass")
        {
            Metadata = Metadata(),
            Spec = NodeClass(args),
        }, Child());
        var after = Child();
        after.DependsOn = nodeClass;
        var pool = new CustomResource($"{name}-pool", new SpecifiedObjectArgs("karpenter.sh/v1", "NodePool") { Metadata = Metadata(), Spec = NodePool() }, after);
        NodePoolName = OutputUtilities.WithDependency(Output.Create(_objectName), pool);
        RegisterOutputs();
    }

    /// <summary>Name of the NodePool.</summary>
    [Output("nodePoolName")]
    public Output<string> NodePoolName { get; private set; }

    private string? ReservationId => _spec.Capacity switch
    {
        GpuCapacity.Reserved reserved => reserved.ReservationId,
        GpuCapacity.CapacityBlock block => block.ReservationId,
        _ => null,
    };

    private CustomResourceOptions Child() => new() { Parent = this };

    private ObjectMetaArgs Metadata() => new() { Name = _objectName, Labels = Labels.For("karpenter", _objectName, "node-pool") };

    private InputMap<object> NodeClass(KarpenterGpuPoolArgs args)
    {
        var spec = new InputMap<object>
        {
            ["amiSelectorTerms"] = List(Map(("alias", _spec.AmiFamily == NodeAmiFamily.Bottlerocket ? GpuNodePoolDefaults.BottlerocketAlias : GpuNodePoolDefaults.AmazonLinuxAlias))),
            ["role"] = args.NodeRoleName.ToOutput().Apply(role => (object)role),
            ["subnetSelectorTerms"] = List(Map(("tags", Map((EksClusterDefaults.DiscoveryTag, _spec.Cluster))))),
            ["securityGroupSelectorTerms"] = args.SecurityGroupId.ToOutput().Apply(id => List(Map(("id", id)))),
            ["metadataOptions"] = Map(
                ("httpEndpoint", "enabled"),
                ("httpProtocolIPv6", "disabled"),
                ("httpPutResponseHopLimit", NodeGroupDefaults.MetadataHops),
                ("httpTokens", "required")),
            ["blockDeviceMappings"] = NodeTemplates.Volumes(_spec.AmiFamily, _spec.Volume).Select(volume => (object)Map(("deviceName", volume.Device), ("ebs", Ebs(volume.Volume)))).ToArray(),
            ["tags"] = EksTags.Of(_spec.Cluster, $"{_spec.Cluster}-{_spec.Sku}").ToDictionary(tag => tag.Key, tag => (object)tag.Value),
        };
        if (ReservationId is { } reservation)
            spec["capacityReservationSelectorTerms"] = List(Map(("id", reservation)));
        return spec;
    }

    private InputMap<object> NodePool() => new()
    {
        ["template"] = Map(
            ("metadata", Map(("labels", Map((Labels.GpuSku, _spec.Sku), (GpuNodePoolDefaults.PresentLabel, "true"))))),
            ("spec", Map(
                ("nodeClassRef", Map(("group", "karpenter.k8s.aws"), ("kind", "EC2NodeClass"), ("name", _objectName))),
                ("requirements", List(
                    In("node.kubernetes.io/instance-type", _spec.Type!.Name),
                    In(Labels.Zone, [.. _spec.Zones]),
                    In("karpenter.sh/capacity-type", _spec.Capacity switch
                    {
                        GpuCapacity.OnDemand => "on-demand",
                        GpuCapacity.Spot => "spot",
                        _ => "reserved",
                    }))),
                ("taints", List(Map(("key", GpuNodePoolDefaults.TaintKey), ("value", GpuNodePoolDefaults.TaintValue), ("effect", "NoSchedule")))),
                ("expireAfter", $"{Text(GpuNodePoolDefaults.ExpireDays * 24)}h"),
                // After that Karpenter kills what still runs, so it is never less than the servers need.
                ("terminationGracePeriod", Seconds(_spec.DrainSeconds + GpuNodePoolDefaults.DrainSlackSeconds))))),
        ["limits"] = Map(("nvidia.com/gpu", Text(_spec.CanStart ? _spec.MaximumNodes * _spec.GpusPerNode : 0))),
        ["disruption"] = Map(
            ("consolidationPolicy", KarpenterGpuPoolDefaults.Consolidation),
            ("consolidateAfter", Seconds(GpuNodePoolDefaults.EmptySeconds)),
            ("budgets", List(Map(("nodes", KarpenterGpuPoolDefaults.DisruptedNodes))))),
    };

    private static Dictionary<string, object> Ebs(NodeVolume volume) => Map(
        ("deleteOnTermination", true),
        ("encrypted", true),
        ("iops", volume.Iops),
        ("throughput", volume.ThroughputMiBps),
        ("volumeSize", $"{Text(volume.SizeGiB)}Gi"),
        ("volumeType", "gp3"));

    private static Dictionary<string, object> In(string key, params object[] values) => Map(("key", key), ("operator", "In"), ("values", values));

    private static Dictionary<string, object> Map(params (string Key, object Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    private static object[] List(params object[] items) => items;

    private static string Seconds(int seconds) => $"{Text(seconds)}s";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
