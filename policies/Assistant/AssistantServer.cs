using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Releases;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Assistant;

/// <summary>A container that runs the assistant: of a pod, or of Docker.</summary>
internal sealed class AssistantServer
{
    /// <summary>Type token of Docker's containers.</summary>
    public const string DockerContainer = "docker:index/container:Container";

    private AssistantServer(PolicyResource resource, Property root, Container? container)
    {
        Resource = resource;
        Root = root;
        Container = container;
    }

    /// <summary>The resource that declares it.</summary>
    public PolicyResource Resource { get; }

    /// <summary>Its place.</summary>
    public Property Root { get; }

    /// <summary>The container of a pod; null for one of Docker.</summary>
    public Container? Container { get; }

    /// <summary>The image.</summary>
    public Property Image => Root["image"];

    /// <summary>Whether resources of the type <paramref name="type"/> may declare one, or its configuration.</summary>
    public static bool MayHaveOne(string type) => type == DockerContainer || type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>The servers in <paramref name="resource"/>.</summary>
    public static IReadOnlyList<AssistantServer> Of(PolicyResource resource)
    {
        if (resource.Type == DockerContainer)
        {
            return Runs(resource.Properties, []) || AssistantConfiguration.Of(resource).Any() ? [new AssistantServer(resource, resource.Properties, null)] : [];
        }

        return
        [
            .. resource.Objects
                .Where(item => item.Workload is { Pod: { IsUnreadable: false } pod } && pod["containers"] is { IsUnreadable: false } && pod["initContainers"] is { IsUnreadable: false })
                .SelectMany(item => item.Workload!.Containers)
                .Where(container => container.IsLongRunning && Runs(container.Root, [container.Name]))
                .Select(container => new AssistantServer(resource, container.Root, container)),
        ];
    }

    /// <summary>The words of the command line: a script for a shell counts as the words it is made of.</summary>
    /// <exception cref="UnknownValueException">A word is not known yet.</exception>
    public IReadOnlyList<string> Words => [.. Arguments(Root).SelectMany(place => (place.Text ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The value of the option <paramref name="name"/> on the command line; null when it is not there, or has none.</summary>
    /// <exception cref="UnknownValueException">A word is not known yet.</exception>
    public string? Option(string name)
    {
        var words = Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == name)
            {
                return i + 1 < words.Count ? words[i + 1].Trim('"', '\'') : null;
            }

            if (words[i].StartsWith(name + "=", StringComparison.Ordinal))
            {
                return words[i][(name.Length + 1)..].Trim('"', '\'');
            }
        }

        return null;
    }

    /// <summary>The environment variable of a pod that is one of <paramref name="names"/>; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The variables are not known yet.</exception>
    public Property? Variable(IEnumerable<string> names) =>
        Container?.Environment.FirstOrDefault(variable => names.Contains(variable["name"].Text, StringComparer.Ordinal));

    /// <summary>Whether variables come from elsewhere, so that one that is not seen may still be there.</summary>
    public bool HasOtherVariables => Container is null ? Root["envs"].Exists || Root["env"].Exists : Root["envFrom"].Items.Any();

    private static IEnumerable<Property> Arguments(Property root) =>
        root.Resource.Type == DockerContainer ? [.. root["entrypoints"].Items, .. root["command"].Items] : [.. root["command"].Items, .. root["args"].Items];

    // The name counts only where the image is not known yet.
    private static bool Runs(Property root, IEnumerable<string> names)
    {
        var image = root["image"];
        return image.IsUnreadable
            ? names.Any(AssistantNames.IsProgram) || Starts(root)
            : (ReleaseImage.At(image) is { } parsed && AssistantNames.IsProgram(parsed.Program)) || Starts(root);
    }

    private static bool Starts(Property root)
    {
        string[] lists = root.Resource.Type == DockerContainer ? ["entrypoints", "command"] : ["command", "args"];
        var words = lists.Select(key => root[key]).Where(list => !list.IsUnreadable).SelectMany(list => list.Items).Where(item => !item.IsUnreadable).Select(item => item.Text);
        return AssistantNames.IsStart(string.Join(' ', words));
    }
}
