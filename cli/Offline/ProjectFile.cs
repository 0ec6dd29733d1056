using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>What the offline command needs of <c>Pulumi.yaml</c>.</summary>
/// <param name="Root">The folder of the file.</param>
/// <param name="Name">The project's name, which is also the default configuration namespace.</param>
/// <param name="StackFolder">The folder of the stack files.</param>
/// <param name="Declared">The <c>config:</c> block by full key.</param>
internal sealed record ProjectFile(string Root, string Name, string StackFolder, ImmutableDictionary<string, DeclaredKey> Declared)
{
    private const string StackFilePrefix = "Pulumi.";
    private const string StackFileSuffix = ".yaml";

    /// <summary>Reads the project file in <paramref name="root"/>.</summary>
    /// <exception cref="DiagnosticException">The file is unreadable or not shaped as Pulumi wants it.</exception>
    public static ProjectFile Load(string root)
    {
        var path = Path.Combine(root, RepositoryRoot.ProjectFileName);
        var yaml = YamlFile.Load(path);
        var name = yaml?.Text("name");
        if (yaml is null || string.IsNullOrEmpty(name))
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.StackFileShape, $"name in {path}", "missing", "the project's name", "Add a line `name: clawdbot`.")]);
        }

        var declared = (yaml.Mapping("config")?.Entries ?? []).ToImmutableDictionary(e => FullKey(name, e.Key), e => Declaration(e.Value));
        return new ProjectFile(root, name, Path.GetFullPath(Path.Combine(root, yaml.Text("stackConfigDir") ?? "")), declared);
    }

    /// <summary>The stacks that have a file, sorted.</summary>
    public ImmutableArray<string> Stacks() => !Directory.Exists(StackFolder) ? [] :
        [.. Directory.EnumerateFiles(StackFolder, StackFilePrefix + "*" + StackFileSuffix)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => f.Length > StackFilePrefix.Length + StackFileSuffix.Length)
            .Select(f => f[StackFilePrefix.Length..^StackFileSuffix.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The path of a stack's file.</summary>
    public string StackFilePath(string stack) => Path.Combine(StackFolder, StackFilePrefix + stack + StackFileSuffix);

    /// <summary>A key with its namespace; a bare key belongs to the project.</summary>
    public static string FullKey(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    // https://www.pulumi.com/docs/iac/concepts/projects/project-file/: an entry is a value, or an object with type, default, secret, value …
    private static DeclaredKey Declaration(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            return new DeclaredKey(node, Secret: false);
        }

        var entry = new YamlMapping("", mapping);
        var secret = string.Equals((entry.Find("secret") as YamlScalarNode)?.Value, "true", StringComparison.OrdinalIgnoreCase);
        return new DeclaredKey(entry.Find("value") ?? entry.Find("default"), secret);
    }
}
