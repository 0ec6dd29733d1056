using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Conventions;

/// <summary>Values that are not known yet, or of a type that nobody expects, wherever they stand.</summary>
public sealed class UnknownValueTests
{
    private static readonly PolicyEvaluator Evaluator = new(PolicyCatalogue.All, PolicyConfiguration.Production);

    private static readonly PropertyValue[] Odd =
    [
        PropertyValue.Nothing, PropertyValue.Hidden, PropertyValue.Map.Empty, new PropertyValue.List([]), new PropertyValue.Text(""), new PropertyValue.Text("x"), new PropertyValue.Text("-1"),
        new PropertyValue.Number(-1), new PropertyValue.Number(1e300), new PropertyValue.Number(double.NaN), new PropertyValue.Number(double.PositiveInfinity), new PropertyValue.Flag(true),
        new PropertyValue.List([PropertyValue.Nothing, PropertyValue.NotKnown, new PropertyValue.Text("x")]), new PropertyValue.Map([KeyValuePair.Create("", (PropertyValue)new PropertyValue.Text(""))]),
        new PropertyValue.Opaque("a file", null),
    ];

    // A value that is marked as secret is itself what these find.
    private static readonly string[] AboutSecrets = ["config-map-secrets", "container-secret-env"];

    public static TheoryData<string> Stacks { get; } = new(SampleStacks.All.Keys);

    [Theory]
    [MemberData(nameof(Stacks))]
    public void An_unknown_value_breaks_no_rule(string name)
    {
        var stack = SampleStacks.All[name].Select(sample => sample.Resource).ToArray();
        var known = Evaluator.CheckAll(new PolicyStack(stack)).Violations.CountBy(Key).ToDictionary();
        var wrong = Copies(stack, [PropertyValue.NotKnown, PropertyValue.Hidden]).SelectMany(copy => copy.Findings.Violations
            .GroupBy(Key).Where(group => !(copy.Value is PropertyValue.Secret && AboutSecrets.Contains(group.Key.Id)) && group.Count() > known.GetValueOrDefault(group.Key))
            .Select(group => $"{copy.What}: {group.Key.Id} on {group.Key.Urn}: {string.Join(" / ", group.Select(v => v.Message))}")).ToList();
        Assert.Equal([], wrong);

        static (string Id, string Urn) Key(PolicyViolation violation) => (violation.Rule.Id, violation.Urn);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_value_of_a_wrong_type_fails_no_rule(string name)
    {
        var stack = SampleStacks.All[name].Select(sample => sample.Resource).ToArray();
        var failures = Copies(stack, Odd, 3).SelectMany(copy => copy.Findings.Violations
            .Where(v => v.Message.StartsWith("The rule failed", StringComparison.Ordinal) || v.Message.Contains('\n'))
            .Select(v => $"{copy.What}: {v.Rule.Id} on {v.Subject}: {v.Message}")).ToList();
        Assert.Equal([], failures);
    }

    // With a step, each place has a share of the values, and the next place the next share.
    private static ParallelQuery<(string What, PropertyValue Value, PolicyFindings Findings)> Copies(PolicyResource[] stack, PropertyValue[] values, int step = 1) =>
        stack.AsParallel().AsOrdered().SelectMany((resource, index) => PropertyTree.Places(resource.Properties.Raw!)
            .SelectMany((_, number) => values.Where((_, at) => (at + number + index) % step == 0), (place, value) => (place.Steps, Value: value))
            .Select(copy =>
            {
                PolicyResource[] resources = [.. stack];
                resources[index] = PropertyTree.With(resource, PropertyTree.With(resource.Properties.Raw!, copy.Steps, copy.Value));
                return ($"{resource.Urn} {string.Join('.', copy.Steps)} = {ShownValue.Of(copy.Value)}", copy.Value, Evaluator.CheckAll(new PolicyStack(resources)));
            }));
}
