using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class PlatformAddonsTests
{
    private const string ReleaseType = "kubernetes:helm.sh/v3:Release";

    private static PlatformAddonsSpec Everything { get; } = new()
    {
        Rook = AddonSource.Install,
        MetricsServer = AddonSource.Install,
        NodeScaler = new NodeScaler.ClusterAutoscaler("clawdbot-prod", "eu-central-1"),
    };

    [Fact]
    public async Task Everything_is_installed_from_its_own_repository_in_an_exact_version_and_place()
    {
        PlatformAddons? addons = null;
        var mocks = await Run.Program(() => addons = Create(Everything));
        Assert.Equal(
            [
                "ceph-csi-drivers 1.0.4 https://ceph.github.io/ceph-csi-operator -> rook-ceph",
                "cert-manager v1.21.2 https://charts.jetstack.io -> cert-manager",
                "cluster-autoscaler 9.59.0 https://kubernetes.github.io/autoscaler -> kube-system",
                "dcgm-exporter 4.8.3 https://nvidia.github.io/dcgm-exporter/helm-charts -> node-agents",
                "keda 2.20.2 https://kedacore.github.io/charts -> keda",
                "kube-prometheus-stack 88.6.4 https://prometheus-community.github.io/helm-charts -> monitoring",
                "metrics-server 3.13.0 https://kubernetes-sigs.github.io/metrics-server/ -> kube-system",
                "nvidia-device-plugin 0.20.0 https://nvidia.github.io/k8s-device-plugin -> node-agents",
                "rook-ceph v1.20.6 https://charts.rook.io/release -> rook-ceph",
            ],
            Releases(mocks).Select(release => $"{release["name"]} {release["version"]} {release["repositoryOpts"]!["repo"]} -> {release["namespace"]}"));
        Assert.Equal(
            ["cert-manager", "kube-prometheus-stack", "metrics-server", "keda", "nvidia-device-plugin", "dcgm-exporter", "rook-ceph", "ceph-csi-drivers", "cluster-autoscaler"],
            (await OutputUtilities.GetValueAsync(addons!.Releases)).AsEnumerable());
    }

    [Fact]
    public async Task Each_release_is_complete_or_taken_back() => Assert.All(Releases(await Run.Program(() => Create(Everything))), release =>
    {
        Assert.True((bool)release["atomic"]!);
        Assert.True((bool)release["cleanupOnFail"]!);
        Assert.False((bool)release["createNamespace"]!);
        Assert.Equal(900, (double)release["timeout"]!);
        Assert.Equal(5, (double)release["maxHistory"]!);
    });

    [Fact]
    public async Task Each_namespace_has_the_tightest_pod_security_that_its_pods_pass()
    {
        var mocks = await Run.Program(() => Create(Everything));
        Assert.Equal(
            ["cert-manager restricted", "keda restricted", "monitoring baseline", "node-agents privileged", "rook-ceph privileged"],
            mocks.Resources.Where(resource => resource.Type == "kubernetes:core/v1:Namespace")
                .Select(space => $"{space.Inputs["metadata"]!["name"]} {space.Inputs["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]}"));
    }

    [Fact]
    public async Task What_the_cluster_has_is_left_alone()
    {
        PlatformAddons? addons = null;
        var mocks = await Run.Program(() => addons = Create(new PlatformAddonsSpec
        {
            CertManager = AddonSource.Existing,
            Gpus = GpuSupport.Existing,
            DcgmExporter = AddonSource.Existing,
            Monitoring = AddonSource.Existing,
            Keda = AddonSource.Existing,
        }));
        Assert.Equal(
            ["clawdbot:platform:PlatformAddons", "kubernetes:scheduling.k8s.io/v1:PriorityClass", "kubernetes:scheduling.k8s.io/v1:PriorityClass", "kubernetes:scheduling.k8s.io/v1:PriorityClass"],
            mocks.Resources.Select(resource => resource.Type));
        Assert.All(PlatformCharts.Names, name => Assert.Null(addons!.ReleaseOf(name)));
    }

    [Fact]
    public async Task What_needs_definitions_can_wait_for_the_release_that_brings_them()
    {
        PlatformAddons? addons = null;
        await Run.Program(() => addons = Create(Everything));
        Assert.NotNull(addons!.ReleaseOf(PlatformCharts.CertManager));
        Assert.Null(addons.ReleaseOf(PlatformCharts.Karpenter));
    }

    [Fact]
    public async Task Only_jobs_never_push_other_pods_out() => Assert.Equal(
        ["clawdbot-batch -100 Never", "clawdbot-critical 1000000 PreemptLowerPriority", "clawdbot-serving 100000 PreemptLowerPriority"],
        (await Run.Program(() => Create(Everything))).Resources.Where(resource => resource.Type == "kubernetes:scheduling.k8s.io/v1:PriorityClass")
            .Select(resource => $"{resource.Inputs["metadata"]!["name"]} {resource.Inputs["value"]} {resource.Inputs["preemptionPolicy"]}"));

    [Fact]
    public async Task The_name_of_a_class_carries_the_dependency_on_it()
    {
        PlatformAddons? addons = null;
        await Run.Program(() => addons = Create(Everything));
        Assert.Equal("clawdbot-serving", await OutputUtilities.GetValueAsync(addons!.PriorityClassName(PriorityClasses.Serving)));
        Assert.Equal(["addons-clawdbot-serving"], (await OutputUtilities.GetDependenciesAsync(addons.PriorityClassName(PriorityClasses.Serving))).Select(resource => resource.GetResourceName()));
    }

    /// <summary>A new EKS cluster has no default class: the claims of Prometheus would wait for ever.</summary>
    [Fact]
    public async Task On_ebs_there_is_an_encrypted_default_class_and_elsewhere_the_owner_has_one()
    {
        var storage = (await Run.Program(() => Create(Everything with { BlockStorage = BlockStorage.Ebs }))).Only("kubernetes:storage.k8s.io/v1:StorageClass").Inputs;
        Assert.Equal("gp3", (string?)storage["metadata"]!["name"]);
        Assert.Equal("true", (string?)storage["metadata"]!["annotations"]!["storageclass.kubernetes.io/is-default-class"]);
        Assert.Equal("""{"encrypted":"true","type":"gp3"}""", storage["parameters"]!.ToJsonString());
        Assert.Equal(("ebs.csi.aws.com", "WaitForFirstConsumer", true), ((string?)storage["provisioner"], (string?)storage["volumeBindingMode"], (bool)storage["allowVolumeExpansion"]!));
        Assert.DoesNotContain((await Run.Program(() => Create(Everything))).Resources, resource => resource.Type == "kubernetes:storage.k8s.io/v1:StorageClass");
    }

    [Fact]
    public async Task Prometheus_reads_all_monitors_and_never_fills_its_volume()
    {
        var values = await Values(new PlatformAddonsSpec { PrometheusStorageGiB = 100, PrometheusRetentionDays = 30, StorageClass = "gp3" }, PlatformCharts.Monitoring);
        var prometheus = values["prometheus"]!["prometheusSpec"]!;
        Assert.All(["serviceMonitor", "podMonitor", "rule", "probe", "scrapeConfig"], kind => Assert.False((bool)prometheus[$"{kind}SelectorNilUsesHelmValues"]!));
        Assert.Equal(("30d", "85GB"), ((string?)prometheus["retention"], (string?)prometheus["retentionSize"]));
        Assert.Equal(
            """{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"100Gi"}},"storageClassName":"gp3"}""",
            prometheus["storageSpec"]!["volumeClaimTemplate"]!["spec"]!.ToJsonString());
        Assert.Contains("clawdbot.dev/pool", values["kube-state-metrics"]!["metricLabelsAllowlist"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("node-agents", (string?)values["prometheus-node-exporter"]!["namespaceOverride"]);
    }

    [Fact]
    public async Task No_password_stands_in_values_and_that_of_grafana_is_random_and_secret()
    {
        var mocks = await Run.Program(() => Create(Everything));
        Assert.All(Releases(mocks), release => Assert.DoesNotContain("assword\":\"", release["values"]!.ToJsonString().Replace("passwordKey", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal("grafana-admin", (string?)mocks.Only("kubernetes:core/v1:Secret").Inputs["metadata"]!["name"]);
        Assert.Equal(32, (double)mocks.Only("random:index/randomPassword:RandomPassword").Inputs["length"]!);
        Assert.Equal("grafana-admin", (string?)(await Values(Everything, PlatformCharts.Monitoring))["grafana"]!["admin"]!["existingSecret"]);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("alertmanager-clawdbot", "alertmanager-clawdbot", true)]
    public async Task Alertmanager_takes_its_configuration_from_an_existing_secret(string secret, string? configured, bool? existing)
    {
        var alertmanager = (await Values(new PlatformAddonsSpec { AlertmanagerSecret = secret }, PlatformCharts.Monitoring))["alertmanager"]!["alertmanagerSpec"]!;
        Assert.Equal(configured, (string?)alertmanager["configSecret"]);
        Assert.Equal(existing, (bool?)alertmanager["useExistingSecret"]);
    }

    [Fact]
    public async Task Gpu_agents_run_on_gpu_nodes_only_and_tolerate_their_taint()
    {
        foreach (var chart in new[] { PlatformCharts.DevicePlugin, PlatformCharts.DcgmExporter })
        {
            var values = await Values(Everything, chart);
            Assert.Contains("""{"key":"clawdbot.dev/gpu-sku","operator":"Exists"}""", values["affinity"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal("""[{"effect":"NoSchedule","key":"nvidia.com/gpu","operator":"Exists"}]""", values["tolerations"]!.ToJsonString());
        }
        Assert.Contains("nvidia.com/gpu", (await Values(Everything, PlatformCharts.CsiDrivers))["operatorConfig"]!["driverSpecDefaults"]!["nodePlugin"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gpu_operator_leaves_driver_toolkit_and_exporter_to_others()
    {
        var values = await Values(new PlatformAddonsSpec { Gpus = GpuSupport.GpuOperator }, PlatformCharts.GpuOperator);
        Assert.All(["driver", "toolkit", "dcgmExporter"], part => Assert.False((bool)values[part]!["enabled"]!));
    }

    [Theory]
    [InlineData("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL")]
    [InlineData("DCGM_FI_DEV_THERMAL_VIOLATION")]
    [InlineData("DCGM_FI_DEV_POWER_VIOLATION")]
    [InlineData("DCGM_EXP_XID_ERRORS_COUNT")]
    public async Task The_exporter_has_the_counters_that_its_own_list_lacks(string counter)
    {
        var values = await Values(Everything, PlatformCharts.DcgmExporter);
        Assert.Contains($"{counter}, ", (string)values["customMetrics"]!, StringComparison.Ordinal);
        Assert.False((bool)values["serviceMonitor"]!["enabled"]!);
    }

    [Fact]
    public async Task The_node_autoscaler_lets_the_longest_drain_end()
    {
        var values = await Values(Everything, PlatformCharts.ClusterAutoscaler);
        var longest = new DrainBudget(ModelPoolDefaults.PreStopSeconds, ModelPoolDefaults.DrainSeconds.Maximum, ModelPoolDefaults.ShutdownSlackSeconds);
        Assert.Equal(longest.GracePeriodSeconds, int.Parse((string)values["extraArgs"]!["max-graceful-termination-sec"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("clawdbot-prod", (string?)values["autoDiscovery"]!["clusterName"]);
    }

    [Fact]
    public async Task Karpenter_comes_from_its_registry_without_a_repository()
    {
        var release = Assert.Single(Releases(await Run.Program(() => Create(new PlatformAddonsSpec { NodeScaler = new NodeScaler.Karpenter("c", "q") }))), release => (string?)release["name"] == "karpenter");
        Assert.Equal("oci://public.ecr.aws/karpenter/karpenter", (string?)release["chart"]);
        Assert.Null(release["repositoryOpts"]);
        Assert.Equal("""{"clusterName":"c","featureGates":{"nodeRepair":true,"reservedCapacity":true},"interruptionQueue":"q"}""", release["values"]!["settings"]!.ToJsonString());
    }

    [Fact]
    public void Another_version_replaces_the_pinned_one() =>
        Assert.Equal("2.20.3", Assert.Single(new PlatformAddonsSpec { Versions = new PlatformAddonsSpec().Versions.Add("keda", "2.20.3") }.Charts, chart => chart.Name == "keda").Version);

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Equal(
            "CB2002: PlatformAddons 'addons'.prometheusStorageGiB is 1; allowed: 10 to 16384. Change the arguments of the component.",
            Assert.Throws<DiagnosticException>(() => Create(new PlatformAddonsSpec { PrometheusStorageGiB = 1 })).Message));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static PlatformAddons Create(PlatformAddonsSpec spec) => new("addons", new PlatformAddonsArgs { Spec = spec });

    private static IEnumerable<JsonObject> Releases(RecordingMocks mocks) => mocks.Resources.Where(resource => resource.Type == ReleaseType).Select(resource => resource.Inputs);

    private static async Task<JsonNode> Values(PlatformAddonsSpec spec, string release) =>
        Assert.Single(Releases(await Run.Program(() => Create(spec))), inputs => (string?)inputs["name"] == release)["values"]!;
}
