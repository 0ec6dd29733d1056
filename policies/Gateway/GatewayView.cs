using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Releases;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Gateway;

/// <summary>The parts of the gateway in a stack: its documents, the pods that read them, and the model servers behind it.</summary>
internal sealed class GatewayView
{
    private const string Component = "app.kubernetes.io/component";

    private static readonly string[] ModelServerImages = ["vllm-openai", "vllm", "vllm-tpu", "vllm-rocm", "vllm-cpu", "ollama"];

    private readonly ILookup<(string? Namespace, string ConfigMap), Workload> _readers;

    /// <summary>Looks through <paramref name="stack"/>.</summary>
    public GatewayView(PolicyStack stack)
    {
        var workloads = stack.Objects.Select(item => item.Workload).OfType<Workload>().Where(workload => workload.IsService && !workload.Pod.IsUnreadable).ToList();
        Documents = [.. stack.Resources.Where(r => GatewayDocument.MayBeIn(r.Type)).SelectMany(GatewayDocument.Of)];
        Routers = [.. workloads.Where(workload => Label(workload, Component) == "router" && Label(workload, "app.kubernetes.io/part-of") == "clawdbot")];
        ModelServers = [.. workloads.Where(IsModelServer)];
        _readers = workloads
            .SelectMany(workload => ConfigMaps(workload).Distinct(StringComparer.Ordinal).Select(name => (Key: (workload.Owner.Namespace, name), workload)))
            .ToLookup(found => found.Key, found => found.workload);
    }

    /// <summary>The documents.</summary>
    public IReadOnlyList<GatewayDocument> Documents { get; }

    /// <summary>The workloads of the Router.</summary>
    public IReadOnlyList<Workload> Routers { get; }

    /// <summary>The workloads of model servers.</summary>
    public IReadOnlyList<Workload> ModelServers { get; }

    /// <summary>The workloads that mount <paramref name="document"/>.</summary>
    public IEnumerable<Workload> ReadersOf(GatewayDocument document) => document.Object is { } item ? _readers[(item.Namespace, item.Name)] : [];

    private static bool IsModelServer(Workload workload) =>
        Label(workload, Component) == "model-server"
        || (!workload.Pod["containers"].IsUnreadable && workload.Pod["containers"].Items.Any(container =>
            container["image"] is { IsUnreadable: false } image && ReleaseImage.At(image) is { } parsed && ModelServerImages.Contains(parsed.Program, StringComparer.Ordinal)));

    private static string? Label(Workload workload, string key) => workload.PodMetadata["labels"][key] is { IsUnreadable: false } place ? place.Text : null;

    private static IEnumerable<string> ConfigMaps(Workload workload)
    {
        var volumes = workload.Pod["volumes"];
        return volumes.IsUnreadable ? [] : volumes.Items.Select(Name).OfType<string>();

        static string? Name(Property volume) => volume["configMap"]["name"] is { IsUnreadable: false } name ? name.Text : null;
    }
}
