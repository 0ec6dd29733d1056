using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Stacks.Tests.Testing;

/// <summary>Reads YAML files of the repository as Pulumi reads them.</summary>
public static class StackFile
{
    public static string[] Stacks { get; } = ["local", "onprem", "prod", "staging"];

    public static string Root { get; } = FindRoot();

    /// <summary>The <c>config</c> of a stack: full keys and their values, in the order of the file.</summary>
    public static JsonObject Config(string stack) => (JsonObject)Read(Path.Combine("stacks", $"Pulumi.{stack}.yaml"))["config"]!.DeepClone();

    public static JsonObject Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Root, path));
        yaml.Load(reader);
        return (JsonObject)ToJson(yaml.Documents[0].RootNode)!;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Resolve(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"Unexpected YAML node {node.NodeType}."),
    };

    private static JsonValue? Resolve(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when int.TryParse(text, CultureInfo.InvariantCulture, out var integer) => JsonValue.Create(integer),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clawdbot.Infra.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Clawdbot.Infra.sln above {AppContext.BaseDirectory}.");
    }
}
