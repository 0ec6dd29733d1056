using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class AddonsReaderTests
{
    [Fact]
    public void Everything_is_optional() => Assert.Equal((new PlatformAddonsSpec(), []), Read("{}"));

    [Fact]
    public void Reads_every_key()
    {
        var (spec, errors) = Read("""
            {"certManager": "existing", "gpuSupport": "gpuOperator", "bottlerocketNodes": true, "dcgmExporter": "existing", "rook": "install",
             "monitoring": "existing", "prometheusRetentionDays": 30, "prometheusStorageGiB": 200, "storageClass": "gp3",
             "keda": "existing", "metricsServer": "install",
             "nodeScaler": {"kind": "clusterAutoscaler", "clusterName": "c", "region": "eu-central-1"}, "versions": {"keda": "2.20.3"}}
            """);
        Assert.Empty(errors);
        Assert.Equal(
            (AddonSource.Existing, GpuSupport.GpuOperator, true, AddonSource.Existing, AddonSource.Install, AddonSource.Existing),
            (spec.CertManager, spec.Gpus, spec.BottlerocketNodes, spec.DcgmExporter, spec.Rook, spec.Monitoring));
        Assert.Equal(
            (30, 200, "gp3", AddonSource.Existing, AddonSource.Install),
            (spec.PrometheusRetentionDays, spec.PrometheusStorageGiB, spec.StorageClass, spec.Keda, spec.MetricsServer));
        Assert.Equal(new NodeScaler.ClusterAutoscaler("c", "eu-central-1"), spec.NodeScaler);
        Assert.Equal([KeyValuePair.Create("keda", "2.20.3")], spec.Versions);
    }

    [Theory]
    [InlineData("""{"kind": "karpenter", "clusterName": "c"}""", "")]
    [InlineData("""{"kind": "karpenter", "clusterName": "c", "interruptionQueue": "q"}""", "q")]
    public void Reads_karpenter_with_and_without_a_queue(string scaler, string queue)
    {
        var (spec, errors) = Read($$"""{"nodeScaler": {{scaler}}, "gpuSupport": "existing"}""");
        Assert.Empty(errors);
        Assert.Equal(new NodeScaler.Karpenter("c", queue), spec.NodeScaler);
        Assert.Equal(GpuSupport.Existing, spec.Gpus);
    }

    [Fact]
    public void Reads_that_nothing_scales_the_nodes() => Assert.Equal(new NodeScaler.None(), Read("""{"nodeScaler": {"kind": "none"}}""").Spec.NodeScaler);

    [Fact]
    public void Rejects_unknown_choices_keys_and_types_in_one_go() => Assert.Equal(
        [
            "CB1001: clawdbot:addons.keta is not a setting; allowed: certManager, gpuSupport, bottlerocketNodes, dcgmExporter, rook, monitoring, prometheusRetentionDays, prometheusStorageGiB, storageClass, keda, metricsServer, nodeScaler, versions. Did you mean 'keda'? Correct it in file.",
            "CB1004: clawdbot:addons.certManager is 'yes'; allowed: install or existing. Set it in file.",
            "CB1004: clawdbot:addons.gpuSupport is 'devicePlugins'; allowed: devicePlugin or gpuOperator or existing. Did you mean 'devicePlugin'? Set it in file.",
            "CB1003: clawdbot:addons.rook is true; allowed: install or existing. Set it in file.",
            "CB1002: clawdbot:addons.nodeScaler.clusterName is missing; allowed: a text. Set it in file.",
            "CB1001: clawdbot:addons.versions.kedaa is not a setting; allowed: cert-manager, kube-prometheus-stack, keda, nvidia-device-plugin, gpu-operator, dcgm-exporter, rook-ceph, ceph-csi-drivers, cluster-autoscaler, karpenter, metrics-server. Did you mean 'keda'? Correct it in file.",
        ],
        Read("""{"certManager": "yes", "keta": "install", "gpuSupport": "devicePlugins", "rook": true, "nodeScaler": {"kind": "karpenter"}, "versions": {"kedaa": "1.0.0"}}""").Errors);

    private static (PlatformAddonsSpec Spec, string[] Errors) Read(string json)
    {
        List<Diagnostic> errors = [];
        using var document = JsonDocument.Parse(json);
        var spec = AddonsReader.Read(new SettingsObject("clawdbot:addons", document.RootElement, AddonsReader.Keys, "file", errors), onCeph: false);
        return (spec, [.. errors.Select(error => error.ToString())]);
    }
}
