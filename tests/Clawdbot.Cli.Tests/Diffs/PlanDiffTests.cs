using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Plans;
using static Clawdbot.Cli.Tests.Diffs.DiffPlans;

namespace Clawdbot.Cli.Tests.Diffs;

public sealed class PlanDiffTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";

    [Fact]
    public void A_flag_of_the_model_server_replaces_its_pods_one_by_one() => Assert.Equal(
        ["pod spec.template.spec.containers[vllm].args[--max-model-len]: 8192 -> 16384 | 3 of 3 | 21 / 21"],
        Lines(Compare(Of(Servers()), Of(Servers(args: "\"/models/qwen\",\"--max-model-len=16384\",\"--enforce-eager\"")))));

    [Fact]
    public void With_a_spare_slot_no_capacity_is_missed()
    {
        const string Surge = "\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}";
        Assert.Equal(
            ["pod spec.template.spec.containers[vllm].args[--enforce-eager]: removed, was null | 3 of 3 | 0 / 21"],
            Lines(Compare(Of(Servers(strategy: Surge)), Of(Servers(strategy: Surge, args: "\"/models/qwen\",\"--max-model-len=8192\"")))));
    }

    [Fact]
    public void The_number_of_replicas_scales_without_a_restart()
    {
        var spec = (PlanValue.Map)Servers().Inputs.Find("spec")!;
        var more = Servers() with { Inputs = With(Servers().Inputs, "spec", With(spec, "replicas", new PlanValue.Number(4))) };
        Assert.Equal(["hot spec.replicas: 3 -> 4 | 1 of 4 | 0 / 5.2"], Lines(Compare(Of(Servers()), Of(more))));
    }

    [Fact]
    public void An_immutable_selector_replaces_the_whole_pool_with_downtime()
    {
        var spec = (PlanValue.Map)Servers().Inputs.Find("spec")!;
        var other = Servers() with { Inputs = With(Servers().Inputs, "spec", With(spec, "selector", Map("""{"matchLabels":{"a":"c"}}"""))) };
        var change = Assert.Single(Compare(Of(Servers()), Of(other)).Changes);
        Assert.Equal(
            (RestartClass.Pod, true, 3, 7.0, "the API server refuses the change, so the object is replaced; all its pods stop before new ones start"),
            (change.Consequence.Restart, Effects.Replaces(change.Consequence.Effect), change.Pods, change.Minutes, change.Consequence.Reason));
    }

    [Fact]
    public void Members_of_etcd_restart_one_at_a_time()
    {
        var report = Compare(Of(Program("StatefulSet", "etcd", "", "\"replicas\":3")), Of(Program("StatefulSet", "etcd", ",\"hostname\":\"x\"", "\"replicas\":3")));
        Assert.Equal(["pod spec.template.spec.hostname: added x | 3 of 3 | 1.8 / 1.8"], Lines(report));
        Assert.EndsWith("so a quorum stays", report.Changes[0].Consequence.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_updates_on_deletion_waits_for_a_person()
    {
        const string OnDelete = "\"replicas\":3,\"updateStrategy\":{\"type\":\"OnDelete\"}";
        var change = Assert.Single(Compare(Of(Program("StatefulSet", "etcd", "", OnDelete)), Of(Program("StatefulSet", "etcd", ",\"hostname\":\"x\"", OnDelete))).Changes);
        Assert.Equal((Effect.ManualRestart, RestartClass.Pod), (change.Consequence.Effect, change.Consequence.Restart));
    }

    [Fact]
    public void A_claim_that_changes_loses_its_data_and_stops_who_mounts_it()
    {
        var report = Compare(Of(Servers(), ClaimOf("1Ti")), Of(Servers(), ClaimOf("2Ti")));
        Assert.Equal(["data spec.resources.requests.storage: 1Ti -> 2Ti | 3 of 3 | 7 / 7"], Lines(report));

        static PlanResource ClaimOf(string size) => Resource(Claim, "models", $$"""
            {"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"models","namespace":"clawdbot-models"},"spec":{"resources":{"requests":{"storage":"{{size}}"} } } }
            """);
    }

    [Fact]
    public void A_file_system_is_found_behind_the_claims_of_its_class()
    {
        const string Pvc = """{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"models","namespace":"clawdbot-models"},"spec":{"storageClassName":"fast"}}""";
        const string Class = """{"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"fast"}}""";
        var system = Resource("kubernetes:ceph.rook.io/v1:CephFilesystem", "fs", """{"apiVersion":"ceph.rook.io/v1","kind":"CephFilesystem","metadata":{"name":"fs"}}""");
        var storage = Resource("kubernetes:storage.k8s.io/v1:StorageClass", "class", Class, system.Urn);
        var renamed = system with { Inputs = With(system.Inputs, "metadata", Map("""{"name":"other"}""")) };
        Assert.Equal(
            ["data metadata.name: fs -> other | 3 of 3 | 7 / 7"],
            Lines(Compare(Of(Servers(), system, storage, Resource(Claim, "models", Pvc)), Of(Servers(), renamed, storage, Resource(Claim, "models", Pvc)))));
    }

    [Theory]
    [InlineData("\"releaseVersion\":\"1\"", "\"releaseVersion\":\"2\"", "node releaseVersion: 1 -> 2 | 3 of 3 | 51 / 51")]
    [InlineData("\"instanceTypes\":[\"g5.12xlarge\"]", "\"instanceTypes\":[\"g5.48xlarge\"]", "node instanceTypes[0]: g5.12xlarge -> g5.48xlarge | 3 of 3 | 63 / 63")]
    [InlineData("\"scalingConfig\":{\"desiredSize\":3}", "\"scalingConfig\":{\"desiredSize\":4}", "hot scalingConfig.desiredSize: 3 -> 4 | 0 of 0 | 0 / 0")]
    [InlineData("\"scalingConfig\":{\"desiredSize\":3}", "\"scalingConfig\":{\"desiredSize\":2}", "node scalingConfig.desiredSize: 3 -> 2 | 0 of 0 | 0 / 0")]
    [InlineData("\"taints\":[]", "\"taints\":[{\"key\":\"x\",\"effect\":\"NO_SCHEDULE\"}]", """node taints[x]: added {"effect":"NO_SCHEDULE","key":"x"} | 0 of 0 | 0 / 0""")]
    public void Nodes_move_the_pods_that_select_them(string before, string after, string expected)
    {
        Assert.Equal([expected], Lines(Compare(Of(Servers(), Group("a10", before), Group("h100", before)), Of(Servers(), Group("a10", after), Group("h100", before)))));

        static PlanResource Group(string sku, string more) =>
            Resource("aws:eks/nodeGroup:NodeGroup", $"nodes-{sku}", $$"""{"labels":{"clawdbot.dev/gpu-sku":"{{sku}}"},{{more}}}""");
    }

    [Fact]
    public void A_launch_template_moves_the_pods_of_its_groups()
    {
        var group = Resource("aws:eks/nodeGroup:NodeGroup", "nodes", """{"labels":{"clawdbot.dev/gpu-sku":"a10"}}""", Template("ami-1").Urn);
        Assert.Equal(["node imageId: ami-1 -> ami-2 | 3 of 3 | 51 / 51"], Lines(Compare(Of(Servers(), group, Template("ami-1")), Of(Servers(), group, Template("ami-2")))));

        static PlanResource Template(string image) => Resource("aws:ec2/launchTemplate:LaunchTemplate", "template", $$"""{"imageId":"{{image}}"}""");
    }

    [Fact]
    public void Another_version_of_the_cluster_moves_every_pod() => Assert.Equal(
        ["node version: 1.34 -> 1.35 | 5 of 5 | 51 / 51"],
        Lines(Compare(
            Of(Servers(), Program("Deployment", "router", ""), Resource("aws:eks/cluster:Cluster", "cluster", """{"version":"1.34"}""")),
            Of(Servers(), Program("Deployment", "router", ""), Resource("aws:eks/cluster:Cluster", "cluster", """{"version":"1.35"}""")))));

    [Fact]
    public void A_container_of_one_machine_is_stopped_and_started()
    {
        Assert.Equal(["pod memory: 1 -> 2 | 1 of 1 | 6.6 / 6.6"], Lines(Compare(Of(Box(1)), Of(Box(2)))));

        static PlanResource Box(int memory) => Resource("docker:index/container:Container", "qwen-container", $$"""
            {"memory":{{memory}},"destroyGraceSeconds":95,"labels":[{"label":"clawdbot.dev/pool","value":"qwen"}]}
            """);
    }

    [Fact]
    public void A_renamed_resource_with_an_alias_is_the_same_one()
    {
        var old = Servers();
        var renamed = old with { Urn = Urn(Deployment, "other"), Name = "other", Options = new PlanOptions { Aliases = [old.Urn] } };
        Assert.Empty(Compare(Of(old), Of(renamed)).Changes);
        Assert.Equal(["none (resource): added | 3 of 3 | 0 / 0", "pod (resource): removed | 3 of 3 | 0 / 0"], Lines(Compare(Of(old), Of(renamed with { Options = PlanOptions.None }))));
    }

    [Fact]
    public void A_URN_counts_before_an_alias_and_each_old_resource_is_taken_once()
    {
        var (a, b) = (ConfigMap("a", "{}"), ConfigMap("b", "{}"));
        var alias = new PlanOptions { Aliases = [a.Urn] };
        var pairs = Pairing.ByUrn([a, b], [a, b with { Urn = "urn:c", Options = alias }, b with { Urn = "urn:d", Options = alias }]);
        Assert.Equal([a.Urn], pairs.Both.Select(p => p.After.Urn));
        Assert.Equal(["urn:c", "urn:d"], pairs.Added.Select(r => r.Urn));
        Assert.Equal([b.Urn], pairs.Removed.Select(r => r.Urn));
    }

    [Fact]
    public void Options_of_the_deployment_restart_nothing()
    {
        var options = new PlanOptions { Protect = true, CreateTimeoutSeconds = 60, IgnoreChanges = ["spec"] };
        Assert.Equal(
            ["none options.createTimeoutSeconds: added 60 | 0 of 0 | 0 / 0", "none options.ignoreChanges: added [\"spec\"] | 0 of 0 | 0 / 0", "none options.protect: added true | 0 of 0 | 0 / 0"],
            Lines(Compare(Of(Servers()), Of(Servers() with { Options = options }))));
    }

    [Fact]
    public void Ignored_changes_are_told_and_restart_nothing()
    {
        var options = new PlanOptions { IgnoreChanges = ["spec.template"] };
        var change = Assert.Single(Compare(Of(Servers() with { Options = options }), Of(Servers(args: "\"--a=1\"") with { Options = options })).Changes.Take(1));
        Assert.Equal((RestartClass.None, "ignoreChanges keeps the deployed value"), (change.Consequence.Restart, change.Consequence.Reason));
    }

    [Fact]
    public void What_the_program_wants_replaced_is_replaced()
    {
        var options = new PlanOptions { ReplaceOnChanges = ["*"], DeleteBeforeReplace = true };
        var change = Assert.Single(Compare(Of(Servers() with { Options = options }), Of(Servers(template: ",\"hostname\":\"x\"") with { Options = options })).Changes);
        Assert.Equal(
            (Effect.Recreate, 7.0, "replaceOnChanges asks for a replacement; all its pods stop before new ones start; the old one is deleted first"),
            (change.Consequence.Effect, change.Minutes, change.Consequence.Reason));
    }

    [Fact]
    public void A_protected_resource_that_goes_stops_the_deployment()
    {
        var claim = Resource(Claim, "models", """{"metadata":{"name":"models"}}""");
        string Reason(PlanOptions options) => Assert.Single(Compare(Of(claim with { Options = options }), Of()).Changes).Consequence.Reason;
        Assert.EndsWith("; it is protected, so the deployment refuses", Reason(new PlanOptions { Protect = true }), StringComparison.Ordinal);
        Assert.Equal("retainOnDelete leaves the real thing in place", Reason(new PlanOptions { RetainOnDelete = true }));
    }

    [Fact]
    public void Another_provider_replaces_its_resources()
    {
        var change = Assert.Single(Compare(Of(Servers() with { Provider = "urn:a" }), Of(Servers() with { Provider = "urn:b" })).Changes);
        Assert.Equal(("(provider)", Effect.Recreate), (change.Property, change.Consequence.Effect));
    }

    [Fact]
    public void Outputs_of_the_stack_restart_nothing() => Assert.Equal(
        ["none outputs.endpoint: a -> b | 0 of 0 | 0 / 0"],
        Lines(Compare(Of() with { Outputs = Map("""{"endpoint":"a"}""") }, Of() with { Outputs = Map("""{"endpoint":"b"}""") })));

    [Fact]
    public void Secrets_are_told_as_changed_without_a_value_and_as_not_comparable_when_both_are_set()
    {
        var report = Compare(
            Of(Secret("""{"stringData":{"$secret":true,"keys":["a","b"]},"data":{"user":"cGxhaW4="},"password":{"$secret":true}}""")),
            Of(Secret("""{"stringData":{"$secret":true,"keys":["b"]},"data":{"user":"b3RoZXI="},"password":"in the clear"}""")));
        Assert.Equal(["changed [secret]", "changed [secret]", "removed [secret]"], report.Changes.Select(Clawdbot.Cli.Reports.DiffWords.Change));
        Assert.All(report.Changes, change => Assert.True(change is { IsSecret: true, Before: null, After: null }));
        Assert.Equal(["1 secret is set on both sides and cannot be compared, because a plan holds no secrets."], report.Notes.AsEnumerable());
        Assert.Equal((Secret("{}").Urn, "stringData.b", "secret"), Assert.Single(report.Uncompared));

        static PlanResource Secret(string inputs) => Resource("kubernetes:core/v1:Secret", "keys", inputs);
    }

    [Fact]
    public void Values_that_only_a_deployment_knows_are_noted() => Assert.Equal(
        ["1 value is known only after a deployment and cannot be compared."],
        Compare(Of() with { Outputs = Map("""{"e":{"$unknown":true}}""") }, Of() with { Outputs = Map("""{"e":{"$unknown":true}}""") }).Notes.AsEnumerable());

    [Fact]
    public void Several_changes_of_one_workload_are_one_rollout()
    {
        var report = Compare(Of(Servers()), Of(Servers(args: "\"/models/qwen\",\"--max-model-len=1\"")));
        Assert.Equal(2, report.Changes.Length);
        Assert.Equal([(RestartClass.Pod, new Restart(Servers().Urn, "qwen-deployment", 3, 3, 21, 21))], report.Workloads.AsEnumerable());
    }

    [Theory]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler", "minReplicas")]
    [InlineData("keda.sh/v1alpha1", "ScaledObject", "minReplicaCount")]
    public void A_workload_that_leaves_its_size_to_an_autoscaler_has_the_least_that_it_keeps(string api, string kind, string least)
    {
        var scaler = Resource($"kubernetes:{api}:{kind}", "scaler", $$"""
            {"metadata":{"name":"scaler","namespace":"clawdbot"},"spec":{"{{least}}":3,"scaleTargetRef":{"name":"router"} } }
            """);
        const string Strategy = "\"strategy\":{\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}}";
        var report = Compare(Of(scaler, Program("Deployment", "router", "", Strategy)), Of(scaler, Program("Deployment", "router", ",\"hostname\":\"x\"", Strategy)));
        Assert.Equal(["pod spec.template.spec.hostname: added x | 3 of 3 | 0 / 1.8"], Lines(report));
    }

    [Fact]
    public void Long_documents_are_told_by_their_size() => Assert.Equal(
        ["hot data.a: text of 2 lines and 4 characters -> text of 1 lines and 2 characters | 0 of 0 | 0 / 0"],
        Lines(Compare(Of(ConfigMap("c", """{"a":"a\nb\n"}""")), Of(ConfigMap("c", """{"a":"a\n"}""")))));

    [Fact]
    public void A_component_only_groups()
    {
        var component = Resource("clawdbot:serving:ModelPool", "qwen", "{}") with { Custom = false };
        Assert.Equal(["none (resource): added | 0 of 0 | 0 / 0"], Lines(Compare(Of(), Of(component))));
    }

    private static PlanValue.Map With(PlanValue.Map map, string key, PlanValue value) =>
        PlanValue.Map.Of([.. map.Entries.Where(e => e.Key != key), KeyValuePair.Create(key, value)]);
}
