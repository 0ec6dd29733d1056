using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Evaluation;

/// <summary>One run of the pack, the same for every host: rules, configuration and waivers. Safe for concurrent use.</summary>
/// <param name="rules">The rules.</param>
/// <param name="configuration">Levels and values.</param>
/// <param name="waivers">The waivers.</param>
internal sealed class PolicySession(IReadOnlyList<PolicyRule> rules, PolicyConfiguration configuration, WaiverBook waivers)
{
    private readonly PolicyEvaluator _evaluator = new(rules, configuration);

    /// <summary>Checks one resource.</summary>
    public PolicyFindings Check(PolicyResource resource) => _evaluator.Check(resource).Waive(waivers);

    /// <summary>Checks how the resources fit together, and then the waivers; the single resources were checked before.</summary>
    public PolicyFindings Check(PolicyStack stack)
    {
        var findings = _evaluator.Check(stack).Waive(waivers);
        foreach (var rule in rules.OfType<WaiverRule>())
        {
            if (configuration.Of(rule) is { Level: not EnforcementLevel.Disabled } configured)
            {
                var report = new RuleReport(rule, configured);
                foreach (var waiver in waivers.Waivers)
                {
                    rule.Check(waiver, waivers, report);
                }

                findings.Add(report);
            }
        }

        return findings;
    }

    /// <summary>Checks each resource, how they fit together, and the waivers.</summary>
    public PolicyFindings CheckAll(PolicyStack stack)
    {
        // Each resource is looked at by one thread; the order of the findings is that of the resources.
        var found = new PolicyFindings[stack.Resources.Count];
        Parallel.For(0, found.Length, index => found[index] = Check(stack.Resources[index]));
        var findings = new PolicyFindings();
        foreach (var part in found)
        {
            findings.Add(part);
        }

        findings.Add(Check(stack));
        return findings;
    }

    /// <summary>The corrections of a resource, one after the other.</summary>
    public IEnumerable<(PolicyRule Rule, PropertyValue.Map Properties)> Remediate(PolicyResource resource) => _evaluator.Remediate(resource);
}
