using Clawdbot.Cli.Checks;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Cli.Tests.Checks;

/// <summary>The graph of prod breaks no rule, and breaking any single thing in it that a rule is about is found by that rule.</summary>
[Collection(ProgramRuns.Name)]
public sealed class BrokenProductionTests
{
    private static readonly Lazy<Task<IReadOnlyList<PolicyResource>>> Prod = new(async () => PlanValues.Resources(await ClawdbotPlanner.PlanAsync("prod")));

    public static TheoryData<int, string> Rows { get; } = [];

    static BrokenProductionTests()
    {
        for (var row = 0; row < Breakages.All.Count; row++)
        {
            Rows.Add(row, Breakages.All[row].ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Breaking_one_thing_is_found(int row, string description)
    {
        var breakage = Breakages.All[row];
        var rule = PolicyCatalogue.Find(breakage.Rule);
        Assert.NotNull(rule);
        var evaluator = new PolicyEvaluator([rule], PolicyConfiguration.Production);
        var prod = await Prod.Value;

        // Where a digest is missing today the row breaks another image; all else is whole before it is broken.
        var before = evaluator.CheckAll(new PolicyStack(prod)).Violations.Select(v => (v.Urn, v.Message)).ToHashSet();
        Assert.True(before.Count == 0 || rule.Metadata.Id == "container-image-digest", $"{description}: prod breaks it already.");
        var broken = 0;
        foreach (var (graph, changed, where) in Breaking.Apply(prod, breakage))
        {
            var found = changed is null ? new PolicyFindings() : evaluator.Check(changed);
            found.Add(evaluator.Check(new PolicyStack(graph)));
            Assert.True(found.Violations.Exists(v => !before.Contains((v.Urn, v.Message))), $"{description}: not found at {where}.");
            broken++;
        }

        Assert.True(broken > 0, $"{description}: prod has no such place.");
    }

    [Fact]
    public void Every_rule_has_a_row_or_a_reason_why_not()
    {
        var rows = Breakages.All.Select(b => b.Rule).ToHashSet();
        Assert.Equal([], PolicyCatalogue.All.Select(rule => rule.Metadata.Id).Except(rows).Except(Breakages.NotInProd.Keys));
        Assert.Equal([], rows.Intersect(Breakages.NotInProd.Keys));
        Assert.All(Breakages.NotInProd.Keys, id => Assert.NotNull(PolicyCatalogue.Find(id)));
    }
}
