using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class SecretLiteralsTests
{
    private const string Remedy = "Take it from a secret configuration value, an external secret store or a sealed secret.";

    private static readonly Sample Program = Sample.Of("kubernetes:core/v1:Secret", "{ metadata: { name: web, namespace: shop }, stringData: { user: web, password: hunter2 } }");

    private static readonly SecretLiterals Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("data: { password: '' }")]
    [InlineData("stringData: { password: <password> }")]
    [InlineData("stringData: { password: CHANGE_ME }")]
    [InlineData("data: { password: PHlvdXIgcGFzc3dvcmQ+ }")]
    [InlineData("stringData: { ca.crt: '-----BEGIN CERTIFICATE-----' }")]
    [InlineData("{ type: helm.sh/release.v1, data: { release: aHVudGVyMg== } }")]
    public void Accepts(string content) => RuleCheck.Accepts(Rule, Sample.Of("kubernetes:core/v1:Secret", content));

    [Fact]
    public void Accepts_what_the_program_marked()
    {
        RuleCheck.Accepts(Rule, Program.WithSecret("stringData.password"));
        RuleCheck.Accepts(Rule, Program.WithSecret("stringData"));
        RuleCheck.Accepts(Rule, Program.With("stringData.password", Policies.Values.PropertyValue.Hidden));
    }

    [Fact]
    public void Rejects_a_literal_of_a_program() => RuleCheck.Rejects(
        Rule, $"stringData.password is a literal; allowed: a value that the program marks as secret. {Remedy}", Program.Without("stringData.user"));

    [Fact]
    public void Rejects_a_literal_in_a_file() => RuleCheck.Rejects(
        Rule,
        $"data.password is a literal; allowed: no content in a file, or a placeholder. {Remedy}",
        Sample.Manifest("{ apiVersion: v1, kind: Secret, metadata: { name: web, namespace: shop }, data: { password: aHVudGVyMg== } }"));

    [Fact]
    public void Cannot_decide_an_unknown_value() => RuleCheck.CannotDecide(
        Rule, "stringData.password is known only after the deployment", Program.Without("stringData.user").WithUnknown("stringData.password"));
}
