using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Reports;

namespace Clawdbot.Cli.Tests.Diffs;

public sealed class ValueDiffTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":true}}""", """{"a":1,"b":{"c":true}}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "a: 1 -> 2")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "a: 1 -> 1")]
    [InlineData("""{"a":null}""", """{}""", "a: null -> ")]
    [InlineData("""{}""", """{"a":{"b":1,"c":2}}""", """a:  -> {"b":1,"c":2}""")]
    [InlineData("""{"labels":{"app.kubernetes.io/name":"x"}}""", """{"labels":{"app.kubernetes.io/name":"y"}}""", "labels['app.kubernetes.io/name']: x -> y")]
    public void Maps_are_compared_key_by_key(string before, string after, string expected) => Assert.Equal(expected, Compare(before, after));

    [Theory]
    [InlineData("""["--a=1","--b"]""", """["--a=2","--b"]""", "args[--a]: 1 -> 2")]
    [InlineData("""["--a=1"]""", """["--a=1","--enforce-eager"]""", "args[--enforce-eager]:  -> null")]
    [InlineData("""["--a","1","--b"]""", """["--a","2"]""", "args[--a]: 1 -> 2; args[--b]: null -> ")]
    [InlineData("""["serve","--a=1"]""", """["start","--a=1"]""", "args[0]: serve -> start")]
    [InlineData("""["--m=1","--m=2"]""", """["--m=1","--m=3"]""", "args[--m#2]: 2 -> 3")]
    [InlineData("""["--a=1","--b=2"]""", """["--b=2","--a=1"]""", """args[order]: ["--a","--b"] -> ["--b","--a"]""")]
    [InlineData("""["--a","1"]""", """["--a=1"]""", """args[spelling]: ["--a","1"] -> ["--a=1"]""")]
    [InlineData("""["--a=1","x"]""", """["--a=1","x","y"]""", "args[1]:  -> y")]
    public void Arguments_are_compared_flag_by_flag(string before, string after, string expected) =>
        Assert.Equal(expected, Compare($$"""{"args":{{before}}}""", $$"""{"args":{{after}}}"""));

    [Fact]
    public void Arguments_without_flags_are_compared_by_place() =>
        Assert.Equal("command[1]: -c -> -e", Compare("""{"command":["sh","-c","run"]}""", """{"command":["sh","-e","run"]}"""));

    [Fact]
    public void Docker_variables_are_compared_by_name() =>
        Assert.Equal("envs[A]: 1 -> 2; envs[C]:  -> ", Compare("""{"envs":["A=1","B=x=y"]}""", """{"envs":["A=2","B=x=y","C="]}""").Replace("''", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[{"name":"A","value":"1"},{"name":"B"}]""", """[{"name":"A","value":"2"},{"name":"B"}]""", "env[A].value: 1 -> 2")]
    [InlineData("""[{"name":"A"}]""", """[{"name":"B","value":"1"},{"name":"A"}]""", """env[B]:  -> {"name":"B","value":"1"}""")]
    [InlineData("""[{"name":"A"},{"name":"B"}]""", """[{"name":"B"},{"name":"A"}]""", """env[order]: ["A","B"] -> ["B","A"]""")]
    [InlineData("""[{"name":"A","value":"1"},{"name":"B"}]""", """[{"name":"C","value":"1"},{"name":"B"}]""", "env[A].name: A -> C")]
    [InlineData("""[{"name":"A","value":"1"}]""", """[{"name":"C","value":"2"}]""", """env[A]: {"name":"A","value":"1"} -> ; env[C]:  -> {"name":"C","value":"2"}""")]
    [InlineData("""[{"mountPath":"/a","readOnly":true}]""", """[{"mountPath":"/a"}]""", "env[/a].readOnly: true -> ")]
    [InlineData("""[{"containerPort":8000}]""", """[{"containerPort":8000,"protocol":"TCP"}]""", "env[8000].protocol:  -> TCP")]
    [InlineData("""[{"name":"A","value":"1"},{"name":"A","value":"2"}]""", """[{"name":"A","value":"1"},{"name":"A","value":"3"}]""", "env[1].value: 2 -> 3")]
    public void Lists_of_objects_are_paired_by_their_natural_key(string before, string after, string expected) =>
        Assert.Equal(expected, Compare($$"""{"env":{{before}}}""", $$"""{"env":{{after}}}"""));

    [Theory]
    [InlineData("""["a","b"]""", """["a","c"]""", "l[1]: b -> c")]
    [InlineData("""["a","b"]""", """["x","a","b"]""", "l[0]:  -> x")]
    [InlineData("""["a","b","c"]""", """["a","c"]""", "l[1]: b -> ")]
    [InlineData("""["a","b","c"]""", """["x","c"]""", """l: ["a","b","c"] -> ["x","c"]""")]
    public void Other_lists_are_compared_by_place(string before, string after, string expected) =>
        Assert.Equal(expected, Compare($$"""{"l":{{before}}}""", $$"""{"l":{{after}}}"""));

    [Theory]
    [InlineData("""{"$secret":true}""", """{"$secret":true}""", "", "a secret")]
    [InlineData("""{"$hidden":true}""", """{"$hidden":true}""", "", "a secret")]
    [InlineData("""{"$unknown":true}""", """{"$unknown":true}""", "", "a unknown")]
    [InlineData("""{"$asset":"FileAsset"}""", """{"$asset":"FileAsset"}""", "", "a content")]
    [InlineData("""{"$secret":true,"keys":["x","y"]}""", """{"$secret":true,"keys":["x","z"]}""", "a.y: [secret] -> ; a.z:  -> [secret]", "a.x secret")]
    [InlineData("""{"$secret":true}""", "\"plain\"", "a: [secret] -> plain", "")]
    [InlineData("""{"$unknown":true}""", "1", "a: [known after the deployment] -> 1", "")]
    public void What_nobody_can_see_is_neither_the_same_nor_changed(string before, string after, string expected, string uncompared)
    {
        var values = new ValueDiff(urn => urn, marksAreAbsent: false);
        values.Compare(DiffPlans.Map($$"""{"a":{{before}}}"""), DiffPlans.Map($$"""{"a":{{after}}}"""), []);
        Assert.Equal((expected, uncompared), (Text(values), string.Join("; ", values.Uncompared.Select(u => $"{PropertyPath.Text(u.Path)} {u.Kind}"))));
    }

    [Fact]
    public void A_list_that_grows_still_tells_which_of_its_values_nobody_can_see()
    {
        var values = new ValueDiff(urn => urn, marksAreAbsent: false);
        values.Compare(DiffPlans.Map("""{"l":["a",{"$secret":true}]}"""), DiffPlans.Map("""{"l":["x","a",{"$secret":true}]}"""), []);
        Assert.Equal(("l[0]:  -> x", "l[2]"), (Text(values), PropertyPath.Text(Assert.Single(values.Uncompared).Path)));
    }

    [Fact]
    public void A_reference_to_a_renamed_resource_is_the_same_reference()
    {
        var values = new ValueDiff(urn => urn == "urn:old" ? "urn:new" : urn, marksAreAbsent: false);
        values.Compare(DiffPlans.Map("""{"a":{"$resource":"urn:old"}}"""), DiffPlans.Map("""{"a":{"$resource":"urn:new"}}"""), []);
        Assert.Empty(values.Differences);
    }

    private static string Compare(string before, string after)
    {
        var values = new ValueDiff(urn => urn, marksAreAbsent: false);
        values.Compare(DiffPlans.Map(before), DiffPlans.Map(after), []);
        return Text(values);
    }

    private static string Text(ValueDiff values) => string.Join("; ", values.Differences.Select(difference =>
        $"{PropertyPath.Text(difference.Path)}: {(difference.Before is { } before ? ValueText.Of(before) : "")} -> {(difference.After is { } after ? ValueText.Of(after) : "")}"));
}
