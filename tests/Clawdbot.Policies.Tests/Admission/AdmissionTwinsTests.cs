using System.Text.RegularExpressions;
using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>The expressions are evaluated by a real implementation of CEL, and say the same as the rules.</summary>
public sealed partial class AdmissionTwinsTests
{
    public static TheoryData<string> Cases { get; } = new(AdmissionCases.All.Keys);

    public static TheoryData<string> Twins { get; } = new(AdmissionTwins.All.Select(twin => twin.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_the_case_expects(string name)
    {
        var (twin, _, breaks, made) = AdmissionCases.All[name];
        var messages = CelTwin.Of($"clawdbot-{twin}").Check(made);
        Assert.True(breaks == messages.Count > 0, $"{name}: {string.Join(" | ", messages)}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_the_same_as_the_rule(string name)
    {
        var (twin, _, breaks, made) = AdmissionCases.All[name];
        var findings = RuleCheck.Run(PolicyCatalogue.Find(Twin($"clawdbot-{twin}").RuleId)!, made);
        Assert.Equal([], findings.NotApplicable.Select(n => n.Reason));
        Assert.True(breaks == findings.Violations.Count > 0, $"{name}: {string.Join(" | ", findings.Violations.Select(v => v.Message))}");
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Has_an_object_that_breaks_it(string name) => Assert.Contains(AdmissionCases.All.Values, c => $"clawdbot-{c.Twin}" == name && c.Breaks);

    [Theory]
    [MemberData(nameof(Twins))]
    public void Names_fit_the_api(string name)
    {
        var twin = Twin(name);
        Assert.Matches("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", twin.Name);
        Assert.All(twin.Variables, variable => Assert.Matches("^[a-z][A-Za-z]*$", variable.Name));
        Assert.Equal(twin.Variables.Count, twin.Variables.Select(variable => variable.Name).Distinct().Count());
        Assert.Single(twin.Targets.Select(target => target.IsOfCluster).Distinct());
    }

    /// <summary>https://kubernetes.io/docs/reference/using-api/cel/ has libraries of its own; nothing of them, and no optional fields, is used.</summary>
    [Theory]
    [MemberData(nameof(Twins))]
    public void Uses_standard_cel_only(string name)
    {
        string[] standard = ["has", "dyn", "string", "int", "filter", "map", "exists", "all", "size", "startsWith", "endsWith", "contains", "matches"];
        var expressions = Expressions(Twin(name)).Select(expression => Literal().Replace(expression, "''")).ToArray();
        Assert.All(expressions, expression => Assert.Subset(standard.ToHashSet(), Call().Matches(expression).Select(match => match.Groups[1].Value).ToHashSet()));
        Assert.All(expressions, expression => Assert.DoesNotContain(".?", expression, StringComparison.Ordinal));
    }

    /// <summary>Limits of the API server: 5 KiB of message, no line breaks; far below the length of an expression that it parses.</summary>
    [Theory]
    [MemberData(nameof(Twins))]
    public void Stays_within_the_limits_of_the_api(string name)
    {
        var twin = Twin(name);
        Assert.All(Expressions(twin), expression => Assert.InRange(expression.Length, 1, 8192));
        Assert.All(Expressions(twin).Append(twin.Message), text => Assert.DoesNotContain('\n', text));
        Assert.InRange(twin.Message.Length, 1, 1024);
    }

    [Fact]
    public void The_twins_are_sorted_and_distinct() =>
        Assert.Equal(AdmissionTwins.All.Select(twin => twin.Name).Distinct().Order(StringComparer.Ordinal), AdmissionTwins.All.Select(twin => twin.Name));

    private static AdmissionTwin Twin(string name) => AdmissionTwins.All.Single(twin => twin.Name == name);

    private static IEnumerable<string> Expressions(AdmissionTwin twin) =>
    [
        twin.Condition, .. twin.Variables.Select(variable => variable.Expression), .. twin.Validations.Select(validation => validation.Expression),
        .. twin.Validations.Select(twin.MessageExpression).OfType<string>(),
    ];

    [GeneratedRegex(@"'(\\.|[^'\\])*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"([A-Za-z_]+)\(")]
    private static partial Regex Call();
}
