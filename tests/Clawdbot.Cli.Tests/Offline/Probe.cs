using Pulumi;

namespace Clawdbot.Cli.Tests.Offline;

/// <summary>A component that only groups.</summary>
internal sealed class ProbeComponent : ComponentResource
{
    public ProbeComponent(string name, ComponentResourceOptions? options = null)
        : base("demo:group:Group", name, options) => RegisterOutputs();
}

/// <summary>A provider.</summary>
internal sealed class ProbeProvider(string name, ProbeProviderArgs? args = null)
    : ProviderResource("demo", name, args ?? new ProbeProviderArgs(), null);

/// <summary>Provider arguments, which travel as JSON text.</summary>
internal sealed class ProbeProviderArgs : ResourceArgs
{
    [Input("flags", json: true)]
    private InputMap<bool>? _flags;

    public InputMap<bool> Flags
    {
        get => _flags ??= [];
        set => _flags = value;
    }

    [Input("token", json: true)]
    public Input<string>? Token { get; set; }
}

/// <summary>A resource with every kind of input.</summary>
internal sealed class ProbeResource(string name, ProbeArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("demo:index:Probe", name, args ?? new ProbeArgs(), options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("computed")]
    public Output<string> Computed { get; private set; } = null!;
}

/// <summary>Every kind of input.</summary>
internal sealed class ProbeArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<double>? Number { get; set; }

    [Input("whole")]
    public Input<int>? Whole { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("list")]
    private InputList<string>? _list;

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    [Input("map")]
    private InputMap<string>? _map;

    public InputMap<string> Map
    {
        get => _map ??= [];
        set => _map = value;
    }

    [Input("union")]
    public InputUnion<int, string>? Union { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("nested")]
    public Input<ProbeNestedArgs>? Nested { get; set; }

    [Input("many")]
    private InputList<ProbeNestedArgs>? _many;

    public InputList<ProbeNestedArgs> Many
    {
        get => _many ??= [];
        set => _many = value;
    }

    [Input("mode")]
    public Input<ProbeMode>? Mode { get; set; }

    [Input("level")]
    public Input<ProbeLevel>? Level { get; set; }

    [Input("asset")]
    public Input<AssetOrArchive>? Asset { get; set; }

    [Input("other")]
    public Input<CustomResource>? Other { get; set; }
}

/// <summary>A nested object.</summary>
internal sealed class ProbeNestedArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("value")]
    public Input<string>? Value { get; set; }
}

/// <summary>An enum of texts, shaped as generated ones are.</summary>
[EnumType]
internal readonly struct ProbeMode : IEquatable<ProbeMode>
{
    private readonly string _value;

    private ProbeMode(string value) => _value = value;

    public static ProbeMode Fast { get; } = new("fast-mode");

    public static explicit operator string(ProbeMode value) => value._value;

    public bool Equals(ProbeMode other) => _value == other._value;

    public override bool Equals(object? obj) => obj is ProbeMode other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value;
}

/// <summary>An enum of whole numbers.</summary>
internal enum ProbeLevel
{
    Low = 1,
    High = 7,
}
