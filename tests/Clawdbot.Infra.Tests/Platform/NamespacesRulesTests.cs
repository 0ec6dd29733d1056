using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class NamespacesRulesTests
{
    [Fact]
    public void Accepts_distinct_dns_labels() => Assert.Empty(Check("clawdbot", "clawdbot-models"));

    [Fact]
    public void Rejects_no_namespace_at_all() =>
        Assert.Equal(["CB2002: Namespaces 'x'.items is empty; allowed: at least one namespace. Change it."], Check());

    [Fact]
    public void Rejects_bad_and_repeated_names_together() =>
        Assert.Equal(
            [
                "CB2001: Namespaces 'x'.items[0].name is 'My_Space'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. Change it.",
                "CB1006: Namespaces 'x'.items[2].name is 'b' again; allowed: each name once. Change it.",
            ],
            Check("My_Space", "b", "b"));

    [Fact]
    public void Accepts_a_namespace_in_which_nothing_is_denied() =>
        Assert.Empty(NamespacesRules.Check([new NamespaceDefinition("rook-ceph", AllowDns: false) { DefaultDeny = false }], "S", "Change it."));

    [Fact]
    public void Rejects_opening_dns_where_nothing_is_denied() =>
        Assert.Equal(
            ["CB1005: S.items[0].allowDns is true; allowed: false with defaultDeny false. Where nothing is denied, a policy that opens DNS closes everything else. Change it."],
            NamespacesRules.Check([new NamespaceDefinition("rook-ceph", AllowDns: true) { DefaultDeny = false }], "S", "Change it.").Lines());

    private static string[] Check(params string[] names) =>
        NamespacesRules.Check([.. names.Select(name => new NamespaceDefinition(name, AllowDns: false))], "Namespaces 'x'", "Change it.").Lines();
}
