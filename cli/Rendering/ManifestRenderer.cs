using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Rendering;

/// <summary>Turns the Kubernetes objects of a plan into manifests. docs/render.md tells what a reader may rely on.</summary>
internal static class ManifestRenderer
{
    /// <summary>Annotation that names the left-out secret values of an object, separated by commas.</summary>
    public const string SecretAnnotation = "clawdbot.dev/secret-values-to-supply";

    /// <summary>Annotation that names the left-out values that only a deployment produces, separated by commas.</summary>
    public const string UnknownAnnotation = "clawdbot.dev/values-known-after-deployment";

    /// <summary>The provider's own mark on objects that it names itself.</summary>
    public const string AutonamedAnnotation = "pulumi.com/autonamed";

    /// <summary>Renders <paramref name="plan"/>.</summary>
    /// <exception cref="DiagnosticException">An object cannot be identified before the deployment, or two resources give the same object.</exception>
    public static ManifestSet Render(Plan plan)
    {
        var errors = new List<Diagnostic>();
        var manifests = new List<Manifest>();
        var notRendered = new List<string>();
        foreach (var resource in plan.Resources.Where(r => r.Type.StartsWith("kubernetes:", StringComparison.Ordinal)))
        {
            if (ChartRenderer.CanRender(resource))
            {
                continue;
            }

            if (!IsObject(resource))
            {
                notRendered.Add($"{resource.Type} {resource.Name}");
            }
            else if (RenderObject(resource, errors) is { } manifest)
            {
                manifests.Add(manifest);
            }
        }

        errors.AddRange(Collisions(manifests));
        if (errors.Count > 0)
        {
            throw new DiagnosticException(errors);
        }

        var sorted = manifests.OrderBy(m => m.FileName, StringComparer.Ordinal).ToImmutableArray();
        var charts = ChartRenderer.Render(plan.Resources);
        return new ManifestSet(
            sorted,
            charts,
            [.. notRendered.Order(StringComparer.Ordinal)],
            [.. sorted.Select(Warning).OfType<string>(), .. charts.Where(chart => !chart.Missing.IsEmpty).Select(chart => Incomplete(chart.FileName, chart.Missing))]);
    }

    // The provider's tokens repeat the object's apiVersion ("core/v1" stands for "v1"); Release, Chart and ConfigGroup have no such object.
    /// <summary>Whether <paramref name="resource"/> is one Kubernetes object.</summary>
    public static bool IsObject(PlanResource resource) =>
        resource.Custom
        && resource.Type is not "kubernetes:helm.sh/v3:Release"
        && resource.Inputs.Find("apiVersion") is not null
        && resource.Inputs.Find("kind") is not null;

    private static Manifest? RenderObject(PlanResource resource, List<Diagnostic> errors)
    {
        var metadata = resource.Inputs.Find("metadata") ?? PlanValue.Map.Empty;
        var apiVersion = Identity(resource, "apiVersion", resource.Inputs.Find("apiVersion"), errors);
        var kind = Identity(resource, "kind", resource.Inputs.Find("kind"), errors);
        if (metadata is not PlanValue.Map known)
        {
            Identity(resource, "metadata", metadata, errors);
            return null;
        }

        var autonamed = known.Find("name") is null && known.Find("generateName") is null;
        var name = autonamed ? resource.Name : Identity(resource, "metadata.name", known.Find("name") ?? known.Find("generateName"), errors);
        var ns = known.Find("namespace") is { } value ? Identity(resource, "metadata.namespace", value, errors) : "";
        if (apiVersion is null || kind is null || name is null || ns is null)
        {
            return null;
        }

        var redaction = new Redaction();
        var body = redaction.Apply(resource.Inputs);
        body = Annotate(body, redaction, autonamed ? name : null);
        return new Manifest(FileName(apiVersion, kind, ns, name), YamlWriter.Write(body), resource.Urn, redaction.SecretPaths, redaction.UnknownPaths);
    }

    private static string? Identity(PlanResource resource, string path, PlanValue? value, List<Diagnostic> errors)
    {
        if (value is PlanValue.Text { Value.Length: > 0 } text)
        {
            return text.Value;
        }

        var found = value switch
        {
            PlanValue.Unknown => "known only after the deployment",
            PlanValue.Secret or PlanValue.Hidden => "secret",
            PlanValue.Text => "empty",
            _ => "not a string",
        };
        errors.Add(new Diagnostic(
            DiagnosticIds.ManifestIdentity, $"{path} of {resource.Type} {resource.Name}", found,
            "a text known before the deployment", "Give it a plain value in the component that makes it."));
        return null;
    }

    private static PlanValue.Map Annotate(PlanValue.Map body, Redaction redaction, string? assignedName)
    {
        var metadata = body.Find("metadata") as PlanValue.Map ?? PlanValue.Map.Empty;
        var annotations = metadata.Find("annotations") as PlanValue.Map ?? PlanValue.Map.Empty;
        if (assignedName is not null)
        {
            metadata = With(metadata, "name", new PlanValue.Text(assignedName));
            annotations = With(annotations, AutonamedAnnotation, new PlanValue.Text("true"));
        }

        annotations = WithPaths(annotations, SecretAnnotation, redaction.SecretPaths);
        annotations = WithPaths(annotations, UnknownAnnotation, redaction.UnknownPaths);
        return annotations.Entries.IsEmpty && assignedName is null
            ? body
            : With(body, "metadata", With(metadata, "annotations", annotations));
    }

    private static PlanValue.Map WithPaths(PlanValue.Map map, string key, ImmutableArray<string> paths) =>
        paths.IsEmpty ? map : With(map, key, new PlanValue.Text(string.Join(", ", paths)));

    private static PlanValue.Map With(PlanValue.Map map, string key, PlanValue value) =>
        PlanValue.Map.Of([.. map.Entries.Where(e => e.Key != key), KeyValuePair.Create(key, value)]);

    private static string FileName(string apiVersion, string kind, string ns, string name)
    {
        var group = ApplyOrder.IsBuiltIn(apiVersion) ? "" : "." + ApplyOrder.Group(apiVersion);
        var place = ns.Length > 0 ? ns + "." : "";
        var stem = string.Create(
            CultureInfo.InvariantCulture,
            $"{ApplyOrder.Rank(apiVersion, kind):000}-{kind.ToLowerInvariant()}{group}-{place}{name}");
        return ManifestFileName.Make(stem);
    }

    private static IEnumerable<Diagnostic> Collisions(IEnumerable<Manifest> manifests) => manifests
        .GroupBy(m => m.FileName, StringComparer.OrdinalIgnoreCase)
        .Where(g => g.Count() > 1)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new Diagnostic(
            DiagnosticIds.ManifestCollision, $"the number of resources that make {g.Key}",
            $"{g.Count()} ({string.Join(", ", g.Select(m => m.Urn).Order(StringComparer.Ordinal))})",
            "one resource per Kubernetes object", "Rename one object or remove the double resource."));

    private static string? Warning(Manifest manifest)
    {
        // A Secret without its values is what a rendered Secret is meant to be; only other objects lack something they need.
        var secrets = manifest.FileName.Contains("-secret-", StringComparison.Ordinal) ? [] : manifest.SecretPaths;
        var left = secrets.Select(p => $"{p} (secret)").Concat(manifest.UnknownPaths.Select(p => $"{p} (known after the deployment)")).ToList();
        return left.Count == 0 ? null : Incomplete(manifest.FileName, left);
    }

    private static string Incomplete(string file, IEnumerable<string> missing) =>
        $"{DiagnosticIds.ManifestIncomplete}: {file} lacks {string.Join(", ", missing)}. Add the values before applying it, or deploy with `pulumi up`.";
}
