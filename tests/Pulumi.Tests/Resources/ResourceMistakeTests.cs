using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

/// <summary>Each mistake ends the run with an error that names it.</summary>
public class ResourceMistakeTests
{
    private sealed class NeedsLabelArgs : ResourceArgs
    {
        [Input("label", required: true)]
        public Input<string> Label { get; set; } = null!;
    }

    private sealed class WithoutSetter(string name) : CustomResource("test:index:WithoutSetter", name, null, null)
    {
        [Output("label")]
        public Output<string> Label { get; } = null!;
    }

    private sealed class NotAnOutput(string name) : CustomResource("test:index:NotAnOutput", name, null, null)
    {
        [Output("label")]
        public string Label { get; set; } = "";
    }

    private sealed class BadType(string name) : CustomResource("test:index:BadType", name, null, null)
    {
        [Output("moment")]
        public Output<DateTime> Moment { get; private set; } = null!;
    }

    private sealed class AnythingArgs : ResourceArgs
    {
        [Input("value")]
        public object? Value { get; set; }
    }

    [Fact]
    public async Task Rejects_a_missing_required_input()
    {
        var text = await Run.ErrorText(() => _ = new AnyResource("test:index:NeedsLabel", "n", new NeedsLabelArgs()));

        Assert.Contains("NeedsLabelArgs.Label is required but was not given a value", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_a_given_required_input()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new AnyResource("test:index:NeedsLabel", "n", new NeedsLabelArgs { Label = "x" }), mocks);

        Assert.Equal("x", mocks["n"].Inputs["label"]);
    }

    [Theory]
    [InlineData("", "name", "(Parameter 'type')")]
    [InlineData("test:index:Widget", "", "(Parameter 'name')")]
    public async Task Rejects_an_empty_type_or_name(string type, string name, string message)
    {
        Assert.Contains(message, await Run.ErrorText(() => _ = new AnyResource(type, name, null)), StringComparison.Ordinal);
        Assert.Contains(message, await Run.ErrorText(() => _ = new ComponentResource(type, name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_resource_outside_a_run()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => _ = new Widget("w"));

        Assert.Contains("before 'Run' was called", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_an_output_property_without_a_setter()
        => Assert.Contains("WithoutSetter.Label", await Run.ErrorText(() => _ = new WithoutSetter("n")), StringComparison.Ordinal);

    [Fact]
    public async Task Rejects_an_output_property_that_is_not_an_output()
        => Assert.Contains("label", await Run.ErrorText(() => _ = new NotAnOutput("n")), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Rejects_an_output_property_of_a_type_that_cannot_be_read()
        => Assert.Contains("System.DateTime", await Run.ErrorText(() => _ = new BadType("n")), StringComparison.Ordinal);

    [Fact]
    public async Task Rejects_an_argument_of_a_type_that_cannot_be_sent()
        => Assert.Contains("System.DateTime",
            await Run.ErrorText(() => _ = new AnyResource("test:index:Any", "n", new AnythingArgs { Value = DateTime.UnixEpoch })), StringComparison.Ordinal);

    [Fact]
    public async Task Rejects_a_task_as_an_argument()
        => Assert.Contains("wrap your Task in an Output",
            await Run.ErrorText(() => _ = new AnyResource("test:index:Any", "n", new AnythingArgs { Value = Task.FromResult(1) })), StringComparison.Ordinal);

    [Fact]
    public async Task Rejects_a_map_whose_keys_are_not_text()
        => Assert.Contains("keys",
            await Run.ErrorText(() => _ = new AnyResource("test:index:Any", "n", new AnythingArgs { Value = new Dictionary<int, string> { [1] = "x" } })), StringComparison.Ordinal);

    [Fact]
    public async Task Rejects_an_Id_on_a_component()
        => Assert.Contains("CustomResource", await Run.ErrorText(() => _ = new Box("b", new ComponentResourceOptions { Id = "id" })), StringComparison.Ordinal);

    [Fact]
    public void OutputsHaveIncorrectType_names_the_outputs()
    {
        var message = RunException.OutputsHaveIncorrectType(["one", "two"]).Message;

        Assert.Contains("one", message, StringComparison.Ordinal);
        Assert.Contains("two", message, StringComparison.Ordinal);
    }
}
