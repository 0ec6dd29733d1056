using System.Text.Json;
using Pulumi.Tests.Harness;
using static Pulumi.Tests.Configuration.ConfigFixture;

namespace Pulumi.Tests.Configuration;

[Collection(ProcessEnvironment.Name)]
public class ConfigTests
{

    private sealed record Pool(string Name, int Gpus);

    [Fact]
    public async Task Gets_every_kind_of_value()
    {
        Assert.Equal("x", await Read("x", config => config.Get("key")));
        Assert.Equal(true, await Read("true", config => config.GetBoolean("key")));
        Assert.Equal(false, await Read("false", config => config.GetBoolean("key")));
        Assert.Equal(-3, await Read("-3", config => config.GetInt32("key")));
        Assert.Equal(1.5, await Read("1.5", config => config.GetDouble("key")));
        Assert.Equal(new Pool("a", 2), await Read("""{"Name":"a","Gpus":2}""", config => config.GetObject<Pool>("key")));
    }

    [Fact]
    public async Task Requires_every_kind_of_value()
    {
        Assert.Equal("x", await Read("x", config => config.Require("key")));
        Assert.True(await Read("true", config => config.RequireBoolean("key")));
        Assert.Equal(3, await Read("3", config => config.RequireInt32("key")));
        Assert.Equal(1e3, await Read("1e3", config => config.RequireDouble("key")));
        Assert.Equal([new Pool("a", 2)], await Read("""[{"Name":"a","Gpus":2}]""", config => config.RequireObject<Pool[]>("key")));
    }

    [Fact]
    public async Task Gets_nothing_for_a_missing_key()
    {
        Assert.Null(await Read(null, config => config.Get("key")));
        Assert.Null(await Read(null, config => config.GetBoolean("key")));
        Assert.Null(await Read(null, config => config.GetInt32("key")));
        Assert.Null(await Read(null, config => config.GetDouble("key")));
        Assert.Null(await Read(null, config => config.GetObject<Pool>("key")));
        Assert.Equal(0, await Read(null, config => config.GetObject<int>("key")));
    }

    [Fact]
    public async Task Rejects_a_missing_required_key_with_the_command_that_sets_it()
    {
        AssertMissing(await ReadError(null, config => config.Require("key")));
        AssertMissing(await ReadError(null, config => config.RequireBoolean("key")));
        AssertMissing(await ReadError(null, config => config.RequireInt32("key")));
        AssertMissing(await ReadError(null, config => config.RequireDouble("key")));
        AssertMissing(await ReadError(null, config => config.RequireObject<Pool>("key")));
        AssertMissing(await ReadError(null, config => config.RequireSecret("key")));
        AssertMissing(await ReadError(null, config => config.RequireSecretBoolean("key")));
        AssertMissing(await ReadError(null, config => config.RequireSecretInt32("key")));
        AssertMissing(await ReadError(null, config => config.RequireSecretDouble("key")));
        AssertMissing(await ReadError(null, config => config.RequireSecretObject<Pool>("key")));
    }

    [Theory]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("yes")]
    public async Task Rejects_a_boolean_that_is_neither_true_nor_false(string value)
        => AssertWrongType(await ReadError(value, config => config.GetBoolean("key")), value, "bool");

    [Theory]
    [InlineData("1.5")]
    [InlineData("two")]
    [InlineData("2147483648")]
    public async Task Rejects_a_whole_number_that_is_none(string value)
        => AssertWrongType(await ReadError(value, config => config.RequireInt32("key")), value, "int");

    [Fact]
    public async Task Rejects_a_number_that_is_none()
        => AssertWrongType(await ReadError("1,5", config => config.GetDouble("key")), "1,5", "double");

    [Fact]
    public async Task Rejects_an_object_of_another_shape_by_its_type()
    {
        var exception = await ReadError("""{"Name":1}""", config => config.GetObject<Pool>("key"));

        AssertWrongType(exception, """{"Name":1}""", typeof(Pool).FullName!);
        Assert.IsAssignableFrom<JsonException>(exception.InnerException);
    }

    [Fact]
    public async Task Reads_objects_with_the_given_options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

        Assert.Equal(new Pool("a", 2), await Read("""{"name":"a","gpus":2}""", config => config.GetObject<Pool>("key", options)));
        Assert.Equal(new Pool("a", 2), await Read("""{"name":"a","gpus":2}""", config => config.RequireObject<Pool>("key", options)));
        await ReadError("""{"name":"a","gpu":2}""", config => config.RequireObject<Pool>("key", options));
    }

    [Fact]
    public async Task Secrets_are_secret_outputs_of_the_value()
    {
        await AssertSecret("x", "x", config => config.GetSecret("key"), config => config.RequireSecret("key"));
        await AssertSecret("true", true, config => config.GetSecretBoolean("key"), config => config.RequireSecretBoolean("key"));
        await AssertSecret("3", 3, config => config.GetSecretInt32("key"), config => config.RequireSecretInt32("key"));
        await AssertSecret("1.5", 1.5, config => config.GetSecretDouble("key"), config => config.RequireSecretDouble("key"));
        await AssertSecret("""{"Name":"a","Gpus":2}""", new Pool("a", 2), config => config.GetSecretObject<Pool>("key"), config => config.RequireSecretObject<Pool>("key"));
        await AssertSecret("""{"Name":"a","Gpus":2}""", new Pool("a", 2),
            config => config.GetSecretObject<Pool>("key", JsonSerializerOptions.Default), config => config.RequireSecretObject<Pool>("key", JsonSerializerOptions.Default));
    }

    [Fact]
    public async Task Missing_secrets_are_null()
    {
        Assert.Null(await Read(null, config => config.GetSecret("key")));
        Assert.Null(await Read(null, config => config.GetSecretBoolean("key")));
        Assert.Null(await Read(null, config => config.GetSecretInt32("key")));
        Assert.Null(await Read(null, config => config.GetSecretDouble("key")));
        Assert.Null(await Read(null, config => config.GetSecretObject<Pool>("key")));
    }

    [Fact]
    public async Task Two_bags_with_different_names_do_not_share_keys()
    {
        var config = new Dictionary<string, string> { ["project:key"] = "mine", ["other:key"] = "theirs" };

        Assert.Equal(("mine", "theirs", "theirs"), await WithConfig(config, () => Task.FromResult(
            (new Config().Get("key"), new Config("other").Get("key"), new Config("other:config").Get("key")))));
    }

    private static void AssertMissing(RunException exception)
    {
        Assert.StartsWith("missing required configuration variable 'project:key'", exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("`pulumi config set ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("project:key <value>`", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertWrongType(RunException exception, string value, string type)
        => Assert.StartsWith($"Configuration 'project:key' value '{value}' is not a valid {type}", exception.Message, StringComparison.OrdinalIgnoreCase);

    private static async Task AssertSecret<T>(string value, T expected, params Func<Config, Output<T>?>[] reads)
    {
        foreach (var read in reads)
        {
            var facts = await Facts.Of((await Read(value, read))!);
            Assert.Equal((true, true, expected), (facts.IsKnown, facts.IsSecret, facts.Value));
        }
    }
}
