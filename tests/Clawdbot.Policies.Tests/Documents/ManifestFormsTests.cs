using System.Globalization;
using System.Text;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Tests.Documents;

/// <summary>One bad pod, in the forms that people and tools write it in: what is found does not depend on the form.</summary>
public sealed class ManifestFormsTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n      image: nginx\n";

    private static readonly string[] Expected = Found(Pod);

    [Theory]
    [InlineData("\uFEFF" + Pod)]
    [InlineData("---\n" + Pod)]
    [InlineData("--- # Source: web/pod.yaml\n" + Pod + "...\n")]
    [InlineData("%YAML 1.1\n---\n" + Pod + "---\n")]
    [InlineData("# only a comment\n---\n\n---\n# nothing\n---\n" + Pod + "---\n---\n")]
    [InlineData("--- \n" + Pod + "\n--- \n# end")]
    [InlineData("---\n# a\n...\n---\n" + Pod)]
    [InlineData("null\n---\n~\n---\n" + Pod)]
    [InlineData(Pod + "\n\n   \n")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop"},"spec":{"hostNetwork":true,"containers":[{"name":"web","image":"nginx"}]}}""")]
    [InlineData("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Pod\",\n\t\"metadata\": {\"name\": \"web\", \"namespace\": \"shop\"},\n\t\"spec\": {\"hostNetwork\": true, \"containers\": [{\"name\": \"web\", \"image\": \"nginx\"}]}\n}\n")]
    [InlineData("""{"kind":"List","apiVersion":"v1","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop"},"spec":{"hostNetwork":true,"containers":[{"name":"web","image":"nginx"}]}}]}""")]
    [InlineData("apiVersion: v1\nkind: PodList\nmetadata: {}\nitems:\n- metadata: {name: web, namespace: shop}\n  spec:\n    hostNetwork: yes\n    containers:\n    - {name: web, image: nginx}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: &m\n  name: &n web\n  namespace: shop\nspec:\n  hostNetwork: !!bool \"true\"\n  containers:\n  - name: *n\n    image: >-\n      nginx\n")]
    [InlineData("apiVersion: 'v1'\nkind: \"Pod\"\nmetadata: {name: web, namespace: shop, annotations: {note: \"a: b\\n---\\nc\"}}\nspec:\n  <<: {hostNetwork: true}\n  containers: [{name: web, image: nginx}]\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n  annotations:\n    script: |\n      ---\n      not: a document\n      \tindented with a tab\n      ...\nspec:\n  hostNetwork: true\n  containers:\n  - name: web\n    image: nginx\n")]
    [InlineData("? apiVersion\n: v1\n? kind\n: Pod\n? metadata\n: {name: web, namespace: shop}\n? spec\n: {hostNetwork: true, containers: [{name: web, image: nginx}]}\n")]
    public void Are_read_alike(string text) => Assert.Equal(Expected, Found(text));

    [Fact]
    public void Lines_may_end_as_windows_writes_them() => Assert.Equal(Expected, Found(Pod.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void A_document_of_windows_separators_is_read() => Assert.Equal(Expected, Found(("# a\n---\n" + Pod + "---\n# b\n").Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# nothing\r\n# at all")]
    [InlineData("---\n---\n...\n---")]
    [InlineData(" \n\n")]
    [InlineData("apiVersion: v1\nkind: List\nitems: []")]
    public void May_hold_nothing(string text) => Assert.Empty(Manifests.Read("a.yaml", text));

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: {{ toYaml .Values.spec }}\n")]
    [InlineData("{{- if .Values.enabled }}\napiVersion: v1\n{{- end }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: [a\n")]
    public void Are_refused_with_a_place_when_kubectl_refuses_them(string text) =>
        Assert.All(Assert.Throws<InputException>(() => Manifests.Read("a.yaml", text)).Errors, error => Assert.Contains("a.yaml:", error.ToString(), StringComparison.Ordinal));

    [Fact]
    public void May_be_large()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 5_000_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: map-{i}, namespace: shop }}\ndata:\n  page: |\n");
            for (var line = 0; line < 100; line++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {line}: the quick brown fox jumps over the lazy dog, and nothing else happens\n");
            }
        }

        text.Append("---\n").Append(Pod);
        Assert.Equal(Expected, Found(text.ToString()));
    }

    private static string[] Found(string text)
    {
        var findings = new PolicySession(PolicyCatalogue.All, PolicyConfiguration.Production, WaiverBook.Empty).CheckAll(new PolicyStack(Manifests.Read("a.yaml", text)));
        return [.. findings.Violations.Select(violation => $"{violation.Rule.Id} {violation.Subject}").Order(StringComparer.Ordinal)];
    }
}
