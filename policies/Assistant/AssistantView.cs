using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Assistant;

/// <summary>The assistants of a stack, and which configuration each of them mounts.</summary>
internal sealed class AssistantView
{
    private readonly ILookup<(string Kind, string? Namespace, string Name), AssistantConfiguration> _byObject;

    /// <summary>Looks through <paramref name="stack"/>.</summary>
    public AssistantView(PolicyStack stack)
    {
        Servers = [.. stack.Resources.Where(r => AssistantServer.MayHaveOne(r.Type)).SelectMany(AssistantServer.Of)];
        _byObject = stack.Resources
            .Where(r => r.Type != AssistantServer.DockerContainer && AssistantServer.MayHaveOne(r.Type))
            .SelectMany(AssistantConfiguration.Of)
            .ToLookup(c => (c.Object!.Kind, c.Object.Namespace, c.Object.Name));
    }

    /// <summary>The servers.</summary>
    public IReadOnlyList<AssistantServer> Servers { get; }

    /// <summary>The configurations that the pod of <paramref name="server"/> mounts, or that are uploaded into it.</summary>
    public IEnumerable<AssistantConfiguration> ConfigurationsOf(AssistantServer server)
    {
        if (server.Container is not { } container)
        {
            return AssistantConfiguration.Of(server.Resource);
        }

        var space = container.Workload.Owner.Namespace;
        return Sources(container.Workload.Pod["volumes"]).Distinct().SelectMany(source => _byObject[(source.Kind, space, source.Name)]);
    }

    private static IEnumerable<(string Kind, string Name)> Sources(Property volumes)
    {
        foreach (var volume in Readable(volumes))
        {
            foreach (var source in Readable(volume["projected"]["sources"]).Append(volume))
            {
                if (source["configMap"]["name"] is { IsUnreadable: false, Text: { } configMap })
                {
                    yield return ("ConfigMap", configMap);
                }

                // A projected source writes the name as other objects do.
                foreach (var key in new[] { "name", "secretName" })
                {
                    if (source["secret"][key] is { IsUnreadable: false, Text: { } secret })
                    {
                        yield return ("Secret", secret);
                    }
                }
            }
        }
    }

    private static IEnumerable<Property> Readable(Property list) => list.IsUnreadable ? [] : list.Items.Where(item => !item.IsUnreadable);
}
