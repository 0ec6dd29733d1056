using Clawdbot.Policies.Documents;

namespace Clawdbot.Policies.Tests.Documents;

public sealed class ManifestsTests
{
    [Fact]
    public void Reads_documents_and_lists_as_single_objects()
    {
        var resources = Manifests.Read("f.yaml", """
            apiVersion: v1
            kind: List
            items:
              - { apiVersion: v1, kind: Pod, metadata: { name: a, namespace: x } }
              - apiVersion: apps/v1
                kind: DeploymentList
                items:
                  - { metadata: { name: b } }
            ---
            { "apiVersion": "batch/v1", "kind": "Job", "metadata": { "generateName": "c-" } }
            """);
        Assert.Equal(["Pod/x/a", "Deployment/b", "Job/"], resources.Select(r => Assert.Single(r.Objects).ShortName));
        Assert.Equal(
            ["urn:pulumi:manifests::f.yaml::kubernetes:core/v1:Pod::x/a", "urn:pulumi:manifests::f.yaml::kubernetes:apps/v1:Deployment::b", "urn:pulumi:manifests::f.yaml::kubernetes:batch/v1:Job::c-"],
            resources.Select(r => r.Urn));
    }

    [Theory]
    [InlineData("kind: Pod", "CB5002: f.yaml:1:1 is no Kubernetes object; allowed: an object with the texts apiVersion and kind. Remove the document, or complete it.")]
    [InlineData("apiVersion: v1\nkind: Pod\n---\njust text", "CB5002: f.yaml:4:1 is no Kubernetes object; allowed: an object with the texts apiVersion and kind. Remove the document, or complete it.")]
    [InlineData("apiVersion: 1\nkind: Pod", "CB5002: f.yaml:1:1 is no Kubernetes object; allowed: an object with the texts apiVersion and kind. Remove the document, or complete it.")]
    public void Rejects_documents_that_are_no_objects(string text, string error) => Assert.Equal(error, Assert.Throws<InputException>(() => Manifests.Read("f.yaml", text)).Message);
}
