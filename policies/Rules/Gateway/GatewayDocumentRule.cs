using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>A rule about the settings of the gateway's programs.</summary>
internal abstract class GatewayDocumentRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public override bool AppliesTo(string type) => GatewayDocument.MayBeIn(type);

    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report)
    {
        report.Each(resource, GatewayDocument.Of(resource), document =>
        {
            if (document.Text.ParseJson() is not { IsMap: true } settings)
            {
                report.Undecided(resource, $"{document.Text.Path} is no JSON object");
            }
            else if (document.Name == GatewayDocument.AccessTier)
            {
                CheckAccessTier(settings, report);
            }
            else
            {
                CheckRouter(settings, report);
            }
        });
        report.Part(resource, () => CheckTexts(resource, report));
    }

    /// <summary>Checks the settings of the access tier.</summary>
    protected virtual void CheckAccessTier(Property settings, RuleReport report)
    {
    }

    /// <summary>Checks the settings of the Router.</summary>
    protected virtual void CheckRouter(Property settings, RuleReport report)
    {
    }

    /// <summary>Checks whatever else the resource holds.</summary>
    protected virtual void CheckTexts(PolicyResource resource, RuleReport report)
    {
    }
}
