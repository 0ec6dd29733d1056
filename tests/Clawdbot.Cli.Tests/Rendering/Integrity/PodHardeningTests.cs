using System.Globalization;
using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>Every pod of every stack, against Pod Security <c>restricted</c> (https://kubernetes.io/docs/concepts/security/pod-security-standards/) and what we ask beyond it.</summary>
[Collection(ProgramRuns.Name)]
public sealed class PodHardeningTests
{
    private static readonly string[] AllowedVolumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static TheoryData<string> Stacks => StackObjects.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_pod_passes_Pod_Security_restricted(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Assert.True(objects.Pods.Length >= 7);
        Problems.None(objects.Pods.SelectMany(pod => Restricted(pod).Select(problem => $"{pod}: {problem}")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_pod_has_limits_pins_and_an_identity_without_a_token(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        Problems.None(objects.Pods.SelectMany(pod => Ours(objects, pod).Select(problem => $"{pod}: {problem}")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_job_ends_and_is_cleared_away(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var jobs = objects.Of("Job").Select(job => (job, Spec: job.Body.At("spec")!)).Concat(objects.Of("CronJob").Select(job => (job, Spec: job.Body.At("spec", "jobTemplate", "spec")!))).ToList();
        Assert.NotEmpty(jobs);
        Assert.All(jobs, each => Assert.All((string[])["ttlSecondsAfterFinished", "activeDeadlineSeconds", "backoffLimit"], member => Assert.True(each.Spec.At(member) is not null, $"{each.job} has no {member}")));
        Assert.All(objects.Of("CronJob"), job => Assert.Equal("Forbid", job.Body.Text("spec", "concurrencyPolicy")));
    }

    /// <summary>Voluntary disruptions take one at a time, and one lost host is not all of them.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Everything_replicated_has_a_budget_and_stands_on_several_hosts(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var budgets = objects.Of("PodDisruptionBudget").ToList();
        var problems = new List<string>();
        foreach (var pod in objects.Pods.Where(pod => pod.Owner.Kind is "Deployment" or "StatefulSet"))
        {
            var own = budgets.Where(budget => budget.Namespace == pod.Namespace && Selector.Matches(budget.Body.At("spec", "selector"), pod.Labels)).ToList();
            var replicas = pod.Owner.Body.Text("spec", "replicas") is { Length: > 0 } number ? int.Parse(number, CultureInfo.InvariantCulture) : 2;
            if (own.Count != 1)
                problems.Add($"{pod} has {own.Count} disruption budgets");
            if (own.Any(budget => budget.Body.Text("spec", "minAvailable") == $"{replicas}" || budget.Body.Text("spec", "maxUnavailable") == "0"))
                problems.Add($"{pod} can never be moved off a node");
            var spread = pod.Spec.List("topologySpreadConstraints").Any(each => each.Text("topologyKey") == "kubernetes.io/hostname")
                || pod.Spec.At("affinity")?.ToJsonString().Contains("kubernetes.io/hostname", StringComparison.Ordinal) == true;
            if (replicas > 1 && !spread)
                problems.Add($"{pod} may have all replicas on one host");
        }
        Problems.None(problems);
    }

    private static IEnumerable<string> Restricted(PodTemplate pod)
    {
        var spec = pod.Spec;
        foreach (var member in (string[])["hostNetwork", "hostPID", "hostIPC"])
        {
            if (spec.IsTrue(member))
                yield return $"{member} is on";
        }
        foreach (var volume in spec.List("volumes"))
        {
            if (volume.AsObject().Select(pair => pair.Key).Where(key => key != "name").Except(AllowedVolumes).FirstOrDefault() is { } kind)
                yield return $"volume {volume.Text("name")} is a {kind}";
        }
        if (spec.List("securityContext", "sysctls").Any())
            yield return "sysctls are set";
        if (spec.At("securityContext").Text("runAsUser") is not { Length: > 0 } user || user == "0")
            yield return "runs as root, or as the user of its image";
        foreach (var context in pod.AllContainers.Select(container => container.At("securityContext")).Append(spec.At("securityContext")))
        {
            if (context.IsTrue("windowsOptions", "hostProcess") || context.At("seLinuxOptions") is not null || context.At("procMount") is not null || context.Text("appArmorProfile", "type") == "Unconfined")
                yield return "SELinux, AppArmor, /proc or Windows are changed";
            if (context.Text("runAsUser") == "0" || context.Text("runAsNonRoot") != "true" || context.Text("seccompProfile", "type") != "RuntimeDefault")
                yield return "runAsNonRoot or seccomp RuntimeDefault is missing";
        }
        foreach (var container in pod.AllContainers)
        {
            var name = container.Text("name");
            if (container.IsTrue("securityContext", "privileged") || container.Text("securityContext", "allowPrivilegeEscalation") != "false")
                yield return $"{name} may escalate";
            if (container.List("securityContext", "capabilities", "drop").All(each => each.ToString() != "ALL") || container.List("securityContext", "capabilities", "add").Any())
                yield return $"{name} keeps capabilities";
            if (container.List("ports").Any(port => port.At("hostPort") is not null))
                yield return $"{name} takes a port of the host";
            if (container.Walk().Any(each => each.Path.EndsWith(".httpGet.host", StringComparison.Ordinal) || each.Path.EndsWith(".tcpSocket.host", StringComparison.Ordinal)))
                yield return $"{name} has a probe of another host";
        }
        if (spec.List("ephemeralContainers").Any())
            yield return "has ephemeral containers";
    }

    private static IEnumerable<string> Ours(StackObjects objects, PodTemplate pod)
    {
        if (pod.Spec.Text("serviceAccountName") is "" or "default")
            yield return "uses the default service account";
        if (pod.Spec.Text("automountServiceAccountToken") != "false" || objects.Find("ServiceAccount", pod.Namespace, pod.Spec.Text("serviceAccountName"))?.Body.Text("automountServiceAccountToken") != "false")
            yield return "gets a token of the API";
        if (pod.Spec.Text("enableServiceLinks") != "false")
            yield return "gets the addresses of all services as variables";
        if (pod.Spec.Text("priorityClassName").Length == 0)
            yield return "has no priority";
        foreach (var container in pod.AllContainers)
        {
            var name = container.Text("name");
            foreach (var kind in (string[])["requests", "limits"])
            {
                foreach (var resource in (string[])["cpu", "memory", "ephemeral-storage"])
                {
                    if (container.At("resources", kind, resource) is null)
                        yield return $"{name} has no {kind} of {resource}";
                }
            }
            if (container.Text("securityContext", "readOnlyRootFilesystem") != "true")
                yield return $"{name} can write to its image";
            // An image that the stack builds is known by its digest only after the build.
            if (container.At("image") is JsonValue && !IsPinned(container.Text("image")))
                yield return $"{name} has the image {container.Text("image")}";
        }
        foreach (var container in pod.Containers.Where(_ => pod.Owner.Kind is "Deployment" or "StatefulSet"))
        {
            foreach (var probe in (string[])["startupProbe", "readinessProbe", "livenessProbe"])
            {
                if (container.At(probe) is null)
                    yield return $"{container.Text("name")} has no {probe}";
            }
        }
        foreach (var volume in pod.Spec.List("volumes").Where(volume => volume.At("emptyDir") is not null && volume.At("emptyDir", "sizeLimit") is null))
            yield return $"{volume.Text("name")} may fill the node";
    }

    private static bool IsPinned(string image) =>
        image.Contains("@sha256:", StringComparison.Ordinal)
        || image.Split('/')[^1].Split(':') is [_, { Length: > 0 } tag] && tag != "latest" && tag.Any(char.IsAsciiDigit);
}
