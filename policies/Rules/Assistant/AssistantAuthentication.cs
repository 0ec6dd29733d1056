using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Who reaches the assistant's port is its operator, so the port asks for a secret, and the secret is not in the file.</summary>
internal sealed class AssistantAuthentication() : AssistantConfigurationRule(new PolicyMetadata("assistant-authentication")
{
    Title = "The assistant's port asks for a secret that is not in its file",
    Description = "Whoever is let in commands the assistant, its accounts and its tools. Hundreds of assistants without authentication were found on the internet.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C1"), FrameworkReference.Nsa("C-0012")],
    Remedy = "Set gateway.auth.mode to token and gateway.auth.token to ${OPENCLAW_GATEWAY_TOKEN}, and give the container that variable from a Secret.",
    Url = "https://docs.openclaw.ai/gateway/security",
})
{
    private static readonly string[] Modes = ["token", "password", "trusted-proxy"];

    private static readonly string[] Secrets = ["token", "password"];

    private static readonly string[] SecretVariables = [.. AssistantNames.Variables("GATEWAY_TOKEN"), .. AssistantNames.Variables("GATEWAY_PASSWORD")];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var view = stack.View(s => new AssistantView(s));
        report.Each(null, view.Servers, server => report.Each(server.Resource, view.ConfigurationsOf(server), configuration =>
        {
            if (configuration.Document is not { } document || AssistantConfiguration.HasOtherFiles(document))
            {
                return;
            }

            var auth = document["gateway"]["auth"];
            var hasSecret = Secrets.Any(key => auth[key].Exists)
                || auth["mode"].Text is "none" or "trusted-proxy"
                || server.HasOtherVariables
                || server.Variable(SecretVariables) is not null
                || server.Option("--token") is not null
                || server.Option("--password") is not null;
            if (!hasSecret)
            {
                report.Violation(auth["token"], "a reference to a variable");
            }
        }));
    }

    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var gateway = document["gateway"];
        var auth = gateway["auth"];
        report.Part(configuration.Text.Resource, () =>
        {
            if (auth["mode"].Exists && !Modes.Contains(auth["mode"].Text, StringComparer.Ordinal))
            {
                report.Violation(auth["mode"], "token, password or trusted-proxy");
            }
            else if (auth["mode"].Text == "trusted-proxy")
            {
                CheckProxy(gateway, report);
            }
        });
        report.Each(configuration.Text.Resource, Secrets, key =>
        {
            // Objects are references to a secret; in a Secret, the text is one already.
            if (auth[key].Text is { Length: > 0 } text && !configuration.IsInSecret && !IsReference(text))
            {
                report.Violation(auth.Resource, auth[key].Path, "a text that everybody who reads the object knows", "a reference such as ${OPENCLAW_GATEWAY_TOKEN}");
            }
        });
    }

    // Behind a proxy, the proxy's addresses are what tells its headers from anybody's.
    private static void CheckProxy(Property gateway, RuleReport report)
    {
        if (!gateway["trustedProxies"].Items.Any())
        {
            report.Violation(gateway["trustedProxies"], "the addresses of the proxy");
        }

        if (string.IsNullOrEmpty(gateway["auth"]["trustedProxy"]["userHeader"].Text))
        {
            report.Violation(gateway["auth"]["trustedProxy"]["userHeader"], "the header in which the proxy names the user");
        }
    }

    // ${VARIABLE}, and what a deployment tool writes itself: <path:…>, ENC[…].
    private static bool IsReference(string text) =>
        (text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1)
        || text.StartsWith("<path:", StringComparison.Ordinal)
        || text.StartsWith("ENC[", StringComparison.Ordinal);
}
