using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class AlertTextTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(90, "90s")]
    [InlineData(900, "15m")]
    [InlineData(21600, "6h")]
    [InlineData(259200, "3d")]
    public void A_period_has_its_largest_whole_unit(int seconds, string text) => Assert.Equal(text, AlertText.Period(seconds));

    [Theory]
    [InlineData(0.85, "0.85")]
    [InlineData(0.00288, "0.00288")]
    [InlineData(1e-9, "0")]
    [InlineData(50, "50")]
    public void A_number_has_no_exponent(double value, string text) => Assert.Equal(text, AlertText.Number(value));

    [Theory]
    [InlineData(0.9998, "99.98 %")]
    [InlineData(0.001, "0.1 %")]
    public void A_share_is_a_percentage(double share, string text) => Assert.Equal(text, AlertText.Share(share));

    [Fact]
    public void Labels_are_templates_and_matchers()
    {
        Assert.Equal("{{ $labels.pool }}", AlertText.Label("pool"));
        Assert.Equal("pool=\"a\"", AlertText.Is("pool", "a"));
        Assert.Equal("pod=~\"a-.+\"", AlertText.Matches("pod", "a-.+"));
    }
}
