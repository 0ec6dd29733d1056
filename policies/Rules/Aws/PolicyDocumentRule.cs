using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws;

/// <summary>A rule about the statements of IAM policies, one by one: what is unknown of one leaves the others checked.</summary>
/// <param name="metadata">What it says of itself.</param>
/// <param name="types">The type tokens of the resources that hold the policies.</param>
internal abstract class PolicyDocumentRule(PolicyMetadata metadata, params string[] types) : ResourceRule(metadata, types)
{
    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) => report.Each(
        resource, Documents(resource), document => report.Each(resource, PolicyDocument.Statements(document, report), statement => Check(statement, report)));

    /// <summary>Where the policies stand.</summary>
    protected virtual IEnumerable<Property> Documents(PolicyResource resource) => [resource["policy"]];

    /// <summary>Checks one statement.</summary>
    protected abstract void Check(PolicyStatement statement, RuleReport report);
}
