using System.Text;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Documents;

public sealed class StateDocumentTests
{
    [Fact]
    public void Takes_inputs_that_are_secret_as_a_whole_for_none() => Assert.Empty(Read("""
        { "version": 3, "deployment": { "resources": [
          { "urn": "urn:a", "type": "a:b:C", "inputs": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:x:y" } } ] } }
        """).Single().Properties.Entries);

    [Fact]
    public void Reads_inputs_with_secrets_and_unknown_values_and_leaves_out_what_is_deleted()
    {
        var resources = Read("""
            { "version": 3, "deployment": { "resources": [
              { "urn": "urn:pulumi:prod::p::pulumi:pulumi:Stack::p-prod", "type": "pulumi:pulumi:Stack" },
              { "urn": "urn:pulumi:prod::p::aws:kms/key:Key::k", "type": "aws:kms/key:Key", "parent": "urn:pulumi:prod::p::pulumi:pulumi:Stack::p-prod", "protect": true,
                "dependencies": ["urn:x"],
                "inputs": {
                  "a": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:x:y" },
                  "b": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"open\"" },
                  "c": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "d": [{ "e": 1 }] },
                "outputs": { "arn": "arn" } },
              { "urn": "urn:old", "type": "aws:kms/key:Key", "delete": true } ] } }
            """);
        Assert.Equal(["p-prod", "k"], resources.Select(r => r.Name));
        var key = resources[1];
        Assert.Equal(("urn:pulumi:prod::p::pulumi:pulumi:Stack::p-prod", true), (key.Parent, key.IsProtected));
        Assert.Equal(["urn:x"], key.Dependencies);
        Assert.True(key["a"].IsUnreadable);
        Assert.Equal(("open", "a secret"), (key["b"].Text, key["b"].Shown));
        Assert.True(key["c"].IsUnreadable);
        Assert.Equal(1, key["d"].Items.Single()["e"].Number);
    }

    [Fact]
    public void Reads_a_stack_without_resources() => Assert.Empty(Read("""{ "version": 3, "deployment": { "manifest": {} } }"""));

    [Theory]
    [InlineData("""{ "version": 2, "deployment": {} }""", "CB5002: version in s.json is 2; allowed: 3. Export the stack with a current Pulumi CLI: `pulumi stack export`.")]
    [InlineData("""{ "version": 3, "deployment": { "resources": {} } }""", "CB5002: deployment.resources in s.json is an empty object; allowed: a list. Export the stack again: `pulumi stack export`.")]
    [InlineData("""{ "version": 3, "deployment": { "resources": [{ "urn": "u" }, 1] } }""", "CB5002: deployment.resources[0] in s.json is an object; allowed: an object with the texts urn and type. Export the stack again: `pulumi stack export`.\nCB5002: deployment.resources[1] in s.json is 1; allowed: an object with the texts urn and type. Export the stack again: `pulumi stack export`.")]
    public void Rejects_what_is_no_state_of_version_3(string text, string error) => Assert.Equal(error, Assert.Throws<InputException>(() => Read(text)).Message);

    private static IReadOnlyList<PolicyResource> Read(string text) => StateDocument.Read("s.json", JsonValues.Parse(Encoding.UTF8.GetBytes(text)));
}
