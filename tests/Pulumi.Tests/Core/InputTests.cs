using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class InputTests
{
    [Fact]
    public async Task Converts_from_a_value_and_from_an_output_and_to_an_output()
    {
        Input<string> fromValue = "x";
        Input<string> fromOutput = Output.CreateSecret("y");
        Output<string> toOutput = fromOutput;

        Assert.Equal("x", await Facts.ValueOf(fromValue));
        Assert.Equal("y", await Facts.ValueOf(fromOutput));
        Assert.True(await Output.IsSecretAsync(toOutput));
    }

    [Fact]
    public async Task ToOutput_of_no_input_is_the_default()
    {
        Input<string>? text = null;
        Input<int>? number = null;

        Assert.Null(await Facts.ValueOf(text.ToOutput()));
        Assert.Equal(0, await Facts.ValueOf(number.ToOutput()));
    }

    [Fact]
    public async Task Apply_works_in_its_four_forms()
    {
        Input<int> input = 1;

        Assert.Equal(2, await Facts.ValueOf(input.Apply(value => value + 1)));
        Assert.Equal(2, await Facts.ValueOf(input.Apply(value => Task.FromResult(value + 1))));
        Assert.Equal(2, await Facts.ValueOf(input.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(2, await Facts.ValueOf(input.Apply(value => Output.Create(value + 1))));
    }

    [Fact]
    public async Task Apply_of_no_input_gets_the_default()
    {
        Input<string>? input = null;

        Assert.Equal("none", await Facts.ValueOf(input.Apply(value => value ?? "none")));
        Assert.Equal("none", await Facts.ValueOf(input.Apply(value => Task.FromResult(value ?? "none"))));
        Assert.Equal("none", await Facts.ValueOf(input.Apply(value => (Input<string>)(value ?? "none"))));
        Assert.Equal("none", await Facts.ValueOf(input.Apply(value => Output.Create(value ?? "none"))));
    }
}
