using System.Collections.Concurrent;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Evaluation;

/// <summary>Runs rules under a configuration. Safe for concurrent use.</summary>
internal sealed class PolicyEvaluator
{
    private readonly PolicyConfiguration _configuration;
    private readonly PolicyRule[] _resourceRules;
    private readonly PolicyRule[] _stackRules;
    private readonly ConcurrentDictionary<string, PolicyRule[]> _rulesOfType = new(StringComparer.Ordinal);

    /// <summary>Takes the rules that are not disabled.</summary>
    public PolicyEvaluator(IEnumerable<PolicyRule> rules, PolicyConfiguration configuration)
    {
        _configuration = configuration;
        var enabled = rules.Where(rule => configuration.Of(rule).Level != EnforcementLevel.Disabled).ToArray();
        _resourceRules = [.. enabled.Where(rule => rule.ChecksResources)];
        _stackRules = [.. enabled.Where(rule => rule.ChecksStacks)];
    }

    /// <summary>Checks one resource.</summary>
    public PolicyFindings Check(PolicyResource resource)
    {
        var findings = new PolicyFindings();
        foreach (var rule in RulesOf(resource.Type))
        {
            var report = new RuleReport(rule, _configuration.Of(rule));
            report.Part(resource, () => rule.Check(resource, report));
            findings.Add(report);
        }

        return findings;
    }

    /// <summary>Checks how the resources fit together, and not the single ones.</summary>
    public PolicyFindings Check(PolicyStack stack)
    {
        var findings = new PolicyFindings();
        foreach (var rule in _stackRules)
        {
            var report = new RuleReport(rule, _configuration.Of(rule));
            report.Part(null, () => rule.Check(stack, report));
            findings.Add(report);
        }

        return findings;
    }

    /// <summary>Checks each resource, and how they fit together.</summary>
    public PolicyFindings CheckAll(PolicyStack stack)
    {
        var findings = new PolicyFindings();
        foreach (var resource in stack.Resources)
        {
            findings.Add(Check(resource));
        }

        findings.Add(Check(stack));
        return findings;
    }

    /// <summary>The corrections of a resource: each rule at level <see cref="EnforcementLevel.Remediate"/> sees what those before it made of the properties.</summary>
    public IEnumerable<(PolicyRule Rule, PropertyValue.Map Properties)> Remediate(PolicyResource resource)
    {
        var current = resource;
        foreach (var rule in RulesOf(resource.Type))
        {
            if (!rule.Remediates || _configuration.Of(rule).Level != EnforcementLevel.Remediate)
            {
                continue;
            }

            PropertyValue.Map? changed = null;
            new RuleReport(rule, _configuration.Of(rule)).Part(current, () => changed = rule.Remediate(current));
            if (changed is not null)
            {
                current = new PolicyResource(resource.Urn, resource.Type, resource.Name, changed) { Parent = resource.Parent, Dependencies = resource.Dependencies, IsProtected = resource.IsProtected };
                yield return (rule, changed);
            }
        }
    }

    private PolicyRule[] RulesOf(string type) => _rulesOfType.GetOrAdd(type, static (token, all) => [.. all.Where(rule => rule.AppliesTo(token))], _resourceRules);
}
