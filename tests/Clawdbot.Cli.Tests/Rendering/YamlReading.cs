using System.Globalization;
using Clawdbot.Cli.Plans;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Tests.Rendering;

/// <summary>Reads YAML back with a parser that shares no code with the writer.</summary>
internal static class YamlReading
{
    public static YamlScalarNode Scalar(string yaml) => Assert.IsType<YamlScalarNode>(Root("v: " + yaml + "\n").Children.Single().Value);

    public static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
    }

    public static PlanValue Value(YamlNode node) => node switch
    {
        YamlMappingNode map => PlanValue.Map.Of(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Value(c.Value)))),
        YamlSequenceNode list => new PlanValue.List([.. list.Select(Value)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" } => PlanValue.Nothing,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => new PlanValue.Flag(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            new PlanValue.Number(number),
        YamlScalarNode scalar => new PlanValue.Text(scalar.Value!),
        _ => throw new InvalidOperationException(node.NodeType.ToString()),
    };
}
