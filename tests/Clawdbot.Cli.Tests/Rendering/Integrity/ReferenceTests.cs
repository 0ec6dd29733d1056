using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What an object names exists, where it looks for it; what comes from elsewhere is in <see cref="OutsideObject"/> with its reason.</summary>
[Collection(ProgramRuns.Name)]
public sealed class ReferenceTests
{
    public static TheoryData<string> Stacks => StackObjects.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_named_object_exists(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var references = References(objects).ToList();
        Assert.True(references.Count > 100);
        Problems.None(references.Where(each => !Exists(objects, each.Kind, each.Namespace, each.Name)).Select(each => $"{each.Owner} names {each.Kind} {each.Namespace}/{each.Name}").Distinct());
    }

    /// <summary>An entry that nothing names would hide the next mistake.</summary>
    [Fact]
    public async Task Every_outside_object_is_needed_and_made_by_no_stack()
    {
        var stacks = new List<StackObjects>();
        foreach (var stack in (string[])["onprem", "staging", "prod"])
            stacks.Add(await StackObjects.OfAsync(stack));
        Problems.None(OutsideObject.All.Where(each => !stacks.Any(objects => References(objects).Any(reference => (reference.Kind, reference.Namespace, reference.Name) == (each.Kind, each.Namespace, each.Name)))));
        Problems.None(OutsideObject.All.Where(each => stacks.Any(objects => objects.Has(each.Kind, each.Namespace, each.Name))));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_named_key_exists_where_the_content_is_known(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var keys = objects.Pods.SelectMany(pod => pod.Spec.Walk().SelectMany(each => Keys(each.Path, each.Node).Select(key => (Pod: pod, key.Kind, key.Name, key.Key)))).ToList();
        Assert.NotEmpty(keys);
        Problems.None(keys.Where(each => KnownKeys(objects, each.Kind, each.Pod.Namespace, each.Name) is { } known && !known.Contains(each.Key)).Select(each => $"{each.Pod}: {each.Kind} {each.Name} has no key {each.Key}"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_mount_has_its_volume_and_every_volume_is_mounted_once_at_a_path(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var problems = new List<string>();
        foreach (var pod in objects.Pods)
        {
            string[] volumes = [.. pod.Spec.List("volumes").Select(volume => volume.Text("name")), .. pod.Owner.Body.List("spec", "volumeClaimTemplates").Select(claim => claim.Text("metadata", "name"))];
            var mounted = pod.AllContainers.SelectMany(container => container.List("volumeMounts")).Select(mount => mount.Text("name")).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(volumes.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{pod}: two volumes {group.Key}"));
            problems.AddRange(volumes.Except(mounted).Select(name => $"{pod}: nobody mounts {name}"));
            problems.AddRange(mounted.Except(volumes).Select(name => $"{pod}: no volume {name}"));
            foreach (var container in pod.AllContainers)
                problems.AddRange(container.List("volumeMounts").GroupBy(mount => mount.Text("mountPath").TrimEnd('/')).Where(group => group.Count() > 1).Select(group => $"{pod}: two volumes at {group.Key}"));
        }
        Problems.None(problems);
    }

    /// <summary>Every mount of a claim by several pods needs a claim that several nodes can mount.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_shared_claim_can_be_shared(string stack)
    {
        var objects = await StackObjects.OfAsync(stack);
        var users = objects.Pods.SelectMany(pod => pod.Spec.List("volumes").Where(volume => volume.At("persistentVolumeClaim") is not null)
            .Select(volume => (Pod: pod, Claim: objects.Find("PersistentVolumeClaim", pod.Namespace, volume.Text("persistentVolumeClaim", "claimName"))!)));
        Problems.None(users.GroupBy(user => user.Claim)
            .Where(group => group.Count() > 1 || group.Any(user => user.Pod.Owner.Kind == "Deployment" && user.Pod.Owner.Body.Text("spec", "strategy", "type") != "Recreate"))
            .Where(group => group.Key.Body.List("spec", "accessModes").All(mode => mode.ToString() is not ("ReadWriteMany" or "ReadOnlyMany")))
            .Select(group => group.Key));
    }

    private static IEnumerable<(KubernetesObject Owner, string Kind, string Namespace, string Name)> References(StackObjects objects)
    {
        foreach (var each in objects.Objects)
        {
            if (each.Namespace.Length > 0)
                yield return (each, "Namespace", "", each.Namespace);
            foreach (var (path, node) in each.Body.Walk())
            {
                foreach (var (kind, space, name) in Names(each, path, node))
                    yield return (each, kind, space, name);
            }
        }
        foreach (var release in objects.Releases.Values)
        {
            var body = StackObjects.ToJson(release.Inputs);
            var owner = new KubernetesObject(release, body);
            yield return (owner, "Namespace", "", body.Text("namespace"));
            foreach (var (kind, space, name) in body.Walk().SelectMany(each => NamesInValues(each.Path, each.Node, body.Text("namespace"))))
                yield return (owner, kind, space, name);
        }
    }

    private static IEnumerable<(string Kind, string Namespace, string Name)> Names(KubernetesObject owner, string path, JsonNode node)
    {
        var member = path[(path.LastIndexOf('.') + 1)..];
        var text = node is JsonValue ? node.ToString() : "";
        switch (member)
        {
            case "serviceAccountName":
                yield return ("ServiceAccount", owner.Namespace, text);
                break;
            case "priorityClassName":
                yield return ("PriorityClass", "", text);
                break;
            case "priorityClassNames":
                foreach (var name in node.Map().Values)
                    yield return ("PriorityClass", "", name);
                break;
            case "storageClassName" when text.Length > 0:
                yield return ("StorageClass", "", text);
                break;
            case "claimName":
                yield return ("PersistentVolumeClaim", owner.Namespace, text);
                break;
            case "volumeName":
                yield return ("PersistentVolume", "", text);
                break;
            case "secretKeyRef" or "secretRef":
                yield return ("Secret", owner.Namespace, node.Text("name"));
                break;
            case "configMapKeyRef" or "configMapRef" or "configMap" when node.At("name") is not null:
                yield return ("ConfigMap", owner.Namespace, node.Text("name"));
                break;
            case "secretName" when owner.Kind != "Certificate":
                // The key of a ClusterIssuer lies in the namespace of cert-manager.
                yield return ("Secret", owner.Kind == "ClusterIssuer" ? "cert-manager" : owner.Namespace, text);
                break;
            case "issuerRef":
                yield return (node.Text("kind"), node.Text("kind") == "ClusterIssuer" ? "" : owner.Namespace, node.Text("name"));
                break;
            case "credentials" when owner.Kind is "PodMonitor" or "ServiceMonitor":
                yield return ("Secret", owner.Namespace, node.Text("name"));
                break;
            case "parameters" when owner.Kind == "StorageClass":
                foreach (var (key, name) in node.Map().Where(pair => pair.Key.EndsWith("-secret-name", StringComparison.Ordinal)))
                    yield return ("Secret", node.Text(key.Replace("-secret-name", "-secret-namespace", StringComparison.Ordinal)), name);
                break;
        }
        if (member.StartsWith("imagePullSecrets[", StringComparison.Ordinal))
            yield return ("Secret", owner.Namespace, node.Text("name"));
    }

    private static IEnumerable<(string Kind, string Namespace, string Name)> NamesInValues(string path, JsonNode node, string space)
    {
        var member = path[(path.LastIndexOf('.') + 1)..];
        return member switch
        {
            "priorityClassName" => [("PriorityClass", "", node.ToString())],
            "storageClassName" => [("StorageClass", "", node.ToString())],
            "existingSecret" or "configSecret" => [("Secret", space, node.ToString())],
            "secrets" => node.List().Select(name => ("Secret", space, name.ToString())),
            // A claim of a chart without a class waits for ever in a cluster that has no default class.
            "volumeClaimTemplate" when node.At("spec", "storageClassName") is null => [("StorageClass", "", "(default)")],
            _ => [],
        };
    }

    private static bool Exists(StackObjects objects, string kind, string space, string name) =>
        objects.Has(kind, space, name)
        || OutsideObject.All.Any(each => (each.Kind, each.Namespace, each.Name) == (kind, space, name))
        || kind == "Secret" && objects.Of("Certificate").Any(certificate => certificate.Namespace == space && certificate.Body.Text("spec", "secretName") == name)
        // Of a cluster that is there already its owner says which classes it has.
        || kind == "StorageClass" && (name == "(default)"
            ? objects.Plan.Stack == "onprem" || objects.Of("StorageClass").Any(each => each.Body.At("metadata", "annotations").Text("storageclass.kubernetes.io/is-default-class") == "true")
            : objects.Plan.Stack == "onprem");

    private static IEnumerable<(string Kind, string Name, string Key)> Keys(string path, JsonNode node)
    {
        var member = path[(path.LastIndexOf('.') + 1)..];
        return member switch
        {
            "secretKeyRef" => [("Secret", node.Text("name"), node.Text("key"))],
            "configMapKeyRef" => [("ConfigMap", node.Text("name"), node.Text("key"))],
            "secret" => node.List("items").Select(item => ("Secret", node.Text("secretName"), item.Text("key"))),
            "configMap" => node.List("items").Select(item => ("ConfigMap", node.Text("name"), item.Text("key"))),
            _ => [],
        };
    }

    /// <summary>Null where the keys come with the deployment.</summary>
    private static string[]? KnownKeys(StackObjects objects, string kind, string space, string name)
    {
        if (objects.Of("Certificate").Any(certificate => certificate.Namespace == space && certificate.Body.Text("spec", "secretName") == name))
            return kind == "Secret" ? ["tls.crt", "tls.key", "ca.crt"] : null;
        var body = objects.Find(kind, space, name)?.Body;
        var content = body.At("stringData") ?? body.At("data");
        return content switch
        {
            JsonObject secret when secret.ContainsKey("$secret") => secret.List("keys").Select(key => key.ToString()).ToArray() is { Length: > 0 } keys ? keys : null,
            JsonObject unknown when unknown.ContainsKey("$unknown") => null,
            JsonObject map => [.. map.Select(pair => pair.Key)],
            _ => null,
        };
    }
}
