using System.Text;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using static Clawdbot.Policies.Tests.Server.Testing.PropertyValues;

namespace Clawdbot.Policies.Tests.Server;

public sealed class StructReaderTests
{
    private const string Mark = "4dabf18193072939515e22adb298388d";

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void The_engine_s_texts_for_unknown_values_are_unknown_and_go_back_as_they_came(string sentinel)
    {
        var read = Read($$"""{"a":"{{sentinel}}"}""");
        Assert.Equal(sentinel, Assert.IsType<PropertyValue.Unknown>(read.Find("a")).Sentinel);
        Assert.Equal(sentinel, Struct.Parser.ParseFrom(StructWriter.Write(read).Span).Fields["a"].StringValue);
    }

    [Theory]
    [InlineData("c44067f5952c0a294b673a41bacd8c17", "a file")]
    [InlineData("0def7320c3a5731c473e5ecbe6d01bc7", "an archive")]
    [InlineData("5cf8f73096256a8f31e491e813e4eb8e", "a reference to a resource")]
    [InlineData("803fd3297a5875dc03ca845dda5d2a98", "bytes")]
    [InlineData("00000000000000000000000000000000", "a value of an unknown kind")]
    public void Special_objects_are_not_looked_into_and_go_back_as_they_came(string signature, string kind)
    {
        var properties = Struct.Parser.ParseJson($$"""{"a":{"{{Mark}}":"{{signature}}","value":"AAEC","inner":{"__x":[null,1,{"b":true}]} } }""");
        var read = StructReader.Read(properties.ToByteArray());
        Assert.Equal(kind, Assert.IsType<PropertyValue.Opaque>(read.Find("a")).Kind);
        Assert.Equal(properties, Struct.Parser.ParseFrom(StructWriter.Write(read).Span));
    }

    [Fact]
    public void A_secret_keeps_its_content() => Assert.Equal(
        "{1:a=secret {1:b=text 1:c;}}", Describe(Special("1b47061264138c4ac30d75fd1eb44270", ",\"value\":{\"b\":\"c\"}")));

    [Theory]
    [InlineData(""","value":"v" """, "text 1:v;")]
    [InlineData(""","value":"v","secret":true,"dependencies":["urn:a"]""", "secret text 1:v;")]
    [InlineData("", "unknown ;")]
    [InlineData(""","secret":true""", "secret unknown ;")]
    public void An_output_is_what_is_known_of_it(string members, string expected) => Assert.Equal($"{{1:a={expected}}}", Describe(Special("d0e6a833031e9bbcd3f4e8bde6ca49a4", members)));

    [Fact]
    public void A_mark_that_is_no_text_is_a_key_like_any_other() => Assert.IsType<PropertyValue.Map>(Read($$"""{"a":{"{{Mark}}":1} }""").Find("a"));

    [Fact]
    public void The_order_of_keys_is_kept()
    {
        var keys = Enumerable.Range(0, 50).Select(i => $"k{(i * 7) % 50}").ToArray();
        var read = StructReader.Read(StructWriter.Write(Map([.. keys.Select(key => (key, Text(key)))])).Span);
        Assert.Equal(keys, read.Entries.Select(entry => entry.Key));
    }

    [Fact]
    public void Of_a_key_that_stands_twice_the_last_value_counts() => Assert.Equal(
        "{1:a=text 1:2;1:b=text 1:3;}", Describe(StructReader.Read([.. One("a", "1"), .. One("b", "3"), .. One("a", "2")])));

    [Fact]
    public void Values_without_content_are_null() => Assert.Equal("{0:=null;}", Describe(StructReader.Read([0x0A, 0x02, 0x12, 0x00])));

    [Fact]
    public void Fields_that_the_protocol_does_not_have_yet_are_passed_over() => Assert.Equal(
        "{1:a=text 1:1;}", Describe(StructReader.Read([0x18, 0x05, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2A, 0x01, 0xFF, .. One("a", "1"), 0x35, 1, 2, 3, 4])));

    [Fact]
    public void No_bytes_are_no_properties() => Assert.Empty(StructReader.Read([]).Entries);

    [Theory]
    [InlineData("0A", "a value goes past the end of its message")]
    [InlineData("0A05", "a value goes past the end of its message")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01", "a value goes past the end of its message")]
    [InlineData("0A02120A", "a value goes past the end of its message")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFF", "a number is longer than 10 bytes")]
    [InlineData("0A030A01FF", "a text is not UTF-8")]
    [InlineData("0B", "a field has a type that does not exist")]
    [InlineData("2100", "a value goes past the end of its message")]
    public void Other_bytes_are_refused(string bytes, string reason) =>
        Assert.Equal(reason, Assert.Throws<WireFormatException>(() => StructReader.Read(Convert.FromHexString(bytes))).Message);

    private static PropertyValue.Map Special(string signature, string members) => Read($$"""{"a":{"{{Mark}}":"{{signature}}"{{members}}} }""");

    private static PropertyValue.Map Read(string json) => StructReader.Read(Struct.Parser.ParseJson(json).ToByteArray());

    private static byte[] One(string key, string text) => [0x0A, 8, 0x0A, 1, Encoding.ASCII.GetBytes(key)[0], 0x12, 3, 0x1A, 1, Encoding.ASCII.GetBytes(text)[0]];
}
