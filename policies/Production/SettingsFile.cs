using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Production;

/// <summary>A JSON file in a ConfigMap that a part of the system reads.</summary>
/// <param name="Map">The ConfigMap.</param>
/// <param name="Place">Where the text stands: <c>data["router.json"]</c>.</param>
internal sealed record SettingsFile(KubernetesObject Map, Property Place)
{
    private readonly Lazy<Property?> _document = new(() => Place.IsUnreadable ? null : Place.ParseJson());

    /// <summary>The document; null when the text is no JSON.</summary>
    /// <exception cref="UnknownValueException">The text is not known yet.</exception>
    public Property? Document => Place.IsUnreadable ? Place.ParseJson() : _document.Value;
}
