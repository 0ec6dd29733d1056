using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Runs one rule, on resources and on the stack that they make.</summary>
internal static class RuleCheck
{
    /// <summary>What <paramref name="rule"/> finds.</summary>
    public static PolicyFindings Run(PolicyRule rule, params Sample[] samples) => Run(rule, PolicyConfiguration.Production, samples);

    /// <summary>What <paramref name="rule"/> finds under a configuration.</summary>
    public static PolicyFindings Run(PolicyRule rule, PolicyConfiguration configuration, params Sample[] samples) =>
        new PolicyEvaluator([rule], configuration).CheckAll(new PolicyStack([.. samples.Select(s => s.Resource)]));

    /// <summary>The rule accepts the resources, and decided everything.</summary>
    public static void Accepts(PolicyRule rule, params Sample[] samples)
    {
        var findings = Run(rule, samples);
        Assert.Equal([], findings.Violations.Select(v => v.Message));
        Assert.Equal([], findings.NotApplicable.Select(n => n.Reason));
    }

    /// <summary>The rule finds exactly one thing wrong, and says it in these words.</summary>
    public static void Rejects(PolicyRule rule, string message, params Sample[] samples) => Assert.Equal([message], Run(rule, samples).Violations.Select(v => v.Message));

    /// <summary>The rule finds nothing wrong, but cannot decide, for this reason.</summary>
    public static void CannotDecide(PolicyRule rule, string reason, params Sample[] samples)
    {
        var findings = Run(rule, samples);
        Assert.Equal([], findings.Violations.Select(v => v.Message));
        Assert.Equal([reason], findings.NotApplicable.Select(n => n.Reason));
    }
}
