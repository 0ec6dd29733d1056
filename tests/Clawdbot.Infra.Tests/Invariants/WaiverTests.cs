using Clawdbot.Infra.Invariants;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Invariants;

/// <summary>An exception needs a rule, a reason and a last day.</summary>
public sealed class WaiverTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static PlatformPlan Short { get; } = Platforms.Sound.WithSpec(pool => pool.With(plan => plan with { DrainSeconds = 30 }));

    private static Waiver Valid { get; } = new("CB4001", "clawdbot:pools[0].drainSeconds", "answers of this pool are short", Today);

    [Fact]
    public void Accepts_a_broken_rule_until_the_last_day_and_says_so()
    {
        var report = InvariantCheck.Run(Short, [Valid], Today);
        Assert.Empty(report.Errors);
        Assert.Equal(["Waived until 2026-11-21 (answers of this pool are short): CB4001: clawdbot:pools[0].drainSeconds is 30; allowed: at least 60, the whole request of clawdbot:gateway.requestSeconds. Raise drainSeconds, or shorten the request. Set it in stacks/Pulumi.test.yaml."], report.Warnings.AsEnumerable());
    }

    [Fact]
    public void Rejects_an_expired_waiver_and_what_it_covered() =>
        Assert.Equal(
            [
                "CB4090: clawdbot:waivers[0].expires is 2026-11-20; allowed: today (2026-11-21) or later. Mend what it waives, or decide anew. Set it in stacks/Pulumi.test.yaml.",
                "CB4001: clawdbot:pools[0].drainSeconds is 30; allowed: at least 60, the whole request of clawdbot:gateway.requestSeconds. Raise drainSeconds, or shorten the request. Set it in stacks/Pulumi.test.yaml.",
            ],
            InvariantCheck.Run(Short, [Valid with { Expires = Today.AddDays(-1) }], Today).Errors.Lines());

    [Fact]
    public void Rejects_a_waiver_without_a_reason() =>
        Assert.Equal("CB4092: clawdbot:waivers[0].reason is empty; allowed: a sentence for whoever reads it in a year. Set it in stacks/Pulumi.test.yaml.",
            InvariantCheck.Run(Short, [Valid with { Reason = " " }], Today).Errors.Lines()[0]);

    [Fact]
    public void Rejects_a_waiver_of_an_unknown_rule() =>
        Assert.StartsWith("CB4091: clawdbot:waivers[0].rule is 'CB401'; allowed: CB4001, CB4002, ", Assert.Single(InvariantCheck.Run(Platforms.Sound, [Valid with { Rule = "CB401" }], Today).Errors.Lines()), StringComparison.Ordinal);

    [Fact]
    public void Covers_only_the_place_that_it_names() =>
        Assert.Single(InvariantCheck.Run(Short, [Valid with { Subject = "clawdbot:pools[1].drainSeconds" }], Today).Errors);

    [Fact]
    public void Reports_a_waiver_that_nothing_needs() =>
        Assert.Equal(["CB4093: The waiver of CB4001 for clawdbot:pools[0].drainSeconds is not needed; remove it."], InvariantCheck.Run(Platforms.Sound, [Valid], Today).Warnings.AsEnumerable());
}
