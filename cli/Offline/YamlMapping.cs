using Clawdbot.Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>A YAML mapping that remembers its file, so that errors can name line and column.</summary>
/// <param name="File">The file as it is to be named in messages.</param>
/// <param name="Node">The mapping.</param>
internal sealed record YamlMapping(string File, YamlMappingNode Node)
{
    /// <summary>The entries whose keys are scalars; Pulumi's files have no others.</summary>
    public IEnumerable<(string Key, YamlNode Value)> Entries =>
        Node.Children.Select(c => (Key: (c.Key as YamlScalarNode)?.Value ?? throw Shape(c.Key, "a key", "not a text", "a text"), c.Value));

    /// <summary>The value under <paramref name="key"/>; null when absent.</summary>
    public YamlNode? Find(string key) => Node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The text under <paramref name="key"/>; null when absent.</summary>
    /// <exception cref="DiagnosticException">The value is not a scalar.</exception>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        { } other => throw Shape(other, key, KindOf(other), "a text"),
    };

    /// <summary>The mapping under <paramref name="key"/>; null when absent or empty.</summary>
    /// <exception cref="DiagnosticException">The value is not a mapping.</exception>
    public YamlMapping? Mapping(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode mapping => new YamlMapping(File, mapping),
        { } other => throw Shape(other, key, KindOf(other), "a mapping (key: value lines)"),
    };

    private DiagnosticException Shape(YamlNode node, string key, string value, string allowed) => new([new Diagnostic(
        DiagnosticIds.StackFileShape, $"{File}:{Position(node.Start)}: {key}", value, allowed, "Correct the file.")]);

    /// <summary>Line and column, both from 1.</summary>
    public static string Position(Mark mark) => FormattableString.Invariant($"{mark.Line}:{mark.Column}");

    private static string KindOf(YamlNode node) => node switch
    {
        YamlSequenceNode => "a list",
        YamlMappingNode => "a mapping",
        _ => "a text",
    };
}
