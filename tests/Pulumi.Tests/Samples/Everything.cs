using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Tests.Samples;

/// <summary>An output of every kind.</summary>
public sealed class Everything(string name) : CustomResource("test:index:Everything", name, null, null)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("whole")]
    public Output<int> Whole { get; private set; } = null!;

    [Output("maybeWhole")]
    public Output<int?> MaybeWhole { get; private set; } = null!;

    [Output("fraction")]
    public Output<double> Fraction { get; private set; } = null!;

    [Output("color")]
    public Output<Color> Color { get; private set; } = null!;

    [Output("ratio")]
    public Output<Ratio> Ratio { get; private set; } = null!;

    [Output("weekday")]
    public Output<Weekday> Weekday { get; private set; } = null!;

    [Output("union")]
    public Output<Union<int, string>> Union { get; private set; } = null!;

    [Output("json")]
    public Output<JsonElement> Json { get; private set; } = null!;

    [Output("part")]
    public Output<Part> Part { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<int>> List { get; private set; } = null!;

    [Output("map")]
    public Output<ImmutableDictionary<string, ImmutableArray<string>>> Map { get; private set; } = null!;

    [Output("anything")]
    public Output<object> Anything { get; private set; } = null!;

    [Output("asset")]
    public Output<AssetOrArchive> Asset { get; private set; } = null!;

    [Output]
    public Output<string> Unnamed { get; private set; } = null!;
}
