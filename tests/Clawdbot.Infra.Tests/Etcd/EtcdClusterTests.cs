using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Etcd;

/// <summary>C6 and C9.9: what the component asks of Kubernetes and cert-manager.</summary>
public sealed class EtcdClusterTests
{
    private const string Certificate = "kubernetes:cert-manager.io/v1:Certificate";

    [Fact]
    public async Task Members_run_on_separate_hosts_and_zones_and_keep_their_data()
    {
        var spec = Spec((await Render()).Only("kubernetes:apps/v1:StatefulSet"));
        Assert.Equal(3, (double)spec["replicas"]!);
        Assert.Equal("Parallel", (string?)spec["podManagementPolicy"]);
        Assert.Equal("etcd", (string?)spec["serviceName"]);
        Assert.Equal("""{"whenDeleted":"Retain","whenScaled":"Retain"}""", spec["persistentVolumeClaimRetentionPolicy"]!.ToJsonString());
        var pod = spec["template"]!["spec"]!;
        var apart = Assert.Single(pod["affinity"]!["podAntiAffinity"]!["requiredDuringSchedulingIgnoredDuringExecution"]!.AsArray())!;
        Assert.Equal("kubernetes.io/hostname", (string?)apart["topologyKey"]);
        var zones = Assert.Single(pod["topologySpreadConstraints"]!.AsArray())!;
        Assert.Equal("topology.kubernetes.io/zone", (string?)zones["topologyKey"]);
        Assert.Equal("DoNotSchedule", (string?)zones["whenUnsatisfiable"]);
        Assert.Equal(3, (double)zones["minDomains"]!);
        Assert.Equal("clawdbot-etcd", (string?)pod["priorityClassName"]);
        var claim = spec["volumeClaimTemplates"]![0]!["spec"]!;
        Assert.Equal("10Gi", (string?)claim["resources"]!["requests"]!["storage"]);
        Assert.Null(claim["storageClassName"]);
    }

    [Fact]
    public async Task In_one_room_zones_are_only_preferred()
    {
        var spec = Spec((await Render(new EtcdClusterSpec { ZoneSpread = EtcdZoneSpread.Preferred })).Only("kubernetes:apps/v1:StatefulSet"));
        var zones = spec["template"]!["spec"]!["topologySpreadConstraints"]![0]!;
        Assert.Equal("ScheduleAnyway", (string?)zones["whenUnsatisfiable"]);
        Assert.Null(zones["minDomains"]);
    }

    [Fact]
    public async Task A_member_is_probed_without_asking_the_other_members_whether_it_lives()
    {
        var container = Member(await Render());
        Assert.Equal("""["/usr/local/bin/etcd"]""", container["command"]!.ToJsonString());
        Assert.Equal(EtcdArguments.For(new EtcdClusterSpec(), EtcdMemberIdentity.InPod(3)), container["args"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal("""{"path":"/livez","port":"metrics","scheme":"HTTP"}""", container["startupProbe"]!["httpGet"]!.ToJsonString());
        Assert.Equal("/livez", (string?)container["livenessProbe"]!["httpGet"]!["path"]);
        Assert.Equal("/readyz", (string?)container["readinessProbe"]!["httpGet"]!["path"]);
        Assert.Equal(300, (double)container["startupProbe"]!["periodSeconds"]! * (double)container["startupProbe"]!["failureThreshold"]!);
        Assert.Equal("2560Mi", (string?)container["resources"]!["limits"]!["memory"]);
    }

    /// <summary>An argument that names an unset variable would reach etcd as it stands.</summary>
    [Fact]
    public async Task Every_variable_in_the_arguments_is_set()
    {
        var container = Member(await Render());
        var set = container["env"]!.AsArray().Select(variable => (string)variable!["name"]!).ToArray();
        Assert.Equal(["POD_NAME", "INITIAL_CLUSTER_STATE", "ETCDCTL_CACERT", "ETCDCTL_CERT", "ETCDCTL_KEY"], set);
        Assert.Equal("""{"key":"initialClusterState","name":"etcd-member-state"}""", container["env"]![1]!["valueFrom"]!["configMapKeyRef"]!.ToJsonString());
        var mounts = container["volumeMounts"]!.AsArray().Select(mount => (string)mount!["mountPath"]!).ToArray();
        Assert.All(container["args"]!.AsArray().Select(argument => (string)argument!).Where(argument => argument.Contains("-file=", StringComparison.Ordinal)),
            argument => Assert.Contains(mounts, mount => argument.Contains($"={mount}/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_majority_is_protected_from_evictions()
    {
        foreach (var (members, majority) in new[] { (3, 2), (5, 3) })
        {
            var spec = Spec((await Render(new EtcdClusterSpec { Members = members })).Only("kubernetes:policy/v1:PodDisruptionBudget"));
            Assert.Equal(majority, (double)spec["minAvailable"]!);
            Assert.Equal("AlwaysAllow", (string?)spec["unhealthyPodEvictionPolicy"]);
        }
    }

    [Fact]
    public async Task Members_find_each_other_before_they_are_ready_and_clients_find_ready_ones()
    {
        var services = (await Render()).Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service").ToDictionary(Named, Spec);
        Assert.Equal(["etcd", "etcd-client"], services.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("None", (string?)services["etcd"]["clusterIP"]);
        Assert.True((bool)services["etcd"]["publishNotReadyAddresses"]!);
        Assert.Equal("client 2379, peer 2380, metrics 2381", Ports(services["etcd"]));
        Assert.Null(services["etcd-client"]["publishNotReadyAddresses"]);
        Assert.Equal("client 2379, metrics 2381", Ports(services["etcd-client"]));
    }

    [Fact]
    public async Task Certificates_come_from_two_authorities_and_renew_themselves()
    {
        var certificates = (await Render()).Resources.Where(resource => resource.Type == Certificate).ToDictionary(Named);
        Assert.Equal(
            ["clawdbot-etcd-ca", "etcd-client-access", "etcd-client-gateway", "etcd-client-operator", "etcd-client-root", "etcd-peer", "etcd-peer-ca", "etcd-server"],
            certificates.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, certificate) in certificates)
        {
            var spec = Spec(certificate);
            var authority = name.EndsWith("-ca", StringComparison.Ordinal);
            Assert.Equal(name, (string?)spec["secretName"]);
            Assert.Equal(authority ? "Never" : "Always", (string?)spec["privateKey"]!["rotationPolicy"]);
            Assert.Equal(authority ? "87600h0m0s" : "2160h0m0s", (string?)spec["duration"]);
            Assert.Equal(authority ? "8760h0m0s" : "720h0m0s", (string?)spec["renewBefore"]);
            Assert.Equal(authority, (bool?)spec["isCA"] ?? false);
            // cert-manager refuses a certificate that names nobody.
            Assert.Contains(new[] { "commonName", "dnsNames", "uris" }, spec.ContainsKey);
        }
        Assert.Equal("""{"group":"cert-manager.io","kind":"ClusterIssuer","name":"clawdbot-etcd-ca"}""", Spec(certificates["etcd-server"])["issuerRef"]!.ToJsonString());
        Assert.Equal("""{"group":"cert-manager.io","kind":"Issuer","name":"etcd-peer-ca"}""", Spec(certificates["etcd-peer"])["issuerRef"]!.ToJsonString());
        Assert.Equal("cert-manager", (string?)certificates["clawdbot-etcd-ca"].Inputs["metadata"]!["namespace"]);
        Assert.Equal("clawdbot", (string?)certificates["etcd-client-gateway"].Inputs["metadata"]!["namespace"]);
    }

    /// <summary>etcd refuses any certificate with a common name on its JSON API, its own included.</summary>
    [Theory]
    [InlineData("etcd-server")]
    [InlineData("etcd-client-gateway")]
    [InlineData("etcd-client-operator")]
    [InlineData("etcd-client-access")]
    public async Task Certificates_of_the_json_api_have_no_common_name(string name)
    {
        var spec = Spec((await Render()).Resources.Single(resource => resource.Type == Certificate && Named(resource) == name));
        Assert.Null(spec["commonName"]);
    }

    [Fact]
    public async Task Only_root_is_named_by_its_certificate()
    {
        var mocks = await Render();
        var spec = Spec(mocks.Resources.Single(resource => resource.Type == Certificate && Named(resource) == "etcd-client-root"));
        Assert.Equal("root", (string?)spec["commonName"]);
        Assert.Equal("""["digital signature","client auth"]""", spec["usages"]!.ToJsonString());
        var gateway = Spec(mocks.Resources.Single(resource => resource.Type == Certificate && Named(resource) == "etcd-client-gateway"));
        Assert.Equal("""{"organizations":["gateway"]}""", gateway["subject"]!.ToJsonString());
    }

    [Fact]
    public async Task Members_are_named_one_by_one_for_both_sides_of_a_connection()
    {
        var spec = Spec((await Render()).Resources.Single(resource => resource.Type == Certificate && Named(resource) == "etcd-peer"));
        Assert.Equal("""["etcd-0.etcd.clawdbot-etcd.svc","etcd-1.etcd.clawdbot-etcd.svc","etcd-2.etcd.clawdbot-etcd.svc"]""", spec["dnsNames"]!.ToJsonString());
        Assert.Equal("""["digital signature","server auth","client auth"]""", spec["usages"]!.ToJsonString());
    }

    [Fact]
    public async Task Passwords_are_random_and_lie_where_they_are_needed()
    {
        var mocks = await Render();
        Assert.Equal(
            ["clawdbot-etcd/etcd-gateway-credentials", "clawdbot-etcd/etcd-operator-credentials", "clawdbot-etcd/etcd-root-credentials", "clawdbot/etcd-gateway-credentials", "clawdbot/etcd-operator-credentials"],
            mocks.Resources.Where(resource => resource.Type == "kubernetes:core/v1:Secret").Select(secret => $"{secret.Inputs["metadata"]!["namespace"]}/{Named(secret)}").Order(StringComparer.Ordinal));
        Assert.All(mocks.Resources.Where(resource => resource.Type == "random:index/randomPassword:RandomPassword"), password =>
        {
            Assert.Equal(32, (double)password.Inputs["length"]!);
            Assert.False((bool)password.Inputs["special"]!);
        });
    }

    [Fact]
    public async Task A_new_generation_changes_passwords_and_runs_the_script_again()
    {
        var first = await Render();
        var second = await Render(new EtcdClusterSpec { PasswordGeneration = 2 });
        string Keeper(RecordingMocks mocks, string user) => mocks.Resources.Single(resource => resource.Name == $"etcd-{user}-password").Inputs["keepers"]!.ToJsonString();
        Assert.NotEqual(Keeper(first, "gateway"), Keeper(second, "gateway"));
        Assert.Equal(Keeper(first, "root"), Keeper(second, "root"));
        string Job(RecordingMocks mocks) => mocks.Only("kubernetes:batch/v1:Job").Inputs.ToJsonString();
        Assert.NotEqual(Job(first), Job(second));
    }

    [Fact]
    public async Task The_backup_takes_verifies_and_keeps_one_after_the_other()
    {
        var spec = Spec((await Render()).Only("kubernetes:batch/v1:CronJob"));
        Assert.Equal("17 */6 * * *", (string?)spec["schedule"]);
        Assert.Equal("Etc/UTC", (string?)spec["timeZone"]);
        Assert.Equal("Forbid", (string?)spec["concurrencyPolicy"]);
        Assert.Equal(1800, (double)spec["startingDeadlineSeconds"]!);
        var pod = spec["jobTemplate"]!["spec"]!["template"]!["spec"]!;
        Assert.Equal(["save", "verify"], pod["initContainers"]!.AsArray().Select(container => (string)container!["name"]!));
        Assert.Equal(EtcdBackupCommands.Save, pod["initContainers"]![0]!["command"]!.AsArray().Select(part => (string)part!));
        Assert.Equal(EtcdBackupCommands.Verify, pod["initContainers"]![1]!["command"]!.AsArray().Select(part => (string)part!));
        Assert.Equal("""["/bin/sh","/opt/clawdbot/keep.sh"]""", pod["containers"]![0]!["command"]!.ToJsonString());
    }

    [Fact]
    public async Task A_backup_to_a_bucket_needs_no_volume()
    {
        var mocks = await Render(new EtcdClusterSpec { Backup = new EtcdBackup.S3("0 3 * * *", "backups", "etcd/prod", "eu-central-1") });
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == "kubernetes:core/v1:PersistentVolumeClaim");
        var upload = Spec(mocks.Only("kubernetes:batch/v1:CronJob"))["jobTemplate"]!["spec"]!["template"]!["spec"]!["containers"]![0]!;
        Assert.Equal("s3://backups/etcd/prod/$(POD_NAME).db", (string?)upload["command"]!.AsArray()[^1]);
        Assert.Equal("POD_NAME, AWS_REGION, HOME", string.Join(", ", upload["env"]!.AsArray().Select(variable => (string)variable!["name"]!)));
        var policy = mocks.Resources.Single(resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy" && Named(resource) == "etcd-backup");
        Assert.Equal("169.254.0.0/16", (string?)Spec(policy)["egress"]![1]!["to"]![0]!["ipBlock"]!["except"]![0]);
    }

    [Fact]
    public async Task Without_a_backup_nothing_of_it_is_made()
    {
        var mocks = await Render(new EtcdClusterSpec { Backup = new EtcdBackup.None() });
        Assert.DoesNotContain(mocks.Resources, resource => resource.Name.Contains("backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_members_and_known_clients_connect()
    {
        var mocks = await Render();
        var policies = mocks.Resources.Where(resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy").ToDictionary(Named, Spec);
        Assert.Equal(["etcd", "etcd-access", "etcd-backup"], policies.Keys.Order(StringComparer.Ordinal));
        var ingress = policies["etcd"]["ingress"]!.AsArray();
        Assert.Equal(3, ingress.Count);
        Assert.Equal("""["client","peer"]""", PortsOf(ingress[0]!));
        Assert.Equal("""{"matchLabels":{"app.kubernetes.io/name":"etcd"}}""", ingress[0]!["from"]![0]!["podSelector"]!.ToJsonString());
        Assert.Equal("""["client"]""", PortsOf(ingress[1]!));
        Assert.Equal("""["access-tier","router","readiness"]""", ingress[1]!["from"]![0]!["podSelector"]!["matchExpressions"]![0]!["values"]!.ToJsonString());
        Assert.Equal("""["metrics"]""", PortsOf(ingress[2]!));
        Assert.All(new[] { "etcd-access", "etcd-backup" }, name =>
        {
            Assert.Null(policies[name]["ingress"]);
            Assert.Equal("""["Ingress","Egress"]""", policies[name]["policyTypes"]!.ToJsonString());
        });
    }

    [Theory]
    [InlineData("kubernetes:apps/v1:StatefulSet")]
    [InlineData("kubernetes:batch/v1:Job")]
    [InlineData("kubernetes:batch/v1:CronJob")]
    public async Task Every_pod_passes_the_restricted_level(string type)
    {
        var spec = Spec((await Render()).Only(type));
        var pod = (spec["jobTemplate"]?["spec"] ?? spec)["template"]!["spec"]!;
        Assert.True((bool)pod["securityContext"]!["runAsNonRoot"]!);
        Assert.Equal(10001, (double)pod["securityContext"]!["runAsUser"]!);
        Assert.Equal("RuntimeDefault", (string?)pod["securityContext"]!["seccompProfile"]!["type"]);
        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.False((bool)pod["enableServiceLinks"]!);
        Assert.Equal(type.StartsWith("kubernetes:batch/", StringComparison.Ordinal) ? "clawdbot-batch" : "clawdbot-etcd", (string?)pod["priorityClassName"]);
        Assert.NotEqual("default", (string?)pod["serviceAccountName"] ?? "default");
        foreach (var container in pod["containers"]!.AsArray().Concat(pod["initContainers"]?.AsArray() ?? []))
        {
            var security = container!["securityContext"]!;
            Assert.False((bool)security["allowPrivilegeEscalation"]!);
            Assert.True((bool)security["readOnlyRootFilesystem"]!);
            Assert.Equal("""["ALL"]""", security["capabilities"]!["drop"]!.ToJsonString());
            Assert.Equal(["cpu", "ephemeral-storage", "memory"], container["resources"]!["limits"]!.AsObject().Select(pair => pair.Key));
            Assert.Equal(["cpu", "ephemeral-storage", "memory"], container["resources"]!["requests"]!.AsObject().Select(pair => pair.Key));
        }
    }

    [Fact]
    public async Task Jobs_end_and_are_cleaned_up()
    {
        var mocks = await Render();
        foreach (var job in new[] { Spec(mocks.Only("kubernetes:batch/v1:Job")), Spec(mocks.Only("kubernetes:batch/v1:CronJob"))["jobTemplate"]!["spec"]!.AsObject() })
            Assert.All(["activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished"], key => Assert.True((double)job[key]! > 0, key));
    }

    [Fact]
    public async Task Clients_are_told_where_to_connect_and_where_their_secrets_are()
    {
        EtcdCluster? cluster = null;
        await Run.Program(() => cluster = Create(new EtcdClusterSpec()));
        Assert.Equal("https://etcd-client.clawdbot-etcd.svc:2379", await OutputUtilities.GetValueAsync(cluster!.ClientUrl));
        Assert.Equal("https://etcd-0.etcd.clawdbot-etcd.svc:2379", (await OutputUtilities.GetValueAsync(cluster.ClientEndpoints))[0]);
        Assert.Equal("etcd-client-gateway", await OutputUtilities.GetValueAsync(cluster.GatewayCertificate));
        Assert.Equal("etcd-gateway-credentials", await OutputUtilities.GetValueAsync(cluster.GatewayCredentials));
        Assert.Equal("etcd-client-operator", await OutputUtilities.GetValueAsync(cluster.OperatorCertificate));
        Assert.Equal("etcd-operator-credentials", await OutputUtilities.GetValueAsync(cluster.OperatorCredentials));
        Assert.Contains("etcd-access-job", (await OutputUtilities.GetDependenciesAsync(cluster.ClientUrl)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(new EtcdClusterSpec { Members = 4 })));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static async Task<RecordingMocks> Render(EtcdClusterSpec? spec = null) => await Run.Program(() => Create(spec ?? new EtcdClusterSpec()));

    private static EtcdCluster Create(EtcdClusterSpec spec) =>
        new("etcd", new EtcdClusterArgs { Spec = spec, Namespace = "clawdbot-etcd", GatewayNamespace = "clawdbot", CertManagerNamespace = "cert-manager", JobPriorityClassName = "clawdbot-batch" });

    private static JsonObject Spec(RecordedResource resource) => resource.Inputs["spec"]!.AsObject();

    private static string Named(RecordedResource resource) => (string)resource.Inputs["metadata"]!["name"]!;

    private static JsonNode Member(RecordingMocks mocks) => Assert.Single(Spec(mocks.Only("kubernetes:apps/v1:StatefulSet"))["template"]!["spec"]!["containers"]!.AsArray())!;

    private static string Ports(JsonObject service) => string.Join(", ", service["ports"]!.AsArray().Select(port => $"{port!["name"]} {port["port"]}"));

    private static string PortsOf(JsonNode rule) => new JsonArray([.. rule["ports"]!.AsArray().Select(port => port!["port"]!.DeepClone())]).ToJsonString();
}
