using Clawdbot.Policies.Server;
using Clawdbot.Policies.Values;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using static Clawdbot.Policies.Tests.Server.Testing.PropertyValues;

namespace Clawdbot.Policies.Tests.Server;

public sealed class StructCodecTests
{
    private const string Sentinel = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

    private static Config Reproducible { get; } = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261129, 7);

    private static Gen<string> Words { get; } = Gen.Elements("", "a", "__internal", "__defaults", "ключ", "鍵", "🔑", "line\nbreak", "\0", "a.b/c", "value", new string('x', 200), "é̂");

    private static Gen<PropertyValue> Scalar { get; } = Gen.OneOf(
        Words.Select(Text),
        Gen.Elements(0, -0.0, 1, -1.5, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon).Select(n => (PropertyValue)new PropertyValue.Number(n)),
        Gen.Elements<PropertyValue>(PropertyValue.Nothing, new PropertyValue.Flag(true), new PropertyValue.Flag(false), new PropertyValue.Unknown(Sentinel), PropertyValue.Hidden),
        Words.Select(word => (PropertyValue)Opaque(word)));

    private static Arbitrary<PropertyValue.Map> Objects { get; } = AnyMap(4).ToArbitrary();

    [Fact]
    public void Whatever_is_written_is_read_as_it_was() =>
        Prop.ForAll(Objects, map => Describe(StructReader.Read(StructWriter.Write(map).Span)) == Describe(map)).Check(Reproducible);

    [Fact]
    public void Google_s_own_reader_and_writer_agree() => Prop.ForAll(Objects, map =>
    {
        var theirs = Struct.Parser.ParseFrom(StructWriter.Write(map).Span);
        return Describe(StructReader.Read(theirs.ToByteArray())) == Describe(map);
    }).Check(Reproducible);

    [Fact]
    public void Bytes_that_are_cut_off_or_changed_are_read_or_refused_and_nothing_else_happens() => Prop.ForAll(Objects, Gen.Choose(0, int.MaxValue).ToArbitrary(), (map, random) =>
    {
        var bytes = StructWriter.Write(map).ToArray();
        if (bytes.Length > 0)
        {
            bytes[random % bytes.Length] ^= (byte)(1 << (random % 8));
            Try(bytes);
            Try(bytes.AsSpan(0, random % bytes.Length));
        }

        return true;
    }).Check(Reproducible);

    [Fact]
    public void A_hundred_thousand_levels_cost_memory_and_not_the_stack()
    {
        var deep = Nested(100_000);
        Assert.Equal(Describe(deep), Describe(StructReader.Read(StructWriter.Write(deep).Span, maximumDepth: 100_000)));
    }

    [Fact]
    public void Deeper_than_allowed_is_refused() => Assert.Equal(
        "objects and lists are nested deeper than 4096 levels",
        Assert.Throws<WireFormatException>(() => StructReader.Read(StructWriter.Write(Nested(4097)).Span)).Message);

    [Fact]
    public void As_deep_as_allowed_is_read() => Assert.Single(StructReader.Read(StructWriter.Write(Nested(4096)).Span).Entries);

    [Fact]
    public void An_object_that_came_from_elsewhere_gets_the_engine_s_marks()
    {
        var written = Struct.Parser.ParseFrom(StructWriter.Write(Map(("secret", new PropertyValue.Secret(Text("s"))), ("unknown", PropertyValue.NotKnown))).Span);
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", written.Fields["secret"].StructValue.Fields["4dabf18193072939515e22adb298388d"].StringValue);
        Assert.Equal("s", written.Fields["secret"].StructValue.Fields["value"].StringValue);
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", written.Fields["unknown"].StringValue);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("{1:a=text 1:\uFFFD;}", Describe(StructReader.Read(StructWriter.Write(Map(("a", Text("\uD800")))).Span)));

    private static Gen<PropertyValue> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (4, Scalar),
        (2, AnyMap(depth - 1).Select(map => (PropertyValue)map)),
        (1, Value(depth - 1).Select(value => (PropertyValue)new PropertyValue.Secret(value))),
        (1, Value(depth - 1).ListOf(3).Select(items => (PropertyValue)new PropertyValue.List([.. items]))));

    private static Gen<PropertyValue.Map> AnyMap(int depth) =>
        from keys in Words.ListOf(14)
        from values in Value(depth).ListOf(14)
        from count in Gen.Choose(0, 14)
        select new PropertyValue.Map([.. keys.Zip(values, KeyValuePair.Create).DistinctBy(entry => entry.Key).Take(count)]);

    private static PropertyValue.Opaque Opaque(string text) => (PropertyValue.Opaque)Signatures.OfMap(Map(("hash", Text("h")), (Signatures.Key, Text(Signatures.Asset)), ("text", Text(text))));

    private static void Try(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StructReader.Read(bytes);
        }
        catch (WireFormatException)
        {
            // That is the other thing that may happen.
        }
    }
}
