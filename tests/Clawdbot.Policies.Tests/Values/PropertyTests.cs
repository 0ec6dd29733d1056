using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Values;

public sealed class PropertyTests
{
    private static readonly Sample Thing = Sample.Of("test:index:Thing", """
        text: hello
        number: 5
        numeric: "6"
        flag: true
        word: "false"
        nothing:
        list: [a, { b: c }]
        labels: { app.kubernetes.io/name: x }
        json: '{ "a": [ { "b": 1 } ] }'
        """);

    [Theory]
    [InlineData("text", "text = 'hello'")]
    [InlineData("list[1].b", "list[1].b = 'c'")]
    [InlineData("labels[\"app.kubernetes.io/name\"]", "labels[\"app.kubernetes.io/name\"] = 'x'")]
    [InlineData("nowhere.at.all", "nowhere.at.all = not set")]
    [InlineData("nothing", "nothing = not set")]
    public void Knows_its_place_and_value(string path, string shown) => Assert.Equal(shown, Place.At(Thing.Resource, path).ToString());

    [Fact]
    public void Reads_numbers_and_flags_that_are_written_as_text()
    {
        var thing = Thing.Resource;
        Assert.Equal((5, 6), (thing["number"].Number, thing["numeric"].Number));
        Assert.Equal((true, false), (thing["flag"].Flag, thing["word"].Flag));
        Assert.Null(thing["text"].Number);
        Assert.Null(thing["number"].Text);
        Assert.Equal("5", thing["number"].Scalar);
    }

    [Fact]
    public void Keeps_keys_that_stand_in_a_secret_to_itself()
    {
        var thing = Thing.WithSecret("labels").Resource;
        Assert.Equal("labels[…] = a secret", thing["labels"].Entries.Single().Value.ToString());
        Assert.Equal("labels[\"app.kubernetes.io/name\"] = a secret", thing["labels"]["app.kubernetes.io/name"].ToString());
        Assert.Equal("is a secret", Assert.Throws<UnknownValueException>(() => thing["labels"].Public).Message);
        Assert.Equal("text = 'hello'", thing["text"].Public.ToString());
    }

    [Fact]
    public void Does_not_know_what_stands_in_a_secret_that_cannot_be_looked_at()
    {
        var thing = Thing.With("labels", PropertyValue.Hidden).Resource;
        Assert.True(thing["labels"].Exists);
        Assert.Throws<UnknownValueException>(() => thing["labels"]["a"].Exists);
    }

    [Fact]
    public void Reads_json_inside_a_text() => Assert.Equal("json#.a[0].b = 1", Thing.Resource["json"].ParseJson()!["a"].Items.Single()["b"].ToString());

    [Fact]
    public void Refuses_to_say_anything_about_what_is_not_known()
    {
        var text = Thing.WithUnknown("text").Resource["text"];
        Assert.True(text.IsUnreadable);
        var error = Assert.Throws<UnknownValueException>(() => text.Exists);
        Assert.Equal("text is known only after the deployment", $"{error.At.Path} {error.Message}");
        Assert.Throws<UnknownValueException>(() => text["below"].Text);
        Assert.Throws<UnknownValueException>(() => text.Items);
    }

    [Fact]
    public void Looks_into_a_secret_but_never_shows_it()
    {
        var text = Thing.WithSecret("text").Resource["text"];
        Assert.Equal(("hello", "a secret", true), (text.Text, text.Shown, text.Exists));
        var inside = Thing.WithSecret("list").Resource["list"].Items.Last()["b"];
        Assert.Equal(("c", "list[1].b = a secret"), (inside.Text, inside.ToString()));
    }

    [Fact]
    public void Knows_that_a_hidden_secret_exists_but_not_what_it_is()
    {
        var text = Thing.With("text", PropertyValue.Hidden).Resource["text"];
        Assert.True(text.Exists);
        Assert.Equal("is a secret that cannot be looked at", Assert.Throws<UnknownValueException>(() => text.Text).Message);
    }

    [Fact]
    public void Replaces_a_value_and_leaves_the_rest()
    {
        var changed = Thing.With("list[1].b", "d").With("new.deep.place", "1").Resource;
        Assert.Equal("'d'", Place.At(changed, "list[1].b").Shown);
        Assert.Equal(1, Place.At(changed, "new.deep.place").Number);
        Assert.Equal("'c'", Place.At(Thing.Resource, "list[1].b").Shown);
        Assert.True(Thing.Without("text").Resource["text"].IsMissing);
    }

    [Fact]
    public void What_was_secret_stays_secret_when_something_in_it_is_replaced()
    {
        var changed = Thing.WithSecret("list").With("list[1].b", "d").Resource;
        Assert.IsType<PropertyValue.Secret>(((PropertyValue.Map)changed.Properties.Raw!).Find("list"));
        Assert.Equal(("d", "a secret"), (Place.At(changed, "list[1].b").Text, Place.At(changed, "list[1].b").Shown));
    }

    [Theory]
    [InlineData("a\u001b[31mb\r\nc", @"'a\u{1b}[31mb\u{d}\u{a}c'")]
    [InlineData("evil\u202Etxt", @"'evil\u{202e}txt'")]
    public void Shows_hostile_texts_harmlessly(string text, string shown) => Assert.Equal(shown, ShownValue.Quoted(text));

    [Fact]
    public void Shows_long_texts_cut() => Assert.Equal($"'{new string('x', 120)}…'", ShownValue.Quoted(new string('x', 5000)));

    [Fact]
    public void Reads_depth_without_running_out_of_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 4000)) + "1" + new string('}', 4000);
        var place = Thing.With("json", new PropertyValue.Text(deep)).Resource["json"].ParseJson()!;
        for (var level = 0; level < 4000; level++)
        {
            place = place["a"];
        }

        Assert.Equal(1, place.Number);
        Assert.Null(Thing.With("json", new PropertyValue.Text(string.Concat(Enumerable.Repeat("[", 5000)))).Resource["json"].ParseJson());
    }
}
