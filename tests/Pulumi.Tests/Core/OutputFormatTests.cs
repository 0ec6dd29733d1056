using System.Globalization;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class OutputFormatTests
{
    [Fact]
    public async Task Format_puts_the_values_of_outputs_inputs_and_plain_values_into_the_text()
    {
        Input<string> host = "example.org";

        Assert.Equal("https://example.org:8443/7", await Facts.ValueOf(Output.Format($"https://{host}:{Output.Create(8443)}/{7}")));
    }

    [Fact]
    public async Task Format_without_holes_is_the_text()
        => Assert.Equal("{plain}", await Facts.ValueOf(Output.Format($"{{plain}}")));

    [Fact]
    public async Task Format_leaves_a_null_hole_empty()
        => Assert.Equal("[][]", await Facts.ValueOf(Output.Format($"[{(string?)null}][{Output.Create((string?)null)}]")));

    [Fact]
    public async Task Format_applies_alignment_and_format_to_the_value_of_an_output()
        => Assert.Equal("007|  x|2.50", await Facts.ValueOf(Output.Format($"{Output.Create(7):D3}|{Output.Create("x"),3}|{Output.Create(2.5):F2}")));

    [Fact]
    public async Task Format_does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("1.5 and 2.5", await Facts.ValueOf(Output.Format($"{1.5} and {Output.Create(2.5)}")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Format_is_as_known_and_as_secret_as_its_holes(bool known, bool secret)
    {
        var facts = await Run.Preview(() => Facts.Of(Output.Format($"a{Output.Create(1)}b{Facts.Make(2, known, secret)}")));

        Assert.Equal((known, secret, known ? "a1b2" : null), (facts.IsKnown, facts.IsSecret, facts.Value));
    }
}
