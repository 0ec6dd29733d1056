using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Takes from the settings what alerts, dashboards and scrape targets depend on.</summary>
internal static class AlertingPlanner
{
    internal static PrometheusAlertsSpec Plan(StackSettings settings)
    {
        var alerting = settings.Alerting;
        var onCluster = settings.Cluster is not ClusterTarget.Docker;
        return new PrometheusAlertsSpec
        {
            RunbookBaseUrl = alerting.RunbookBaseUrl,
            Release = alerting.Release,
            Routing = alerting.Routing,
            Plan = new AlertingPlan
            {
                Pools = [.. settings.Pools.Select(pool => Pool(settings, pool))],
                Gpus = onCluster ? AlertingPools.GpusOf(settings.Pools) : [],
                GpuCounters = settings.Addons?.DcgmExporter == AddonSource.Install ? [.. PrometheusAlertsDefaults.OptionalGpuCounters] : alerting.GpuCounters,
                OnKubernetes = onCluster,
                HasAlertmanager = onCluster,
                Gateway = new AlertedGateway { Objective = alerting.Objective, QueueLimit = settings.Gateway.Queue, Concurrency = settings.Gateway.InFlight },
                Etcd = settings.Etcd is { } etcd
                    ? new AlertedEtcd { Members = etcd.Members, QuotaMiB = etcd.QuotaMiB, BackupPeriodSeconds = BackupSeconds(etcd.Backup) }
                    : null,
                Storage = Storage(settings),
                HasModelLoader = settings.ModelSource is not null,
                CertificateHorizonDays = onCluster ? alerting.CertificateHorizonDays : null,
                ScrapeSeconds = alerting.ScrapeSeconds,
                Assistant = new AlertedAssistant { MemoryMiB = settings.Assistant.MemoryMiB, HasMetrics = settings.Assistant.Metrics },
            },
        };
    }

    internal static DashboardsSpec Dashboards(StackSettings settings)
    {
        var alerts = Plan(settings);
        return new DashboardsSpec { Plan = alerts.Plan, RunbookBaseUrl = alerts.RunbookBaseUrl };
    }

    private static int? BackupSeconds(EtcdBackup backup) => backup switch
    {
        EtcdBackup.Claim claim => EtcdSchedule.LongestGapSeconds(claim.Schedule),
        EtcdBackup.S3 bucket => EtcdSchedule.LongestGapSeconds(bucket.Schedule),
        _ => null,
    };

    internal static ScrapeTargetsSpec Targets(StackSettings settings) => new()
    {
        Gateway = true,
        Etcd = settings.Etcd is not null,
        Assistant = settings.Assistant.Metrics,
        GpuExporterNamespace = WellKnownNamespaces.NodeAgents,
        Ceph = settings.ModelStorage is ModelVolume.CephFs,
        CertManager = true,
        Keda = !settings.Scalers.IsEmpty,
        ScrapeSeconds = settings.Alerting.ScrapeSeconds,
    };

    private static AlertedPool Pool(StackSettings settings, ModelPoolSpec pool)
    {
        var alerted = AlertingPools.Of(pool);
        return settings.Scalers.FirstOrDefault(scaler => scaler.Pool.Name == pool.Name) is { } scaler
            ? alerted with { MinReplicas = scaler.MinReplicas, MaxReplicas = scaler.MaxReplicas }
            : alerted;
    }

    private static AlertedStorage Storage(StackSettings settings) => settings.ModelStorage switch
    {
        ModelVolume.CephFs => new AlertedStorage.Ceph(),
        ModelVolume.ExistingClaim claim => new AlertedStorage.Volume(WellKnownNamespaces.Models, claim.Claim),
        ModelVolume.FsxLustre => new AlertedStorage.Volume(WellKnownNamespaces.Models, ModelStorageDefaults.ClaimName),
        _ => new AlertedStorage.Unmonitored(),
    };
}
