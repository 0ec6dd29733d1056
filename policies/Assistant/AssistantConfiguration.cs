using System.Text;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Assistant;

/// <summary>The assistant's configuration file (<c>openclaw.json</c>), in a ConfigMap, in a Secret, or uploaded into a container of Docker.</summary>
internal sealed class AssistantConfiguration
{
    private static readonly string[] Files = ["data", "stringData"];

    private readonly bool _isEncoded;

    private AssistantConfiguration(Property text, KubernetesObject? item, bool isEncoded)
    {
        Text = text;
        Object = item;
        _isEncoded = isEncoded;
    }

    /// <summary>The place of the text.</summary>
    public Property Text { get; }

    /// <summary>The ConfigMap or Secret; null for one of Docker.</summary>
    public KubernetesObject? Object { get; }

    /// <summary>Whether it stands in a Secret.</summary>
    public bool IsInSecret => Object?.Kind == "Secret";

    /// <summary>The document; null when the text is no JSON5 object.</summary>
    /// <exception cref="UnknownValueException">The text is not known yet.</exception>
    public Property? Document => Decoded() is { } text && RelaxedJson.TryParse(text) is PropertyValue.Map map ? Text.Document(map) : null;

    /// <summary>Whether parts of <paramref name="document"/> stand in other files, so that what is missing here may still be there.</summary>
    public static bool HasOtherFiles(Property document) => document["$include"].Exists || document.Entries.Any(section => section.Value["$include"].Exists);

    /// <summary>The configurations in <paramref name="resource"/>.</summary>
    public static IEnumerable<AssistantConfiguration> Of(PolicyResource resource)
    {
        if (resource.Type == AssistantServer.DockerContainer)
        {
            return Items(resource["uploads"])
                .Where(upload => upload["file"] is { IsUnreadable: false, Text: { } file } && AssistantNames.IsConfigurationFile(file[(file.LastIndexOf('/') + 1)..]))
                .Select(upload => upload["content"] is { IsUnreadable: true } or { Exists: true }
                    ? new AssistantConfiguration(upload["content"], null, false)
                    : new AssistantConfiguration(upload["contentBase64"], null, true));
        }

        return resource.Objects
            .Where(item => item.Kind is "ConfigMap" or "Secret" && item.Group.Length == 0)
            .SelectMany(item => Files.SelectMany(key => Entries(item.Root[key])
                .Where(file => AssistantNames.IsConfigurationFile(file.Key))
                .Select(file => new AssistantConfiguration(file.Value, item, item.Kind == "Secret" && key == "data"))));
    }

    private static IEnumerable<Property> Items(Property list) => list.IsUnreadable ? [] : list.Items.Where(item => !item.IsUnreadable);

    private static IEnumerable<KeyValuePair<string, Property>> Entries(Property map) => map.IsUnreadable ? [] : map.Entries;

    private string? Decoded()
    {
        var text = Text.Text;
        if (text is null || !_isEncoded)
        {
            return text;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
