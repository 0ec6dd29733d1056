using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class KubernetesNamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("clawdbot-models")]
    [InlineData("qwen2-5-7b")]
    public void Accepts_a_dns_label(string name) => Assert.True(KubernetesNames.IsDnsLabel(name));

    [Theory]
    [InlineData("")]
    [InlineData("7b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("Qwen")]
    [InlineData("a.b")]
    [InlineData("a\n")]
    public void Rejects_what_is_no_dns_label(string name) => Assert.False(KubernetesNames.IsDnsLabel(name));

    [Fact]
    public void Rejects_a_dns_label_that_is_too_long()
    {
        Assert.True(KubernetesNames.IsDnsLabel(new string('a', 63)));
        Assert.False(KubernetesNames.IsDnsLabel(new string('a', 64)));
        Assert.False(KubernetesNames.IsDnsLabel("abc", maximumLength: 2));
    }

    [Theory]
    [InlineData("models", true)]
    [InlineData("node-1.example.org", true)]
    [InlineData("1node", true)]
    [InlineData("node..org", false)]
    [InlineData("Node", false)]
    [InlineData("", false)]
    public void Knows_dns_subdomains(string name, bool expected) => Assert.Equal(expected, KubernetesNames.IsDnsSubdomain(name));

    [Theory]
    [InlineData("Qwen--Qwen2.5-7B-Instruct", true)]
    [InlineData("a_b", true)]
    [InlineData("a/b", false)]
    [InlineData("-a", false)]
    [InlineData("", false)]
    public void Knows_label_values(string value, bool expected) => Assert.Equal(expected, KubernetesNames.IsLabelValue(value));
}
