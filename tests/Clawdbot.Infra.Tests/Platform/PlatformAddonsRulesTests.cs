using System.Collections.Immutable;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class PlatformAddonsRulesTests
{
    [Fact]
    public void Accepts_the_defaults() => Assert.Empty(Check(new PlatformAddonsSpec()));

    [Fact]
    public void Accepts_a_cluster_that_has_everything_whatever_the_unused_settings_say() => Assert.Empty(Check(Existing with
    {
        GpuCounterList = "nonsense",
        PrometheusRetentionDays = 0,
        BottlerocketNodes = true,
    }));

    [Fact]
    public void Accepts_other_exact_versions() => Assert.Empty(Check(With(("keda", "2.20.3"), ("cert-manager", "v1.21.3-beta.1"))));

    [Fact]
    public void Rejects_a_second_device_plugin_on_bottlerocket() => Rejects(
        new PlatformAddonsSpec { BottlerocketNodes = true },
        "CB2730: addons.gpuSupport is 'devicePlugin' with bottlerocketNodes true; allowed: 'existing'. NVIDIA's images of Bottlerocket contain the plugin, and two of them offer each GPU twice. Change it.");

    [Theory]
    [InlineData("2.20")]
    [InlineData("^2.20.2")]
    [InlineData("2.20.x")]
    [InlineData(">=2.20.2")]
    [InlineData("")]
    public void Rejects_a_version_that_is_not_exact(string version) => Rejects(
        With(("keda", version)),
        $"CB2731: addons.versions.keda is '{version}'; allowed: an exact version such as 1.2.3 or v1.2.3. A range installs another chart one day. Change it.");

    [Fact]
    public void Rejects_a_version_of_a_chart_that_nobody_installs() => Rejects(
        With(("kedaa", "1.0.0")),
        "CB1004: addons.versions is 'kedaa'; allowed: cert-manager, kube-prometheus-stack, keda, nvidia-device-plugin, gpu-operator, dcgm-exporter, rook-ceph, ceph-csi-drivers, cluster-autoscaler, karpenter, metrics-server. Did you mean 'keda'? Change it.");

    [Fact]
    public void Rejects_counters_that_the_exporter_cannot_read() => Rejects(
        new PlatformAddonsSpec { GpuCounterList = "# comment\n\nDCGM_FI_DEV_GPU_TEMP, gauge, Temperature\nDCGM_FI_DEV_FB_USED gauge\nDCGM_FI_DEV_XID_ERRORS, gage, XID\nDCGM_FI_DEV_GPU_TEMP, gauge, Again" },
        "CB2732: addons.gpuCounters line 4 is 'DCGM_FI_DEV_FB_USED gauge'; allowed: a DCGM field, one of gauge, counter, histogram, label, and a help text, separated by commas. Change it.",
        "CB2732: addons.gpuCounters line 5 is 'DCGM_FI_DEV_XID_ERRORS, gage, XID'; allowed: a DCGM field, one of gauge, counter, histogram, label, and a help text, separated by commas. Change it.",
        "CB2732: addons.gpuCounters line 6 is DCGM_FI_DEV_GPU_TEMP again; allowed: each field once. Change it.");

    [Fact]
    public void Rejects_an_exporter_without_counters() => Rejects(
        new PlatformAddonsSpec { GpuCounterList = "# nothing\n" },
        "CB2732: addons.gpuCounters is empty; allowed: at least one line. Change it.");

    [Fact]
    public void Rejects_more_days_than_the_volume_holds() => Rejects(
        new PlatformAddonsSpec { PrometheusRetentionDays = 22, PrometheusStorageGiB = 50 },
        "CB2733: addons.prometheusRetentionDays is 22; allowed: at most 21 with prometheusStorageGiB 50, at 2 GiB a day and 85 % of the volume. Change it.");

    [Fact]
    public void Rejects_numbers_and_names_out_of_range() => Rejects(
        new PlatformAddonsSpec { PrometheusRetentionDays = 0, PrometheusStorageGiB = 20000, StorageClass = "GP3", AlertmanagerSecret = "a_b" },
        "CB2002: addons.prometheusRetentionDays is 0; allowed: 1 to 365. Change it.",
        "CB2002: addons.prometheusStorageGiB is 20000; allowed: 10 to 16384. Change it.",
        "CB2001: addons.storageClass is 'GP3'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit. Change it.",
        "CB2001: addons.alertmanagerSecret is 'a_b'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit. Change it.");

    [Fact]
    public void Rejects_a_node_autoscaler_that_does_not_know_its_cluster()
    {
        Rejects(
            new PlatformAddonsSpec { NodeScaler = new NodeScaler.ClusterAutoscaler("", "") },
            "CB2734: addons.nodeScaler.clusterName is empty; allowed: the name of the EKS cluster. Change it.",
            "CB2734: addons.nodeScaler.region is empty; allowed: the AWS region of the cluster. Change it.");
        Rejects(
            new PlatformAddonsSpec { NodeScaler = new NodeScaler.Karpenter("", "") },
            "CB2734: addons.nodeScaler.clusterName is empty; allowed: the name of the EKS cluster. Change it.");
    }

    private static PlatformAddonsSpec Existing { get; } = new()
    {
        CertManager = AddonSource.Existing,
        Gpus = GpuSupport.Existing,
        DcgmExporter = AddonSource.Existing,
        Monitoring = AddonSource.Existing,
        Keda = AddonSource.Existing,
    };

    private static PlatformAddonsSpec With(params (string Name, string Version)[] versions) =>
        new() { Versions = versions.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Version) };

    private static string[] Check(PlatformAddonsSpec spec) => PlatformAddonsRules.Check(spec, "addons", "Change it.").Lines();

    private static void Rejects(PlatformAddonsSpec spec, params string[] messages) => Assert.Equal(messages, Check(spec));
}
