using System.Text.Json.Nodes;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What is made after what, and so what a <c>pulumi destroy</c> takes away before what.</summary>
[Collection(ProgramRuns.Name)]
public sealed class CreationOrderTests
{
    /// <summary>The charts that bring the kinds of a group, and the programs that answer for them.</summary>
    private static readonly Dictionary<string, string> Charts = new(StringComparer.Ordinal)
    {
        ["cert-manager.io"] = "cert-manager",
        ["monitoring.coreos.com"] = "kube-prometheus-stack",
        ["keda.sh"] = "keda",
        ["ceph.rook.io"] = "rook-ceph",
        ["karpenter.sh"] = "karpenter",
        ["karpenter.k8s.aws"] = "karpenter",
    };

    /// <summary>Kinds and types that hold what cannot be made again.</summary>
    private static readonly string[] DataKinds = ["PersistentVolumeClaim", "CephCluster", "CephFilesystem"];

    private static readonly string[] DataTypes = ["aws:eks/cluster:Cluster", "aws:kms/key:Key", "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws:fsx/lustreFileSystem:LustreFileSystem", "aws:efs/fileSystem:FileSystem"];

    public static TheoryData<string> Stacks => StackObjects.Stacks;

    [Theory]
    [InlineData("local")]
    [InlineData("onprem")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Nothing_waits_for_itself(string stack) =>
        Problems.None(new ResourceOrder(await ClawdbotPlanner.PlanAsync(stack)).Circle());

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_object_of_an_operator_follows_the_chart_that_brings_its_kind(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        var custom = objects.Objects.Where(each => !ApplyOrder.IsBuiltIn(each.ApiVersion)).ToList();
        Assert.NotEmpty(custom);
        Problems.None(custom.Where(each => !Charts.ContainsKey(each.Group)));
        Problems.None(custom.Where(each => objects.Releases.TryGetValue(Charts[each.Group], out var release) && !order.Follows(each.Resource, release)));
    }

    /// <summary>Also those that only a name binds: otherwise a deletion would take a namespace, a claim or a key from under a running pod.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_pod_follows_what_it_needs_to_start(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        var problems = new List<string>();
        foreach (var pod in objects.Pods)
        {
            var names = pod.Spec.Walk().SelectMany(each => Needs(each.Path, each.Node)).Distinct()
                .Select(need => objects.Find(need.Kind, need.Kind is "PriorityClass" ? "" : pod.Namespace, need.Name) ?? (need.Kind == "Secret" ? CertificateOf(objects, pod.Namespace, need.Name) : null))
                .OfType<KubernetesObject>();
            problems.AddRange(names.Where(need => !order.Follows(pod.Owner.Resource, need.Resource)).Select(need => $"{pod} does not wait for {need}"));
        }
        Problems.None(problems);
    }

    /// <summary>Between its birth and the first policy a pod could connect to anything.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_object_follows_its_namespace_and_every_pod_follows_its_default_policies(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        Problems.None(objects.Objects.Where(each => objects.Find("Namespace", "", each.Namespace) is { } space && !order.Follows(each.Resource, space.Resource)));
        Problems.None(objects.Releases.Values.Where(release => release.Inputs.Find("namespace") is PlanValue.Text space && objects.Find("Namespace", "", space.Value) is { } made && !order.Follows(release, made.Resource)).Select(release => release.Name));
        var policies = objects.Of("NetworkPolicy").Where(policy => policy.Name is "default-deny" or "allow-dns").ToList();
        Assert.Equal(6, policies.Count);
        Problems.None(objects.Pods.SelectMany(pod => policies.Where(policy => policy.Namespace == pod.Namespace && !order.Follows(pod.Owner.Resource, policy.Resource)).Select(policy => $"{pod} does not wait for {policy}")));
    }

    /// <summary>A node group that goes first takes the operator of the storage with it, and the volumes can never be let go.</summary>
    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_object_of_a_cluster_of_ours_follows_the_cluster_and_every_pod_its_nodes(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        var cluster = objects.Plan.Resources.Single(resource => resource.Type == "aws:eks/cluster:Cluster");
        Problems.None(objects.Objects.Where(each => !order.Follows(each.Resource, cluster)));
        var nodes = objects.Plan.Resources.Where(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup").ToList();
        Assert.True(nodes.Count >= 2);
        var system = nodes.Where(node => node.Name.Contains("system", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(system);
        Problems.None(objects.Pods.Where(pod => system.Any(node => !order.Follows(pod.Owner.Resource, node))));
        Problems.None(objects.Pods.Where(pod => pod.Labels.GetValueOrDefault("app.kubernetes.io/component") == "model-server" && nodes.Any(node => !order.Follows(pod.Owner.Resource, node))));
        Problems.None(objects.Objects.Where(each => each.Kind == "CephCluster" && nodes.Any(node => !order.Follows(each.Resource, node))));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task What_holds_data_is_protected(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var data = objects.Objects.Where(each => DataKinds.Contains(each.Kind)).Select(each => each.Resource).Concat(objects.Plan.Resources.Where(resource => DataTypes.Contains(resource.Type))).ToList();
        // A claim of a volume that is made beside it holds nothing of its own; images are built again.
        data.RemoveAll(resource => StackObjects.ToJson(resource.Inputs).At("spec", "volumeName") is not null || resource.Name == "gateway-image-key");
        Assert.True(data.Count >= 2);
        Problems.None(data.Where(resource => !resource.Options.Protect && !resource.Options.RetainOnDelete).Select(resource => resource.Urn));
        Assert.All(objects.Of("StatefulSet"), set => Assert.Equal("Retain", set.Body.Text("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted")));
        Assert.All(objects.Of("StorageClass").Where(each => each.Name != "gp3"), each => Assert.Equal("Retain", each.Body.Text("reclaimPolicy")));
    }

    /// <summary>By hand: manifests that begin with 0, then the charts, then the rest.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Rendered_files_are_in_an_order_that_can_be_applied(string stack)
    {
        var rendered = ManifestRenderer.Render((await StackObjects.OfAsync(stack)).Plan);
        var first = rendered.Manifests.Where(manifest => manifest.FileName.StartsWith('0')).Select(manifest => manifest.FileName).ToList();
        Assert.Contains(first, file => file.Contains("-namespace-", StringComparison.Ordinal));
        Assert.Contains(first, file => file.Contains("-priorityclass-", StringComparison.Ordinal));
        Problems.None(first.Where(file => file.Contains("-deployment-", StringComparison.Ordinal) || file.Split('-')[1].Contains('.', StringComparison.Ordinal)));
        // Each chart's namespace is there before the chart.
        foreach (var space in rendered.Charts.Select(chart => chart.FileName.Split('-', 2)[1].Split('.')[0]).Where(space => space != "kube-system").Distinct())
            Assert.Contains($"020-namespace-{space}.yaml", first);
        var custom = rendered.Manifests.Where(manifest => manifest.FileName.StartsWith('8')).Select(manifest => manifest.FileName).ToList();
        Assert.NotEmpty(custom);
        Problems.None(custom.Where(file => string.CompareOrdinal(file, "300") < 0));
        Problems.None(rendered.NotRendered);
    }

    /// <summary>Without its class a claim waits, and whoever waits for the claim.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_claim_follows_its_storage_class(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        Problems.None(objects.Objects.SelectMany(each => each.Body.Walk()
            .Where(found => found.Path.EndsWith("storageClassName", StringComparison.Ordinal))
            .Select(found => objects.Find("StorageClass", "", found.Node.ToString())).OfType<KubernetesObject>()
            .Where(storage => !order.Follows(each.Resource, storage.Resource))
            .Select(storage => $"{each} does not wait for {storage}")));
    }

    private static KubernetesObject? CertificateOf(StackObjects objects, string space, string secret) =>
        objects.Of("Certificate").SingleOrDefault(each => each.Namespace == space && each.Body.Text("spec", "secretName") == secret);

    private static IEnumerable<(string Kind, string Name)> Needs(string path, JsonNode node) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "serviceAccountName" => [("ServiceAccount", node.ToString())],
        "priorityClassName" => [("PriorityClass", node.ToString())],
        "claimName" => [("PersistentVolumeClaim", node.ToString())],
        "secretName" => [("Secret", node.ToString())],
        "secretKeyRef" => [("Secret", node.Text("name"))],
        "configMap" or "configMapKeyRef" => [("ConfigMap", node.Text("name"))],
        _ => [],
    };
}
