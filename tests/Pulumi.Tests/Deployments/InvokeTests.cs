using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Deployments;

public class InvokeTests
{
    private const string Token = "test:index:getPart";

    private sealed class GetPartArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    private sealed class MeasureArgs : CallArgs
    {
        [Input("unit")]
        public Input<string>? Unit { get; set; }
    }

    private static RecordingMocks Answer() => new()
    {
        OnCall = args => new Dictionary<string, object> { ["name"] = args.Args.GetValueOrDefault("name", "nameless"), ["size"] = 2 },
    };

    [Fact]
    public async Task Invoke_sends_its_args_and_reads_the_answer()
    {
        var mocks = Answer();
        var part = await Run.Update(() => Facts.ValueOf(Deployment.Instance.Invoke<Part>(Token, new GetPartArgs { Name = Output.CreateSecret("p") })), mocks);

        var call = Assert.Single(mocks.Calls);
        Assert.Equal(Token, call.Token);
        Assert.Equal(ImmutableDictionary<string, object>.Empty.Add("name", "p"), call.Args);
        Assert.Equal(("p", 2), (part.Name, part.Size));
    }

    [Fact]
    public async Task Invoke_takes_dictionary_args_and_empty_args()
    {
        var (named, nameless) = await Run.Update(async () => (
            await Facts.ValueOf(Deployment.Instance.Invoke<Part>(Token, new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("name", "d")))),
            await Facts.ValueOf(Deployment.Instance.Invoke<Part>(Token, InvokeArgs.Empty))), Answer());

        Assert.Equal(("d", "nameless"), (named.Name, nameless.Name));
    }

    [Fact]
    public async Task Invoke_with_an_unknown_argument_is_unknown_and_not_sent()
    {
        var mocks = Answer();
        var facts = await Run.Preview(() => Facts.Of(Deployment.Instance.Invoke<Part>(Token, new GetPartArgs { Name = Facts.Make("p", known: false) })), mocks);

        Assert.False(facts.IsKnown);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task Invoke_depends_on_the_resources_of_its_args_and_of_DependsOn()
    {
        var (widgets, facts) = await Run.Update(async () =>
        {
            var (first, second) = (new Widget("first"), new Widget("second"));
            return (new Resource[] { first, second }, await Facts.Of(Deployment.Instance.Invoke<Part>(
                Token, new GetPartArgs { Name = first.Id }, new InvokeOutputOptions { DependsOn = { second } })));
        }, Answer());

        Assert.True(facts.Dependencies.SetEquals(widgets));
    }

    [Fact]
    public async Task Invoke_uses_its_own_provider_or_that_of_its_parent()
    {
        var mocks = Answer();
        await Run.Update(async () =>
        {
            var provider = new TestProvider("prov");
            var box = new Box("box", new ComponentResourceOptions { Providers = { provider } });
            await Facts.ValueOf(Deployment.Instance.Invoke<Part>(Token, new GetPartArgs(), new InvokeOptions { Provider = provider }));
            return await Facts.ValueOf(Deployment.Instance.Invoke<Part>(Token, new GetPartArgs(), new InvokeOptions { Parent = box }));
        }, mocks);

        Assert.Equal(2, mocks.Calls.Count);
        Assert.All(mocks.Calls, call => Assert.EndsWith("::prov::prov_id", call.Provider, StringComparison.Ordinal));
    }

    [Fact]
    public async Task InvokeAsync_without_a_result_sends_its_args()
    {
        var mocks = Answer();
        await Run.Update(async () =>
        {
            await Deployment.Instance.InvokeAsync(Token, new GetPartArgs { Name = "p" });
            return 0;
        }, mocks);

        Assert.Equal("p", Assert.Single(mocks.Calls).Args["name"]);
    }

    [Fact]
    public async Task What_the_mocks_throw_comes_out()
    {
        var mocks = new RecordingMocks { OnCall = _ => throw new FormatException("no such part") };

        Assert.Contains("no such part", await Run.ErrorText(() => Deployment.Instance.Invoke<Part>(Token, new GetPartArgs()), mocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_sends_its_args_and_reads_the_answer()
    {
        var mocks = Answer();
        var part = await Run.Update(async () =>
        {
            var widget = new Widget("w");
            return await Facts.ValueOf(Deployment.Instance.Call<Part>("test:index:Widget/measure", new MeasureArgs { Unit = "mm" }, widget));
        }, mocks);

        var call = Assert.Single(mocks.Calls);
        Assert.Equal("test:index:Widget/measure", call.Token);
        Assert.Equal("mm", call.Args["unit"]);
        Assert.Equal(2, part.Size);
    }

    [Fact]
    public async Task Call_without_a_result_is_sent_before_the_run_ends()
    {
        var mocks = Answer();
        await Run.Resources(() => Deployment.Instance.Call("test:index:reset", CallArgs.Empty), mocks);

        Assert.Equal("test:index:reset", Assert.Single(mocks.Calls).Token);
    }
}
