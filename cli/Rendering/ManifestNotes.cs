using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>Turns a rendered object back into what it was rendered from, as far as that is possible.</summary>
internal static class ManifestNotes
{
    private static readonly string[] Own = [ManifestRenderer.SecretAnnotation, ManifestRenderer.UnknownAnnotation, ManifestRenderer.AutonamedAnnotation];

    /// <summary>Takes away the renderer's annotations and the name that it chose; a Secret gets back the names of the keys that were left out.</summary>
    public static PlanValue.Map Remove(PlanValue.Map body)
    {
        if (body.Find("metadata") is not PlanValue.Map metadata || metadata.Find("annotations") is not PlanValue.Map annotations)
        {
            return body;
        }

        var kept = annotations.Entries.Where(entry => !Own.Contains(entry.Key)).ToList();
        if (kept.Count == annotations.Entries.Length)
        {
            return body;
        }

        var autonamed = annotations.Find(ManifestRenderer.AutonamedAnnotation) is not null;
        var rest = metadata.Entries.Where(entry => entry.Key != "annotations" && !(autonamed && entry.Key == "name"));
        if (kept.Count > 0)
        {
            rest = rest.Append(KeyValuePair.Create<string, PlanValue>("annotations", PlanValue.Map.Of(kept)));
        }

        var clean = Set(body, "metadata", PlanValue.Map.Of(rest));
        return body.Find("kind") is PlanValue.Text { Value: "Secret" } && annotations.Find(ManifestRenderer.SecretAnnotation) is PlanValue.Text left
            ? WithKeys(clean, left.Value.Split(", "))
            : clean;
    }

    private static PlanValue.Map WithKeys(PlanValue.Map body, string[] paths)
    {
        foreach (var map in SecretData.Maps)
        {
            var keys = paths.Where(path => path.StartsWith(map + ".", StringComparison.Ordinal) || path.StartsWith(map + "['", StringComparison.Ordinal))
                .Select(path => path[map.Length] == '.' ? path[(map.Length + 1)..] : path[(map.Length + 2)..^2])
                .Concat(body.Find(map) is PlanValue.Map filled ? filled.Entries.Select(entry => entry.Key) : [])
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (keys.Count > 0 && paths.Any(path => path.StartsWith(map, StringComparison.Ordinal)))
            {
                body = Set(body, map, new PlanValue.Secret([.. keys]));
            }
        }

        return body;
    }

    private static PlanValue.Map Set(PlanValue.Map map, string key, PlanValue value) =>
        PlanValue.Map.Of([.. map.Entries.Where(entry => entry.Key != key), KeyValuePair.Create(key, value)]);
}
