using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>The control page in a browser: only from pages that are named, and only on devices that were approved.</summary>
internal sealed class AssistantControlUi() : AssistantConfigurationRule(new PolicyMetadata("assistant-control-ui")
{
    Title = "The assistant's control page trusts named origins and approved devices only",
    Description = "The page commands the assistant. Any origin lets every web page that its operator visits do so too, and the dangerous switches turn off the check of devices.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Set gateway.controlUi.enabled to false, or name the page's own origin and leave the dangerous switches out.",
    Url = "https://docs.openclaw.ai/web/control-ui",
})
{
    private static readonly string[] Dangerous = ["allowInsecureAuth", "dangerouslyAllowHostHeaderOriginFallback", "dangerouslyDisableDeviceAuth"];

    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var page = document["gateway"]["controlUi"];
        if (page["enabled"].Flag == false)
        {
            return;
        }

        foreach (var key in Dangerous.Where(key => page[key].Flag == true))
        {
            report.Violation(page[key], "false");
        }

        var origins = page["allowedOrigins"];
        if (origins.Items.Any(origin => origin.Text == "*"))
        {
            report.Violation(origins, "origins by name, such as https://assistant.example.com");
        }
        else if (!origins.Items.Any()
            && document["gateway"]["bind"].Text is "lan" or "custom"
            && page["dangerouslyAllowHostHeaderOriginFallback"].Flag != true
            && !AssistantConfiguration.HasOtherFiles(document))
        {
            report.Violation(origins, "origins by name, or enabled: false", "The page is on by default, and beyond loopback the assistant refuses to start without them.");
        }
    }
}
