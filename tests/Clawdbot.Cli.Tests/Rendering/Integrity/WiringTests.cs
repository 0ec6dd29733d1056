using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What the parts say of each other in texts that Kubernetes does not read: addresses, files, labels of nodes and of metrics.</summary>
[Collection(ProgramRuns.Name)]
public sealed partial class WiringTests
{
    /// <summary>Services that charts make, with the ports that we use.</summary>
    private static readonly string[] OutsideServices = ["kube-prometheus-stack-prometheus.monitoring:9090"];

    /// <summary>Jobs whose monitors come with kube-prometheus-stack.</summary>
    private static readonly string[] OutsideJobs = ["kube-state-metrics", "node-exporter", "kubelet", "prometheus-operator", "kube-prometheus-stack-prometheus", "kube-prometheus-stack-alertmanager", "alertmanager"];

    /// <summary>Where our pods have files; anything else that begins with a slash may be a path of a URL.</summary>
    private static readonly string[] Roots = ["/etc/clawdbot/", "/etc/etcd/", "/run/", "/opt/clawdbot/", "/mnt/", "/var/lib/", "/var/cache/", "/home/", "/state", "/work/", "/loader/", "/tmp/"];

    public static TheoryData<string> Stacks => StackObjects.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_address_in_the_cluster_is_a_service_with_that_port(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var services = objects.Of("Service").ToDictionary(service => $"{service.Name}.{service.Namespace}", service => service.Body.List("spec", "ports").Select(port => port.Text("port")).ToHashSet());
        var found = Texts(objects).SelectMany(text => Addresses().Matches(text.Value).Select(match => (text.Owner, Service: match.Groups["service"].Value, Port: match.Groups["port"].Value))).Distinct().ToList();
        Assert.True(found.Count > 10);
        Problems.None(found.Where(each => services.TryGetValue(each.Service, out var ports)
            ? each.Port.Length > 0 && !ports.Contains(each.Port)
            : !OutsideServices.Contains($"{each.Service}:{each.Port}")).Select(each => $"{each.Owner}: {each.Service}:{each.Port}"));
    }

    /// <summary>A client refuses a server whose certificate does not have the name that it called.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_TLS_address_in_the_cluster_is_a_name_of_a_certificate(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var names = objects.Of("Certificate").SelectMany(certificate => certificate.Body.List("spec", "dnsNames")).Select(name => name.ToString()).ToHashSet(StringComparer.Ordinal);
        var hosts = Texts(objects).SelectMany(text => TlsHosts().Matches(text.Value)).Select(match => match.Groups["host"].Value).Where(host => !host.StartsWith('$')).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("gateway.clawdbot.svc", hosts);
        Assert.Contains("etcd-client.clawdbot-etcd.svc", hosts);
        Problems.None(hosts.Except(names));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_file_that_a_pod_is_told_of_is_below_one_of_its_mounts(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var problems = new List<string>();
        var count = 0;
        foreach (var pod in objects.Pods)
        {
            var shared = pod.Spec.List("volumes").Select(volume => objects.Find("ConfigMap", pod.Namespace, volume.Text("configMap", "name"))).OfType<KubernetesObject>()
                .SelectMany(map => map.Body.Map("data").Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).SelectMany(file => JsonNode.Parse(file.Value)!.Walk())).Select(each => each.Node).ToList();
            var mounts = pod.AllContainers.SelectMany(container => container.List("volumeMounts")).Select(mount => mount.Text("mountPath")).ToHashSet(StringComparer.Ordinal);
            var told = pod.AllContainers.SelectMany(container => container.Walk()).Where(each => !each.Path.StartsWith("volumeMounts", StringComparison.Ordinal)).Select(each => each.Node).Concat(shared)
                .OfType<JsonValue>().SelectMany(value => Files().Matches(value.ToString())).Select(match => match.Value).Where(file => Roots.Any(root => file.StartsWith(root, StringComparison.Ordinal))).Distinct().ToList();
            count += told.Count;
            problems.AddRange(told.Where(file => !mounts.Any(mount => file == mount || file.StartsWith(mount + "/", StringComparison.Ordinal) || mount.StartsWith(file + "/", StringComparison.Ordinal))).Select(file => $"{pod}: {file}"));
        }
        Assert.True(count > 20);
        Problems.None(problems);
    }

    /// <summary>A query of a job that nobody scrapes has no result, and an alert without result never fires.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_job_in_a_query_is_scraped(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var scraped = objects.Objects.Where(each => each.Kind is "PodMonitor" or "ServiceMonitor").SelectMany(each => each.Body.Walk())
            .Where(each => each.Node.Text("targetLabel") == "job").Select(each => each.Node.Text("replacement")).ToHashSet(StringComparer.Ordinal);
        var asked = Texts(objects).SelectMany(text => Jobs().Matches(text.Value).SelectMany(match => match.Groups["job"].Value.Split('|')).Select(job => (text.Owner, Job: job))).Distinct().ToList();
        Assert.NotEmpty(asked);
        Problems.None(asked.Where(each => !scraped.Contains(each.Job) && !OutsideJobs.Contains(each.Job)).Select(each => $"{each.Owner}: {each.Job}"));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_pod_that_asks_for_certain_nodes_finds_and_tolerates_them(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var groups = objects.Plan.Resources.Where(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup").Select(resource => StackObjects.ToJson(resource.Inputs)).ToList();
        var choosy = objects.Pods.Where(pod => pod.Spec.Map("nodeSelector").Count > 0).ToList();
        Assert.NotEmpty(choosy);
        Assert.All(choosy, pod =>
        {
            var fitting = groups.Where(group => pod.Spec.Map("nodeSelector").All(label => group.Map("labels").GetValueOrDefault(label.Key) == label.Value)).ToList();
            Assert.NotEmpty(fitting);
            Assert.All(fitting, group => Assert.True(Tolerates(pod, group), $"{pod} does not tolerate {group["taints"]}"));
        });
        // Everything else stands on nodes without taints.
        Assert.Contains(groups, group => !group.List("taints").Any());
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_identity_of_AWS_belongs_to_a_service_account_that_exists(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var identities = objects.Plan.Resources.Where(resource => resource.Type == "aws:eks/podIdentityAssociation:PodIdentityAssociation").Select(resource => StackObjects.ToJson(resource.Inputs)).ToList();
        Problems.None(identities.Where(identity => identity.Text("namespace") != "kube-system" && !objects.Has("ServiceAccount", identity.Text("namespace"), identity.Text("serviceAccount"))).Select(identity => identity.ToJsonString()));
        var uploads = objects.Pods.Where(pod => pod.AllContainers.Any(container => container.Text("image").Contains("aws-cli", StringComparison.Ordinal)));
        Problems.None(uploads.Where(pod => !identities.Any(identity => identity.Text("namespace") == pod.Namespace && identity.Text("serviceAccount") == pod.Spec.Text("serviceAccountName"))));
    }

    /// <summary>Both sides make the folder's name from the model: the loader writes where the server reads, and before it.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_model_that_is_served_is_loaded_first(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var order = new ResourceOrder(objects.Plan);
        var loaders = objects.Pods.Where(pod => pod.Labels.GetValueOrDefault("app.kubernetes.io/component") == "model-loader").ToList();
        foreach (var server in objects.Pods.Where(pod => pod.Labels.GetValueOrDefault("app.kubernetes.io/component") == "model-server"))
        {
            var loader = Assert.Single(loaders, loader => Folder(objects, loader) == server.Containers.Single().List("args").First().ToString());
            Assert.True(order.Follows(server.Owner.Resource, loader.Owner.Resource), $"{server} does not wait for {loader}");
            var model = server.Labels["clawdbot.dev/model"];
            Assert.Equal(model, loader.Labels["clawdbot.dev/model"]);
        }
    }

    /// <summary>The Router knows each pool by its headless Service, its model and its card.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_Router_knows_exactly_the_pools_that_exist(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var pools = JsonNode.Parse(objects.Find("ConfigMap", "clawdbot", "router-settings")!.Body.Text("data", "router.json")).List("pools").ToList();
        var servers = objects.Pods.Where(pod => pod.Labels.GetValueOrDefault("app.kubernetes.io/component") == "model-server").ToList();
        Assert.Equal(servers.Select(pod => pod.Owner.Name).Order(StringComparer.Ordinal), pools.Select(pool => pool.Text("name")).Order(StringComparer.Ordinal));
        Assert.All(pools, pool =>
        {
            var server = servers.Single(pod => pod.Owner.Name == pool.Text("name"));
            var arguments = server.Containers.Single().List("args").Select(argument => argument.ToString()).ToList();
            Assert.Contains($"--served-model-name={pool.Text("model")}", arguments);
            Assert.Contains($"--max-model-len={pool.Text("contextTokens")}", arguments);
            Assert.Contains($"--max-num-seqs={pool.Text("maxNumSeqs")}", arguments);
            Assert.Equal(server.Labels["clawdbot.dev/gpu-sku"], pool.Text("gpuSku"));
            Assert.Equal(server.Ports["http"].ToString(CultureInfo.InvariantCulture), pool.Text("port"));
            Assert.Equal("None", objects.Find("Service", server.Namespace, pool.Text("host").Split('.')[0])!.Body.Text("spec", "clusterIP"));
        });
    }

    private static string Folder(StackObjects objects, PodTemplate loader)
    {
        var load = loader.Spec.List("volumes").Select(volume => objects.Find("ConfigMap", loader.Namespace, volume.Text("configMap", "name"))).OfType<KubernetesObject>()
            .Select(map => map.Body.Map("data").GetValueOrDefault("load.json")).OfType<string>().Single();
        var settings = JsonNode.Parse(load);
        return $"{settings.Text("root")}/{settings.Text("model").Replace("/", "--", StringComparison.Ordinal)}/{settings.Text("revision")}";
    }

    private static bool Tolerates(PodTemplate pod, JsonNode group) => group.List("taints").All(taint => pod.Spec.List("tolerations").Any(toleration =>
        toleration.Text("key") == taint.Text("key") && (toleration.Text("operator") == "Exists" || toleration.Text("value") == taint.Text("value"))));

    /// <summary>Every text of every object; a ConfigMap counts as one text for each file, except programs in it.</summary>
    private static IEnumerable<(KubernetesObject Owner, string Value)> Texts(StackObjects objects) => objects.Objects
        .SelectMany(each => each.Body.Walk().Where(found => found.Node is JsonValue && !found.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(found => (each, found.Node.ToString())));

    [GeneratedRegex(@"(?<![A-Za-z0-9-])(?<service>[a-z0-9-]+\.[a-z0-9-]+)\.svc(?:\.cluster\.local)?(?::(?<port>[0-9]+))?")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"https://(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+\.svc(?:\.cluster\.local)?)")]
    private static partial Regex TlsHosts();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.:/-])/[A-Za-z0-9_./-]+")]
    private static partial Regex Files();

    [GeneratedRegex(@"(?<![a-zA-Z_])job=~?""(?<job>[^""]+)""")]
    private static partial Regex Jobs();
}
