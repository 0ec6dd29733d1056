using System.Text.Json;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Stacks.Settings;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class AdmissionReaderTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";

    [Fact]
    public void Accepts_an_empty_section_as_the_defaults()
    {
        var (spec, errors) = Read("{}");
        Assert.Empty(errors);
        Assert.True(spec is { Mode: AdmissionMode.Audit, AuditOnly.Length: 0, ExemptNamespaces.Length: 0 });
    }

    [Theory]
    [InlineData("audit", AdmissionMode.Audit)]
    [InlineData("warn", AdmissionMode.Warn)]
    [InlineData("deny", AdmissionMode.Deny)]
    public void Accepts_every_mode(string word, AdmissionMode mode)
    {
        var (spec, errors) = Read($$"""{ "mode": "{{word}}", "auditOnly": ["pod-privileged"], "exemptNamespaces": ["other"] }""");
        Assert.Empty(errors);
        Assert.Equal(mode, spec!.Mode);
        Assert.Equal("pod-privileged", Assert.Single(spec.AuditOnly));
        Assert.Equal("other", Assert.Single(spec.ExemptNamespaces));
    }

    [Fact]
    public void Off_is_no_policies_at_all()
    {
        var (spec, errors) = Read("""{ "mode": "off" }""");
        Assert.Empty(errors);
        Assert.Null(spec);
    }

    [Fact]
    public void Rejects_an_unknown_mode() =>
        Assert.Equal([$"CB1004: clawdbot:admission.mode is 'dny'; allowed: audit or warn or deny or off. Did you mean 'deny'? {Here}"], Read("""{ "mode": "dny" }""").Errors);

    [Fact]
    public void Rejects_an_unknown_key() =>
        Assert.Equal(
            ["CB1001: clawdbot:admission.modes is not a setting; allowed: mode, auditOnly, exemptNamespaces. Did you mean 'mode'? Correct it in stacks/Pulumi.test.yaml."],
            Read("""{ "modes": "deny" }""").Errors);

    [Fact]
    public void The_rules_of_the_component_are_applied_to_the_settings()
    {
        var configuration = Configuration.Of("onprem");
        configuration["admission"] = new JsonObject { ["exemptNamespaces"] = new JsonArray("Bad") };
        var error = Assert.Single(Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics);
        Assert.Equal(
            "CB2001: clawdbot:admission.exemptNamespaces[0] is 'Bad'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. " + Here,
            error.ToString());
    }

    [Fact]
    public void Rejects_the_section_on_one_machine()
    {
        var configuration = Configuration.Of("local");
        configuration["admission"] = new JsonObject { ["mode"] = "deny" };
        var error = Assert.Single(Assert.Throws<DiagnosticException>(configuration.Parse).Diagnostics);
        Assert.StartsWith("CB1005: clawdbot:admission is set; allowed: nothing with clawdbot:cluster.kind 'docker'.", error.ToString(), StringComparison.Ordinal);
    }

    private static (AdmissionPoliciesSpec? Spec, string[] Errors) Read(string json)
    {
        var errors = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json);
        var spec = AdmissionReader.Read(new SettingsObject("clawdbot:admission", document.RootElement, AdmissionReader.Keys, "stacks/Pulumi.test.yaml", errors));
        return (spec, [.. errors.Select(error => error.ToString())]);
    }
}
