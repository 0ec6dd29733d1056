using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>Client, tenant and priority come from the access tier, never from the client.</summary>
internal sealed class GatewayIdentity() : GatewayDocumentRule(new PolicyMetadata("gateway-identity")
{
    Title = "Headers that the Router trusts are removed from what clients send",
    Description = "Whoever may send them names himself another tenant, is answered from that tenant's cache, and overtakes everybody in the queue.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B5")],
    Remedy = "Add the headers to routes.strippedHeaders; the access tier sets them again from the token.",
    Url = "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
})
{
    private static readonly string[] Trusted = ["client", "tenant", "priority"];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        // With several gateways nobody can tell here which access tier is before which Router.
        var view = stack.View(s => new GatewayView(s));
        if (view.Documents.Where(d => d.Name == GatewayDocument.AccessTier).ToList() is [var accessTier]
            && view.Documents.Where(d => d.Name == GatewayDocument.Router).ToList() is [var router])
        {
            report.Part(router.Text.Resource, () =>
            {
                var stripped = accessTier.Text.ParseJson()?["routes"]["strippedHeaders"];
                var headers = router.Text.ParseJson()?["headers"];
                foreach (var header in stripped is null || headers is null ? [] : Trusted.Select(key => headers[key]).Where(header => !IsStripped(header, stripped)))
                {
                    report.Violation(header, "a header that the access tier removes");
                }
            });
        }
    }

    /// <inheritdoc/>
    protected override void CheckAccessTier(Property settings, RuleReport report)
    {
        var stripped = settings["routes"]["strippedHeaders"];
        var open = Trusted.Select(key => settings["headers"][key]).Where(header => !IsStripped(header, stripped)).Select(header => header.IsSecret ? header.Path : ShownValue.OneLine(header.Text!)).ToList();
        if (open.Count > 0)
        {
            report.Violation(stripped, $"a list that covers {string.Join(", ", open)}");
        }

        foreach (var subjects in settings["tokens"]["issuers"].Items.Select(issuer => issuer["trustedSubjects"]).Where(subjects => subjects.Items.Any(subject => subject.Text == "*")))
        {
            report.Violation(subjects, "subjects by name");
        }
    }

    // Names of headers have no case; a star stands for any ending. A header that is not named is not trusted.
    private static bool IsStripped(Property header, Property stripped) => header.Text is not { Length: > 0 } name || stripped.Items.Any(item => item.Text is { Length: > 0 } pattern
        && (pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : name.Equals(pattern, StringComparison.OrdinalIgnoreCase)));
}
