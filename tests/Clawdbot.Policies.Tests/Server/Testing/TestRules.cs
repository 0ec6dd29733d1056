using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>Small rules for what the engine can ask, like those of Pulumi's own tests of policy packs.</summary>
internal static class TestRules
{
    /// <summary>Resources of type <c>simple:index:Resource</c> have <c>value: true</c>; it can be put right.</summary>
    public static PolicyRule Truthful { get; } = new TruthfulRule();

    /// <summary>At most a configured number of resources have a name that begins as configured; the words that are allowed are configured too.</summary>
    public static PolicyRule Counted { get; } = new CountedRule();

    /// <summary>Tells what is known of each resource besides its properties.</summary>
    public static PolicyRule Described { get; } = new DescribedRule();

    /// <summary>A rule that fails.</summary>
    public static PolicyRule Broken { get; } = new BrokenRule();

    /// <summary>A rule that takes a while.</summary>
    public static PolicyRule Slow { get; } = new SlowRule();

    private static PolicyMetadata Metadata(string id) => new(id)
    {
        Title = $"The test {id} passes",
        Description = $"Why {id} matters.",
        Severity = PolicySeverity.High,
        Frameworks = [new FrameworkReference("First", "1.1"), new FrameworkReference("Second", "2.2")],
        Remedy = "Put it right.",
        Url = "https://example.com/rules",
    };

    private sealed class TruthfulRule() : ResourceRule(Metadata("truthful") with { DefaultLevel = EnforcementLevel.Mandatory }, "simple:index:Resource")
    {
        public override bool Remediates => true;

        public override void Check(PolicyResource resource, RuleReport report)
        {
            if (resource["value"].Flag != true)
            {
                report.Violation(resource["value"], "true");
            }
        }

        public override PropertyValue.Map? Remediate(PolicyResource resource) => resource["value"].Flag == true ? null : resource["value"].Replaced(new PropertyValue.Flag(true));
    }

    private sealed class CountedRule() : PolicyRule(Metadata("counted") with
    {
        DefaultLevel = EnforcementLevel.Advisory,
        Severity = PolicySeverity.Low,
        Settings =
        [
            new RuleSetting("most", RuleSettingKind.Number, "Most resources, as a number.") { Default = 2.0, Minimum = 0, Maximum = 100 },
            new RuleSetting("prefix", RuleSettingKind.Text, "How the names begin.") { Default = "res", Choices = ["res", "test"] },
            new RuleSetting("words", RuleSettingKind.Texts, "Words that are allowed.") { Default = (IReadOnlyList<string>)["a", "b"] },
        ],
    })
    {
        public override bool ChecksResources => false;

        public override bool ChecksStacks => true;

        public override void Check(PolicyStack stack, RuleReport report)
        {
            var named = stack.Resources.Where(r => r.Name.StartsWith(report.Text("prefix"), StringComparison.Ordinal)).ToList();
            if (named.Count > report.Number("most"))
            {
                report.Violation(null, "The number of resources", $"{named.Count}", $"at most {report.Number("most")}", $"Words: {string.Join('+', report.Texts("words"))}.");
                report.Violation(named[^1], "The last of them", named[^1].Name, "none");
            }

            if (named.Find(r => r["value"].IsUnreadable) is { } unknown)
            {
                report.Part(unknown, () => _ = unknown["value"].Flag);
            }
        }
    }

    private sealed class DescribedRule() : PolicyRule(Metadata("described"))
    {
        public override bool ChecksStacks => true;

        public override void Check(PolicyResource resource, RuleReport report) => Describe(resource, report);

        public override void Check(PolicyStack stack, RuleReport report)
        {
            foreach (var resource in stack.Resources)
            {
                Describe(resource, report);
            }
        }

        private static void Describe(PolicyResource resource, RuleReport report) => report.Violation(
            resource, resource.Name, $"{resource.Type} of {resource.Parent ?? "nobody"}, {(resource.IsProtected ? "" : "not ")}protected, after {string.Join('+', resource.Dependencies)}", "nothing");
    }

    private sealed class BrokenRule() : ResourceRule(Metadata("broken"), "simple:index:Resource")
    {
        public override void Check(PolicyResource resource, RuleReport report) => throw new InvalidOperationException("the secret text");
    }

    private sealed class SlowRule() : ResourceRule(Metadata("slow"), "simple:index:Resource")
    {
        public override void Check(PolicyResource resource, RuleReport report) => Thread.Sleep(3000);
    }
}
