using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Evaluation;

public sealed class RuleReportTests
{
    private static readonly PolicyRule Rule = PolicyCatalogue.Find("pod-privileged")!;
    private static readonly PolicyResource Resource = Workloads.Deployment.Resource;

    private readonly RuleReport _report = new(Rule, RuleConfiguration.Of(EnforcementLevel.Mandatory));

    [Fact]
    public void Says_of_very_many_violations_that_there_are_more()
    {
        for (var index = 0; index < 1000; index++)
        {
            _report.Violation(Resource, $"Place {index}", "wrong", "right");
        }

        _report.Violation(null, "The stack", "wrong", "right");
        Assert.Equal(202, _report.Violations.Count);
        Assert.Equal($"The number of violations is more than 200, which are listed; allowed: 0. {Rule.Metadata.Remedy}", _report.Violations[200].Message);
        Assert.Equal($"The stack is wrong; allowed: right. {Rule.Metadata.Remedy}", _report.Violations[201].Message);
    }

    [Fact]
    public void Says_each_reason_once_for_a_resource()
    {
        _report.Undecided(Resource, "a");
        _report.Undecided(Resource, "a");
        _report.Undecided(null, "a");
        _report.Undecided(Resource, "b");
        Assert.Equal(["a", "a", "b"], _report.NotApplicable.Select(n => n.Reason));
    }

    [Fact]
    public void Ends_where_a_resource_has_too_much_that_cannot_be_read()
    {
        var place = Workloads.Deployment.WithUnknown("spec").Resource["spec"];
        var seen = 0;
        _report.Each(Resource, Enumerable.Range(0, 100_000), _ => seen += place.Text is null ? 1 : 1);
        _report.Each(Resource, Enumerable.Range(0, 100_000), _ => seen++);
        Assert.Equal(0, seen);
        Assert.Equal("The number of values that cannot be read is 5000 or more; allowed: fewer in one resource. Split it.", _report.Violations[0].Message);
    }

    [Fact]
    public void Takes_a_rule_that_fails_as_violated()
    {
        _report.Part(Resource, () => throw new InvalidOperationException("what was secret"));
        Assert.StartsWith("The rule failed with InvalidOperationException; allowed:", Assert.Single(_report.Violations).Message, StringComparison.Ordinal);
    }
}
