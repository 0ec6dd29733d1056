using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What selects pods selects some, and their ports exist: nothing else in Kubernetes would tell.</summary>
[Collection(ProgramRuns.Name)]
public sealed class SelectorTests
{
    public static TheoryData<string> Stacks => StackObjects.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_selector_of_pods_selects_a_pod(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var selectors = objects.Objects.SelectMany(PodSelectors).ToList();
        Assert.True(selectors.Count > 15);
        Problems.None(selectors.Where(each => !Selected(objects, each.Namespaces, each.Selector).Any()).Select(each => $"{each.Owner}: {each.Selector?.ToJsonString()}"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_selector_of_a_workload_selects_its_own_pods_and_no_other(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var problems = new List<string>();
        foreach (var pod in objects.Pods.Where(pod => pod.Owner.Kind is "Deployment" or "StatefulSet"))
        {
            var selector = pod.Owner.Body.At("spec", "selector");
            var selected = objects.Pods.Where(other => other.Namespace == pod.Namespace && Selector.Matches(selector, other.Labels)).ToList();
            if (selected.Count != 1 || selected[0] != pod)
                problems.Add($"{pod} selects {string.Join(", ", selected)}");
            // A selector cannot be changed, so nothing in it may follow a setting that can.
            if (selector.Map("matchLabels").Keys.Order(StringComparer.Ordinal).ToList() is not ["app.kubernetes.io/instance", "app.kubernetes.io/name"])
                problems.Add($"{pod} is selected by {selector?.ToJsonString()}");
        }
        Problems.None(problems);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_spread_and_affinity_counts_the_pods_that_it_is_of(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Problems.None(objects.Pods.SelectMany(pod => pod.Spec.Walk()
            .Where(each => each.Path.EndsWith("labelSelector", StringComparison.Ordinal) && !Selector.Matches(each.Node, pod.Labels))
            .Select(each => $"{pod}: {each.Path}")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_port_of_a_service_is_open_in_each_of_its_pods(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Problems.None(objects.Of("Service").SelectMany(service => PodsOf(objects, service).SelectMany(pod => service.Body.List("spec", "ports")
            .Where(port => !Open(pod, port.Text("targetPort")))
            .Select(port => $"{service}: {port.Text("targetPort")} is no port of {pod}"))));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_port_of_a_probe_is_open_in_its_container(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Problems.None(objects.Pods.SelectMany(pod => pod.AllContainers.SelectMany(container => container.Walk()
            .Where(each => each.Path.EndsWith("httpGet", StringComparison.Ordinal) || each.Path.EndsWith("tcpSocket", StringComparison.Ordinal) || each.Path.EndsWith("grpc", StringComparison.Ordinal))
            .Where(each => !container.List("ports").Any(port => port.Text("name") == each.Node.Text("port") || port.Text("containerPort") == each.Node.Text("port")))
            .Select(each => $"{pod}: {each.Path} asks {each.Node.Text("port")}"))));
    }

    /// <summary>A port in a policy that no pod has is a rule that does nothing.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_port_of_a_network_policy_is_open_in_the_pods_that_it_is_of(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var problems = new List<string>();
        foreach (var policy in objects.Of("NetworkPolicy"))
        {
            var own = objects.Pods.Where(pod => pod.Namespace == policy.Namespace && Selector.Matches(policy.Body.At("spec", "podSelector"), pod.Labels)).ToList();
            foreach (var port in policy.Body.List("spec", "ingress").SelectMany(rule => rule.List("ports")).Select(port => port.Text("port")))
                problems.AddRange(own.Where(pod => !Open(pod, port)).Select(pod => $"{policy}: {port} is no port of {pod}"));
            foreach (var rule in policy.Body.List("spec", "egress"))
            {
                var peers = rule.List("to").Where(peer => peer.At("podSelector") is not null).Select(peer => (Spaces: Spaces(policy, peer), Selector: peer.At("podSelector"))).ToList();
                var open = peers.SelectMany(peer => Selected(objects, peer.Spaces, peer.Selector)).SelectMany(ports => ports).ToHashSet(StringComparer.Ordinal);
                if (peers.Count > 0)
                    problems.AddRange(rule.List("ports").Where(port => !open.Contains(port.Text("port"))).Select(port => $"{policy}: nobody there listens on {port.Text("port")}"));
            }
        }
        Problems.None(problems);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_monitor_finds_its_port_and_no_pod_is_scraped_twice(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var problems = new List<string>();
        var scraped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var monitor in objects.Objects.Where(each => each.Kind is "PodMonitor" or "ServiceMonitor"))
        {
            var spaces = monitor.Body.List("spec", "namespaceSelector", "matchNames").Select(space => space.ToString()).ToArray();
            var endpoints = monitor.Body.List("spec", monitor.Kind == "PodMonitor" ? "podMetricsEndpoints" : "endpoints").ToList();
            var services = monitor.Kind == "PodMonitor" ? [] : objects.Of("Service").Where(service => spaces.Contains(service.Namespace) && Selector.Matches(monitor.Body.At("spec", "selector"), service.Labels)).ToList();
            var pods = monitor.Kind == "PodMonitor"
                ? objects.Pods.Where(pod => spaces.Contains(pod.Namespace) && Selector.Matches(monitor.Body.At("spec", "selector"), pod.Labels)).ToList()
                : [.. services.SelectMany(service => PodsOf(objects, service))];
            var outside = OutsideProgram.All.Where(program => spaces.Contains(program.Namespace) && Selector.Matches(monitor.Body.At("spec", "selector"), program.Labels)).ToList();
            if (pods.Count == 0 && outside.Count == 0)
                problems.Add($"{monitor} finds nothing");
            foreach (var port in endpoints.Select(endpoint => endpoint.Text("port") is { Length: > 0 } name ? name : endpoint.Text("portNumber")))
            {
                problems.AddRange(services.Where(service => !service.Body.List("spec", "ports").Any(each => each.Text("name") == port)).Select(service => $"{monitor}: {port} is no port of {service}"));
                problems.AddRange((services.Count > 0 ? [] : pods).Where(pod => !Open(pod, port)).Select(pod => $"{monitor}: {port} is no port of {pod}"));
                problems.AddRange(outside.Where(program => !program.Ports.Contains(port)).Select(program => $"{monitor}: {port} is no port of {program.Reason}"));
                problems.AddRange(pods.Where(pod => !scraped.TryAdd($"{pod}:{port}", monitor.ToString())).Select(pod => $"{monitor} scrapes {pod} again"));
            }
        }
        Assert.NotEmpty(scraped);
        Problems.None(problems);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_scaler_and_every_headless_name_has_its_workload(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Problems.None(objects.Objects.Where(each => each.Kind is "HorizontalPodAutoscaler" or "ScaledObject")
            .Where(each => !objects.Has(each.Body.Text("spec", "scaleTargetRef", "kind"), each.Namespace, each.Body.Text("spec", "scaleTargetRef", "name"))));
        Problems.None(objects.Of("StatefulSet").Where(each => objects.Find("Service", each.Namespace, each.Body.Text("spec", "serviceName"))?.Body.Text("spec", "clusterIP") != "None"));
        // Two scalers of one workload fight, and a fixed number fights with the scaler at each update.
        var scaled = objects.Objects.Where(each => each.Kind is "HorizontalPodAutoscaler" or "ScaledObject").Select(each => $"{each.Namespace}/{each.Body.Text("spec", "scaleTargetRef", "name")}").ToList();
        Assert.Equal(scaled.Distinct(), scaled);
        Problems.None(objects.Of("Deployment").Where(each => scaled.Contains($"{each.Namespace}/{each.Name}") && each.Body.At("spec", "replicas") is not null && !each.Resource.Options.IgnoreChanges.Contains("spec.replicas")));
    }

    private static IEnumerable<PodTemplate> PodsOf(StackObjects objects, KubernetesObject service) => objects.Pods.Where(pod =>
        pod.Namespace == service.Namespace && service.Body.Map("spec", "selector") is { Count: > 0 } labels && labels.All(label => pod.Labels.GetValueOrDefault(label.Key) == label.Value));

    private static bool Open(PodTemplate pod, string port) => pod.Ports.ContainsKey(port) || pod.Ports.Values.Any(number => $"{number}" == port);

    /// <summary>The selectors of pods in <paramref name="owner"/>, and the namespaces where they look; none stands for every namespace.</summary>
    private static IEnumerable<(KubernetesObject Owner, string[] Namespaces, JsonNode? Selector)> PodSelectors(KubernetesObject owner)
    {
        string[] own = [owner.Namespace];
        var spec = owner.Body.At("spec");
        switch (owner.Kind)
        {
            case "Service":
                yield return (owner, own, new JsonObject { ["matchLabels"] = spec.At("selector")?.DeepClone() });
                break;
            case "PodDisruptionBudget":
                yield return (owner, own, spec.At("selector"));
                break;
            case "PodMonitor":
                yield return (owner, [.. spec.List("namespaceSelector", "matchNames").Select(space => space.ToString())], spec.At("selector"));
                break;
            case "NetworkPolicy":
                yield return (owner, own, spec.At("podSelector"));
                foreach (var peer in spec.List("ingress").SelectMany(rule => rule.List("from")).Concat(spec.List("egress").SelectMany(rule => rule.List("to"))).Where(peer => peer.At("ipBlock") is null))
                    yield return (owner, Spaces(owner, peer), peer.At("podSelector"));
                break;
        }
    }

    private static string[] Spaces(KubernetesObject policy, JsonNode peer) =>
        peer.At("namespaceSelector") is null ? [policy.Namespace] : [peer.Text("namespaceSelector", "matchLabels", "kubernetes.io/metadata.name")];

    /// <summary>The ports of each selected pod, names and numbers.</summary>
    private static IEnumerable<string[]> Selected(StackObjects objects, string[] spaces, JsonNode? selector) =>
    [
        .. objects.Pods.Where(pod => spaces.Contains(pod.Namespace) && Selector.Matches(selector, pod.Labels)).Select(pod => pod.Ports.SelectMany(port => new[] { port.Key, $"{port.Value}" }).ToArray()),
        .. OutsideProgram.All.Where(program => spaces.Contains(program.Namespace) && Selector.Matches(selector, program.Labels)).Select(program => program.Ports),
    ];
}
