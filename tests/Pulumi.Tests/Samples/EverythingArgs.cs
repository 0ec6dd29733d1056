using System.Collections.Immutable;

namespace Pulumi.Tests.Samples;

/// <summary>An input of every kind.</summary>
public sealed class EverythingArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("whole")]
    public Input<int>? Whole { get; set; }

    [Input("fraction")]
    public Input<double>? Fraction { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("ratio")]
    public Input<Ratio>? Ratio { get; set; }

    [Input("weekday")]
    public Input<Weekday>? Weekday { get; set; }

    [Input("union")]
    public InputUnion<string, int>? Union { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("jsonText", json: true)]
    public Input<NestedArgs>? JsonText { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }

    [Input("list")]
    private InputList<NestedArgs>? list;

    public InputList<NestedArgs> List
    {
        get => list ??= [];
        set => list = value;
    }

    [Input("map")]
    private InputMap<string>? map;

    public InputMap<string> Map
    {
        get => map ??= [];
        set => map = value;
    }

    [Input("deep")]
    public InputMap<ImmutableArray<int>>? Deep { get; set; }

    [Input("asset")]
    public Input<AssetOrArchive>? Asset { get; set; }

    [Input("resource")]
    public Input<Resource>? Resource { get; set; }

    [Input("anything")]
    public object? Anything { get; set; }

    [Input("plain")]
    public string? Plain { get; set; }

    /// <summary>Without the attribute: not an input.</summary>
    public string? Ignored { get; set; }
}
