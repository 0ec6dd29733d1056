using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantToolsTests
{
    private const string Remedy = "Set tools.exec to {security: deny, ask: always}, tools.elevated.enabled and gateway.terminal.enabled to false, and deny group:runtime.";

    private const string Place = "data[\"openclaw.json\"]#";

    private const string Exec = "exec: { security: 'deny', ask: 'always' }";

    private static readonly AssistantTools Rule = new();

    [Fact]
    public void Accepts_no_commands() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration);

    [Theory]
    [InlineData("deny: ['group:runtime'], exec: { security: 'allowlist', ask: 'always' }")]
    [InlineData("exec: { security: 'allowlist', ask: 'on-miss' }")]
    [InlineData("exec: { mode: 'ask' }")]
    [InlineData("profile: 'messaging', exec: { mode: 'deny' }")]
    public void Accepts_commands_with_approval(string tools) => RuleCheck.Accepts(Rule, AssistantSamples.With($"deny: ['group:runtime'], {Exec}", tools));

    [Theory]
    [InlineData("exec: {}", ".tools.exec.security is not set; allowed: deny, or allowlist with approval. ")]
    [InlineData("exec: { security: 'full', ask: 'always' }", ".tools.exec.security is 'full'; allowed: deny, or allowlist with approval. ")]
    [InlineData("exec: { security: 'deny', ask: 'off' }", ".tools.exec.ask is 'off'; allowed: always or on-miss. ")]
    [InlineData("exec: { security: 'allowlist' }", ".tools.exec.ask is not set; allowed: always or on-miss. ")]
    [InlineData("exec: { mode: 'full' }", ".tools.exec.mode is 'full'; allowed: deny, allowlist, ask or auto. ")]
    public void Rejects_commands_without_approval(string exec, string message) => RuleCheck.Rejects(Rule, Place + message + Remedy, AssistantSamples.With(Exec, exec));

    [Fact]
    public void Rejects_tools_for_commands() => RuleCheck.Rejects(
        Rule, $"{Place}.tools.deny is [cron]; allowed: a list with group:runtime. {Remedy}", AssistantSamples.With("['group:runtime']", "['cron']"));

    [Fact]
    public void Rejects_elevated_commands() => RuleCheck.Rejects(
        Rule, $"{Place}.tools.elevated.enabled is true; allowed: false. {Remedy}", AssistantSamples.With("elevated: { enabled: false }", "elevated: { enabled: true }"));

    [Fact]
    public void Rejects_the_terminal() => RuleCheck.Rejects(
        Rule, $"{Place}.gateway.terminal.enabled is true; allowed: false. {Remedy}", AssistantSamples.With("terminal: { enabled: false }", "terminal: { enabled: true }"));

    [Fact]
    public void Rejects_an_agent_that_may_more() => RuleCheck.Rejects(
        Rule,
        $"{Place}.agents.list[0].tools.exec.security is 'full'; allowed: deny, or allowlist with approval. {Remedy}",
        AssistantSamples.With("agents: {", "agents: { list: [{ id: 'a', tools: { exec: { security: 'full' } } }],"));

    [Fact]
    public void Cannot_decide_what_stands_in_another_file() => RuleCheck.CannotDecide(
        Rule, $"{Place}.tools.exec may stand in another file", AssistantSamples.Holding("{ tools: { $include: './tools.json5' } }"));
}
