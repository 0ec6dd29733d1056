using System.Globalization;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Rendering;

/// <summary>Reads a folder of manifests back as <c>clawdbot render</c> writes it: one object in each <c>.yaml</c> file of the folder itself.</summary>
internal static class ManifestReader
{
    /// <summary>Values in one object, at most: aliases of aliases could make a small file grow without bounds.</summary>
    private const int MostValues = 200_000;

    private const int DeepestLevel = 64;

    private const string Remedy = "Write the folder again with `clawdbot render STACK --out DIR`.";

    /// <summary>The manifests of a folder, sorted by name.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)];

    /// <summary>The objects of these files. What <see cref="ManifestRenderer"/> added about values that it left out is taken away again.</summary>
    /// <exception cref="DiagnosticException">A file is not one object, or two files hold the same.</exception>
    public static IReadOnlyList<ReadManifest> Read(IEnumerable<string> files)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var objects = new List<ReadManifest>();
        foreach (var file in files)
        {
            var read = ReadFile(OneLine.Of(file), file);
            if (!found.TryAdd(read.Identity, file))
            {
                throw Problem(DiagnosticIds.ManifestShape, OneLine.Of(file), $"{read.Identity}, which {OneLine.Of(found[read.Identity])} holds too", "each object in one file");
            }

            objects.Add(read);
        }

        return objects;
    }

    private static ReadManifest ReadFile(string name, string file)
    {
        YamlMapping? root;
        try
        {
            root = YamlFile.Load(file);
        }
        catch (DiagnosticException e)
        {
            // The same file read as a stack file would be a mistake in settings; here it is one in a manifest.
            throw new DiagnosticException([.. e.Diagnostics.Select(diagnostic => diagnostic.Id switch
            {
                DiagnosticIds.YamlSyntax => diagnostic with { Id = DiagnosticIds.ManifestSyntax, Remedy = Remedy },
                DiagnosticIds.StackFileShape => diagnostic with { Id = DiagnosticIds.ManifestShape, Allowed = "one Kubernetes object", Remedy = Remedy },
                _ => diagnostic,
            })]);
        }

        if (root is null)
        {
            throw Problem(DiagnosticIds.ManifestShape, name, "empty", "one Kubernetes object");
        }

        var count = 0;
        var body = (PlanValue.Map)Value(name, root.Node, 0, ref count);
        var (apiVersion, kind) = (Need(name, root, body, "apiVersion"), Need(name, root, body, "kind"));
        if (body.Find("metadata") is not PlanValue.Map metadata)
        {
            throw Missing(name, root, "metadata");
        }

        var objectName = metadata.Find("name") is PlanValue.Text { Value.Length: > 0 } text ? text.Value : throw Missing(name, root, "metadata.name");
        var space = metadata.Find("namespace") is PlanValue.Text ns ? ns.Value : "";
        return new ReadManifest(apiVersion, kind, space, objectName, ManifestNotes.Remove(body));
    }

    private static string Need(string file, YamlMapping root, PlanValue.Map body, string key) =>
        body.Find(key) is PlanValue.Text { Value.Length: > 0 } text ? text.Value : throw Missing(file, root, key);

    private static DiagnosticException Missing(string file, YamlMapping root, string key) => Problem(
        DiagnosticIds.ManifestShape, $"{file}:{YamlMapping.Position(root.Node.Start)}: {key}", "missing", "a text");

    private static PlanValue Value(string file, YamlNode node, int depth, ref int count)
    {
        if (++count > MostValues || depth > DeepestLevel)
        {
            throw Problem(DiagnosticIds.ManifestShape, $"{file}:{YamlMapping.Position(node.Start)}", "an object without an end or of absurd size", "one Kubernetes object");
        }

        switch (node)
        {
            case YamlSequenceNode sequence:
                var items = new List<PlanValue>();
                foreach (var item in sequence)
                {
                    items.Add(Value(file, item, depth + 1, ref count));
                }

                return new PlanValue.List([.. items]);
            case YamlMappingNode mapping:
                var entries = new List<KeyValuePair<string, PlanValue>>();
                foreach (var (key, value) in mapping.Children)
                {
                    entries.Add(KeyValuePair.Create(
                        (key as YamlScalarNode)?.Value ?? throw Problem(DiagnosticIds.ManifestShape, $"{file}:{YamlMapping.Position(key.Start)}: a key", "not a text", "a text"),
                        Value(file, value, depth + 1, ref count)));
                }

                return PlanValue.Map.Of(entries);
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static PlanValue Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        return scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty ? new PlanValue.Text(text)
            : text switch
            {
                "" or "~" or "null" or "Null" or "NULL" => PlanValue.Nothing,
                "true" or "True" or "TRUE" => new PlanValue.Flag(true),
                "false" or "False" or "FALSE" => new PlanValue.Flag(false),
                _ when IsNumber(text, out var number) => new PlanValue.Number(number),
                _ => new PlanValue.Text(text),
            };
    }

    // Words such as Infinity are texts in a manifest.
    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number) && (char.IsAsciiDigit(text[^1]) || text[^1] == '.');

    private static DiagnosticException Problem(string id, string subject, string value, string allowed) => new([new Diagnostic(id, subject, value, allowed, Remedy)]);
}
