using System.Globalization;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Rules for <see cref="GpuNodePoolSpec"/>.</summary>
public static class GpuNodePoolRules
{
    /// <summary>All mistakes in the nodes of a managed node group.</summary>
    /// <param name="spec">The nodes.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GpuNodePoolSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.AddRange(CheckNodes(spec, subject, remedy));
        if (spec.Autoscaler is NodeAutoscaler.Karpenter)
            findings.Add(NodesDiagnosticIds.WrongAutoscaler, "autoscaler", "'karpenter'", "'none' or 'clusterAutoscaler'", "Karpenter starts its nodes without node groups.");
        if (spec.DrainSeconds > NodeGroupDefaults.EvictionSeconds)
        {
            findings.Add(NodesDiagnosticIds.DrainTooLong, "drainSeconds", Text(spec.DrainSeconds), $"at most {Text(NodeGroupDefaults.EvictionSeconds)}: EKS gives up an update when a node is not empty by then",
                "Lower the drainSeconds of its pools.");
        }
        return findings.Diagnostics;
    }

    /// <summary>All mistakes that do not depend on who starts the nodes.</summary>
    /// <param name="spec">The nodes.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckNodes(GpuNodePoolSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!AwsNames.IsRegion(spec.Region))
            findings.Add(NodesDiagnosticIds.InvalidRegion, "region", $"'{spec.Region}'", "an AWS region, as eu-central-1");
        else
            EksClusterRules.CheckZones(spec.Zones, spec.Region, GpuNodePoolDefaults.Zones.Minimum, GpuNodePoolDefaults.Zones.Maximum, findings);
        if (GpuCatalog.Find(spec.Sku) is null)
            findings.OneOf(DiagnosticIds.UnknownGpuSku, "sku", spec.Sku, GpuCatalog.Names);
        else
            CheckType(spec, findings);
        CheckCounts(spec, findings);
        CheckCapacity(spec, findings);
        findings.AddRange(spec.Volume.Check($"{subject}.volume", remedy));
        return findings.Diagnostics;
    }

    private static void CheckType(GpuNodePoolSpec spec, Findings findings)
    {
        var candidates = spec.Candidates.Select(type => type.Name).ToList();
        if (spec.InstanceType is null && candidates.Count == 0)
        {
            var sizes = AwsInstances.WithGpu(spec.Sku).Select(type => type.Gpus).Distinct().Select(Text).ToList();
            if (sizes.Count == 0)
                findings.Add(NodesDiagnosticIds.UnknownInstanceType, "sku", $"'{spec.Sku}'", string.Join(", ", AwsInstances.All.Select(type => type.Sku).Distinct()), "AWS does not offer this card.");
            else
                findings.Add(NodesDiagnosticIds.UnknownInstanceType, "gpusPerNode", Text(spec.GpusPerNode), $"{string.Join(" or ", sizes)}, as AWS offers {spec.Sku}");
            return;
        }
        if (spec.Type is not { } type)
        {
            var names = candidates.Count > 0 ? candidates : AwsInstances.All.Select(known => known.Name).ToList();
            findings.OneOf(NodesDiagnosticIds.UnknownInstanceType, "instanceType", spec.InstanceType!, names);
            return;
        }
        if (type.Sku != spec.Sku || type.Gpus != spec.GpusPerNode)
        {
            findings.Add(NodesDiagnosticIds.WrongInstanceType, "instanceType", $"'{type.Name}', which has {Text(type.Gpus)} x {type.Sku}",
                candidates.Count > 0 ? $"a type with {Text(spec.GpusPerNode)} x {spec.Sku}: {string.Join(", ", candidates)}" : $"a type with {spec.Sku}, its GPUs as gpusPerNode");
        }
        else if (!spec.HoldsServers(type))
        {
            var larger = spec.Candidates.Where(spec.HoldsServers).Select(candidate => candidate.Name).ToList();
            findings.Add(NodesDiagnosticIds.WrongInstanceType, "instanceType",
                $"'{type.Name}', which leaves servers {Text(GpuNodePoolDefaults.UsableCpu(type))} cores and {Text(GpuNodePoolDefaults.UsableMemoryGiB(type))} GiB",
                $"a type that leaves {Text(spec.ServersCpu)} cores and {Text(spec.ServersMemoryGiB)} GiB: {(larger.Count == 0 ? "none has it; lower cpu or memoryGiB of its pools" : string.Join(", ", larger))}");
        }
    }

    private static void CheckCounts(GpuNodePoolSpec spec, Findings findings)
    {
        var found = findings.Diagnostics.Count;
        findings.InRange("count", spec.Count, GpuNodePoolDefaults.Nodes);
        if (spec.Minimum is { } minimum)
            findings.InRange("minimum", minimum, GpuNodePoolDefaults.MinimumRange);
        if (spec.Maximum is { } maximum)
            findings.InRange("maximum", maximum, GpuNodePoolDefaults.Nodes);
        // Numbers that cannot be are not compared as well.
        if (findings.Diagnostics.Count > found)
            return;
        if (spec.Minimum > spec.Count)
            findings.Add(NodesDiagnosticIds.ContradictoryCounts, "minimum", Text(spec.Minimum.Value), $"at most count, which is {Text(spec.Count)}");
        if (spec.Maximum < spec.Count)
            findings.Add(NodesDiagnosticIds.ContradictoryCounts, "maximum", Text(spec.Maximum.Value), $"at least count, which is {Text(spec.Count)}");
        if (spec.Autoscaler is NodeAutoscaler.None && (spec.Minimum ?? spec.Count) != (spec.Maximum ?? spec.Count))
            findings.Add(NodesDiagnosticIds.ContradictoryCounts, "maximum", Text(spec.MaximumNodes), $"{Text(spec.Minimum ?? spec.Count)}, because cluster.autoscaler is 'none' and nothing would change the number");
        if (spec.Autoscaler is NodeAutoscaler.Karpenter && spec.Minimum is > 0)
            findings.Add(NodesDiagnosticIds.ContradictoryCounts, "minimum", Text(spec.Minimum.Value), "nothing, because cluster.autoscaler is 'karpenter', which keeps nodes only for pods that run");
    }

    private static void CheckCapacity(GpuNodePoolSpec spec, Findings findings)
    {
        var reservation = spec.Capacity switch
        {
            GpuCapacity.Reserved reserved => reserved.ReservationId,
            GpuCapacity.CapacityBlock block => block.ReservationId,
            _ => null,
        };
        if (reservation is not null && !AwsNames.IsReservation(reservation))
            findings.Add(NodesDiagnosticIds.InvalidReservation, "capacity.reservation", $"'{reservation}'", "cr- and 17 hexadecimal digits, see `aws ec2 describe-capacity-reservations`");
        var zones = spec.Zones.IsDefault ? [] : spec.Zones;
        if (spec.Capacity is GpuCapacity.Reserved && zones.Length > 1)
            findings.Add(NodesDiagnosticIds.InvalidReservation, "zones", string.Join(", ", zones), "the one zone of capacity.reservation: a reservation holds in its own zone only");
        if (spec.Capacity is GpuCapacity.CapacityBlock { Zone: var zone } && (zones.Length != 1 || zones[0] != zone))
            findings.Add(NodesDiagnosticIds.InvalidReservation, "zones", string.Join(", ", zones), $"only '{zone}', as capacity.zone: a capacity block holds in its own zone only");
        if (spec.Capacity is GpuCapacity.CapacityBlock && spec.Autoscaler is NodeAutoscaler.ClusterAutoscaler)
            findings.Add(NodesDiagnosticIds.WrongAutoscaler, "capacity", "a capacity block", "onDemand, spot or reserved with cluster.autoscaler 'clusterAutoscaler'", "It would try to start nodes before and after the block.");
        if (spec.Type is { PricePerHour: null } type && (spec.Capacity is GpuCapacity.OnDemand or GpuCapacity.Spot))
            findings.Add(NodesDiagnosticIds.InvalidReservation, "capacity", "onDemand or spot", $"reserved or capacityBlock: AWS does not sell {type.Name} by the hour");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
