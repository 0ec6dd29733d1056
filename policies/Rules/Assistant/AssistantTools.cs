using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>
/// What the assistant may run. Commands on its host are on without approval unless the file says something else, so silence is a finding here. The terminal is judged only when it is
/// written, because older releases have no such key and refuse to start on it.
/// </summary>
internal sealed class AssistantTools() : AssistantConfigurationRule(new PolicyMetadata("assistant-tools")
{
    Title = "The assistant runs no commands without approval",
    Description = "Messages, web pages and files steer the model. By default it may run any command in its container, without asking, and so can whoever wrote them.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C1")],
    Remedy = "Set tools.exec to {security: deny, ask: always}, tools.elevated.enabled and gateway.terminal.enabled to false, and deny group:runtime.",
    Url = "https://docs.openclaw.ai/gateway/security",
})
{
    private static readonly string[] RuntimeTools = ["exec", "process"];

    private static readonly string[] Closed = ["deny", "allowlist"];

    private static readonly string[] ClosedModes = ["deny", "allowlist", "ask", "auto"];

    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var tools = document["tools"];
        if (AssistantConfiguration.HasOtherFiles(document) && tools["exec"].IsMissing)
        {
            report.Undecided(configuration.Text.Resource, $"{tools["exec"].Path} may stand in another file");
        }
        else
        {
            CheckCommands(tools, report);
        }

        CheckElevated(tools, report);
        foreach (var agent in document["agents"]["list"].Items.Concat(document["agents"]["entries"].Entries.Select(entry => entry.Value)))
        {
            CheckAgent(agent["tools"], report);
        }

        if (document["gateway"]["terminal"]["enabled"].Flag == true)
        {
            report.Violation(document["gateway"]["terminal"]["enabled"], "false");
        }
    }

    private static void CheckCommands(Property tools, RuleReport report)
    {
        var security = tools["exec"]["security"];
        var mode = tools["exec"]["mode"];
        if (mode.Exists)
        {
            if (!ClosedModes.Contains(mode.Text, StringComparer.Ordinal))
            {
                report.Violation(mode, "deny, allowlist, ask or auto");
            }
        }
        else if (!Closed.Contains(security.Text, StringComparer.Ordinal))
        {
            report.Violation(security, "deny, or allowlist with approval");
        }
        else if (tools["exec"]["ask"].Text == "off" || (security.Text == "allowlist" && tools["exec"]["ask"].Text is not ("always" or "on-miss")))
        {
            report.Violation(tools["exec"]["ask"], "always or on-miss");
        }

        // Somebody who lists commands, or approves them, wants the tool.
        var isWanted = security.Text == "allowlist" || mode.Text is "allowlist" or "ask" or "auto";
        if (!isWanted && !LeavesOutRuntime(tools))
        {
            report.Violation(tools["deny"], "a list with group:runtime");
        }
    }

    // By the list of what is denied, or because the profile does not have it.
    private static bool LeavesOutRuntime(Property tools)
    {
        var denied = Names(tools["deny"]);
        if (denied.Contains("group:runtime") || denied.Contains("*") || RuntimeTools.All(denied.Contains))
        {
            return true;
        }

        var added = Names(tools["alsoAllow"]);
        added.UnionWith(Names(tools["allow"]));
        return tools["profile"].Text is "messaging" or "minimal" && !added.Contains("group:runtime") && !added.Contains("*") && !RuntimeTools.Any(added.Contains);
    }

    private static void CheckElevated(Property tools, RuleReport report)
    {
        var enabled = tools["elevated"]["enabled"];
        if (enabled.Flag == true || (enabled.IsMissing && tools["elevated"]["allowFrom"].Entries.Any()))
        {
            report.Violation(enabled, "false");
        }
    }

    // An agent inherits; only what it loosens counts.
    private static void CheckAgent(Property tools, RuleReport report)
    {
        if (tools["exec"]["security"].Text == "full")
        {
            report.Violation(tools["exec"]["security"], "deny, or allowlist with approval");
        }

        if (tools["exec"]["mode"].Text == "full")
        {
            report.Violation(tools["exec"]["mode"], "deny, allowlist, ask or auto");
        }

        if (tools["elevated"]["enabled"].Flag == true)
        {
            report.Violation(tools["elevated"]["enabled"], "false");
        }
    }

    private static HashSet<string> Names(Property list) => [.. list.Items.Select(item => item.Text).OfType<string>()];
}
