using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Tests.Kubernetes;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("1", "1000m")]
    [InlineData("0.5", "500m")]
    [InlineData("1Gi", "1024Mi")]
    [InlineData("1G", "1000M")]
    [InlineData("1k", "1000")]
    [InlineData("1e3", "1000")]
    [InlineData("1E3", "1k")]
    [InlineData("2e-3", "2m")]
    [InlineData(".5Gi", "512Mi")]
    [InlineData("5.", "5")]
    [InlineData("+1", "1")]
    [InlineData("1E", "1000P")]
    [InlineData("1Ei", "1024Pi")]
    [InlineData("1000n", "1u")]
    public void Is_the_same_amount(string left, string right) => Assert.Equal(Quantity.Parse(left), Quantity.Parse(right));

    [Theory]
    [InlineData("")]
    [InlineData("Gi")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1GB")]
    [InlineData("1 Gi")]
    [InlineData("1K")]
    [InlineData("1e")]
    [InlineData("1e3Gi")]
    [InlineData("--1")]
    [InlineData("NaN")]
    public void Is_none(string text) => Assert.Null(Quantity.Parse(text));

    [Fact]
    public void Holds_amounts_that_are_too_large() =>
        Assert.True(Quantity.Parse("9e999999999") == Quantity.Parse(new string('9', 1000)) && Quantity.Parse("999999999999999999Ei") > Quantity.Parse("1Ei") && Quantity.Parse("1e-999")!.Value.Value == 0);
}
