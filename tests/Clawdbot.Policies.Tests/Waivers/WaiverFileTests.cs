using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Tests.Waivers;

public sealed class WaiverFileTests
{
    private static readonly IReadOnlyList<PolicyRule> Rules = PolicyCatalogue.All;

    [Fact]
    public void Accepts_a_complete_waiver()
    {
        var waiver = Assert.Single(Read("""
            waivers:
              - rule: pod-privileged
                resource: DaemonSet/agents/*
                reason: The agent reads the kernel's counters.
                owner: platform@example.com
                expires: 2027-06-30
                stacks: [prod]
            """));
        Assert.Equal(["prod"], waiver.Stacks);
        Assert.Equal(
            new Waiver("pod-privileged", "DaemonSet/agents/*", "The agent reads the kernel's counters.", "platform@example.com", new DateOnly(2027, 6, 30), "waivers[0] in waivers.yaml") { Stacks = waiver.Stacks },
            waiver);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# none yet\n")]
    [InlineData("waivers:\n")]
    [InlineData("waivers: []\n")]
    public void Accepts_a_file_without_waivers(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Rejects_every_mistake_at_once() => Assert.Equal(
        [
            "CB5003: waivers[0].ruel in waivers.yaml is 'pod-privileged'; allowed: rule, resource, reason, owner, expires, stacks. Did you mean 'rule'? Correct the waiver.",
            "CB5003: waivers[0].rule in waivers.yaml is missing; allowed: a text. Add it: a waiver names rule, resource, reason, owner and its last day.",
            "CB5003: waivers[0].expires in waivers.yaml is missing; allowed: a day as yyyy-mm-dd. Add it: a waiver names rule, resource, reason, owner and its last day.",
            "CB5003: waivers[1].owner in waivers.yaml is 7; allowed: a text. Correct the waiver.",
            "CB5004: waivers[1].rule in waivers.yaml is 'pod-priviliged'; allowed: a rule of docs/policies.md. Did you mean 'pod-privileged'? Correct the waiver.",
            "CB5003: waivers[1].expires in waivers.yaml is '2027-02-30'; allowed: a day as yyyy-mm-dd. Correct the waiver.",
            "CB5003: waivers[2].stacks in waivers.yaml is 'prod'; allowed: a list of names of stacks. Correct the waiver.",
            "CB5003: waivers[3].stacks in waivers.yaml is a list of 2; allowed: a list of names of stacks. Correct the waiver.",
            "CB5003: waivers[4] in waivers.yaml is 'all'; allowed: an object with rule, resource, reason, owner, expires. Correct the waiver.",
        ],
        Errors("""
            waivers:
              - { ruel: pod-privileged, resource: x, reason: why, owner: z }
              - { rule: pod-priviliged, resource: x, reason: why, owner: 7, expires: 2027-02-30 }
              - { rule: pod-privileged, resource: x, reason: why, owner: z, expires: 2027-02-28, stacks: prod }
              - { rule: pod-privileged, resource: x, reason: why, owner: z, expires: 2027-02-28, stacks: [on, 7] }
              - all
            """));

    [Theory]
    [InlineData("- rule: x", "CB5003: waivers.yaml:1:1 is no file of waivers; allowed: one document with the list 'waivers'. Write it as docs/policies.md shows.")]
    [InlineData("waiver: []", "CB5003: waivers.yaml:1:1 is no file of waivers; allowed: one document with the list 'waivers'. Write it as docs/policies.md shows.")]
    [InlineData("waivers: {}", "CB5003: waivers.yaml:1:1 is no file of waivers; allowed: one document with the list 'waivers'. Write it as docs/policies.md shows.")]
    [InlineData("waivers: []\nwaivers: []", "CB5001: waivers.yaml:2:1 is a second key 'waivers' in one object; allowed: each key once. Remove one of the two.")]
    public void Rejects_what_is_no_file_of_waivers(string text, string error) => Assert.Equal([error], Errors(text));

    private static IReadOnlyList<Waiver> Read(string text) => WaiverFile.Read("waivers.yaml", text, Rules);

    private static IEnumerable<string> Errors(string text) => Assert.Throws<InputException>(() => Read(text)).Errors.Select(e => e.ToString());
}
