using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

/// <summary>An output in a string is a mistake: the text that comes out says so, or an error when the environment asks for one.</summary>
[Collection(ProcessEnvironment.Name)]
public class OutputToStringTests
{
    private const string Switch = "PULUMI_ERROR_OUTPUT_STRING";

    [Fact]
    public async Task ToString_explains_what_to_do_instead()
    {
        using var _ = ProcessEnvironment.Set(Switch, null);
        var text = await Run.Update(() => Task.FromResult($"{Output.CreateSecret("password")}"));

        Assert.All(["ToString", "not supported", ".Apply(v =>", "Output.Format($", "https://www.pulumi.com/docs/concepts/inputs-outputs"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("password", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task ToString_throws_when_the_environment_asks_for_it(string value)
    {
        using var _ = ProcessEnvironment.Set(Switch, value);
        var exception = await Run.Update(() => Task.FromResult(Record.Exception(() => Output.Create(1).ToString())));

        Assert.NotNull(exception);
        Assert.Contains("Output.Format($", exception.Message, StringComparison.Ordinal);
    }
}
