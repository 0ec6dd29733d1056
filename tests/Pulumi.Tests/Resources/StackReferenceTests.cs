using System.Collections.Immutable;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Resources;

public class StackReferenceTests
{
    private const string Stack = "org/other/prod";

    private readonly RecordingMocks mocks = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty
        .Add("name", Stack)
        .Add("outputs", ImmutableDictionary<string, object>.Empty.Add("host", "example.org").Add("port", 8443).Add("password", "hidden"))
        .Add("secretOutputNames", ImmutableArray.Create<object>("password")), Stack);

    [Fact]
    public async Task Is_read_by_the_name_of_the_stack()
    {
        await Run.Update(() => Task.FromResult(new StackReference("other", new StackReferenceArgs { Name = Stack })), mocks);

        var args = mocks["other"];
        Assert.Equal(("pulumi:pulumi:StackReference", Stack), (args.Type, args.Id));
        Assert.Equal(Stack, args.Inputs["name"]);
    }

    [Fact]
    public async Task Is_by_default_named_after_the_stack()
    {
        await Run.Update(() => Task.FromResult(new StackReference(Stack)), mocks);

        Assert.Equal(Stack, mocks[Stack].Id);
    }

    [Fact]
    public async Task Offers_the_name_outputs_and_names_of_secrets()
    {
        var (name, outputs, secrets) = await Run.Update(async () =>
        {
            var reference = new StackReference(Stack);
            return (await Facts.ValueOf(reference.Name), await Facts.ValueOf(reference.Outputs), await Facts.ItemsOf(reference.SecretOutputNames));
        }, mocks);

        Assert.Equal(Stack, name);
        Assert.Equal(["host", "password", "port"], outputs.Keys.Order());
        Assert.Equal(["password"], secrets);
    }

    [Fact]
    public async Task GetOutput_gives_values_nothing_for_what_is_missing_and_keeps_secrets_secret()
    {
        var (host, port, missing, password) = await Run.Update(async () =>
        {
            var reference = new StackReference(Stack);
            return (await Facts.Of(reference.GetOutput("host")), await Facts.Of(reference.GetOutput(Output.Create("port"))),
                await Facts.Of(reference.GetOutput("missing")), await Facts.Of(reference.GetOutput("password")));
        }, mocks);

        Assert.Equal((false, "example.org"), (host.IsSecret, host.Value));
        Assert.Equal(8443.0, port.Value);
        Assert.Equal((true, null), (missing.IsKnown, missing.Value));
        Assert.Equal((true, "hidden"), (password.IsSecret, password.Value));
    }

    [Fact]
    public async Task RequireOutput_gives_values()
        => Assert.Equal("example.org", await Run.Update(() => Facts.ValueOf(new StackReference(Stack).RequireOutput("host")), mocks));

    [Fact]
    public async Task RequireOutput_rejects_what_is_missing_by_name()
    {
        var text = await Run.ErrorText(() => new StackReference("other", new StackReferenceArgs { Name = Stack }).RequireOutput("missing"), mocks);

        Assert.Contains("'missing'", text, StringComparison.Ordinal);
        Assert.Contains("other", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetOutputDetailsAsync_separates_plain_from_secret_values()
    {
        var (host, password, missing) = await Run.Update(async () =>
        {
            var reference = new StackReference(Stack);
            return (await reference.GetOutputDetailsAsync("host"), await reference.GetOutputDetailsAsync("password"), await reference.GetOutputDetailsAsync("missing"));
        }, mocks);

        Assert.Equal(("example.org", null), (host.Value, host.SecretValue));
        Assert.Equal((null, "hidden"), (password.Value, password.SecretValue));
        Assert.Equal((null, null), (missing.Value, missing.SecretValue));
    }

    [Fact]
    public async Task GetValueAsync_and_RequireValueAsync_give_plain_values_and_refuse_secrets()
    {
        var (got, required, secretGet, secretRequire) = await Run.Update(async () =>
        {
            var reference = new StackReference(Stack);
            return (await reference.GetValueAsync("host"), await reference.RequireValueAsync("host"),
                await Record.ExceptionAsync(() => reference.GetValueAsync("password")),
                await Record.ExceptionAsync(() => reference.RequireValueAsync("password")));
        }, mocks);

        Assert.Equal(("example.org", "example.org"), (got, required));
        Assert.IsType<InvalidOperationException>(secretGet);
        Assert.IsType<InvalidOperationException>(secretRequire);
    }

    [Fact]
    public async Task Values_are_known_in_a_preview_that_does_not_list_the_secret_names()
    {
        var plain = ImmutableDictionary<string, object>.Empty.Add("host", "example.org");
        var answering = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty.Add("name", Stack).Add("outputs", plain), Stack);
        var (output, details, value) = await Run.Preview(async () =>
        {
            var reference = new StackReference(Stack);
            return (await Facts.Of(reference.RequireOutput("host")), await reference.GetOutputDetailsAsync("host"), await reference.GetValueAsync("host"));
        }, answering);

        Assert.Equal((true, false, "example.org"), (output.IsKnown, output.IsSecret, output.Value));
        Assert.Equal(("example.org", null, "example.org"), (details.Value, details.SecretValue, value));
    }

    [Fact]
    public async Task A_secret_among_outputs_stays_secret_without_the_list_of_names()
    {
        var outputs = ImmutableDictionary<string, object>.Empty.Add("password", Output.CreateSecret("hidden"));
        var answering = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty.Add("name", Stack).Add("outputs", outputs), Stack);
        var details = await Run.Preview(() => new StackReference(Stack).GetOutputDetailsAsync("password"), answering);

        Assert.Equal((null, "hidden"), (details.Value, details.SecretValue));
    }
}
