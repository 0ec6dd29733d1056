using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Kubernetes;

public sealed class KubernetesObjectsTests
{
    [Theory]
    [InlineData("kubernetes:apps/v1:Deployment", "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a } }", "Deployment/a")]
    [InlineData("kubernetes:apps/v1:DeploymentPatch", "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a } }", "")]
    [InlineData("kubernetes:apps/v1:DeploymentPatch", "{ metadata: { name: a } }", "")]
    [InlineData("kubernetes:helm.sh/v3:Release", "{ name: a }", "")]
    [InlineData("kubernetes:yaml:ConfigFile", "{ file: a }", "")]
    [InlineData("kubernetes:yaml/v2:ConfigGroup", "{ files: [a] }", "")]
    [InlineData("kubernetes:kustomize/v2:Directory", "{ directory: a }", "")]
    [InlineData("kubernetes:kustomize.toolkit.fluxcd.io/v1:Kustomization", "{ apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: { name: a } }", "Kustomization/a")]
    [InlineData("kubernetes:core/v1:ConfigMapList", "{ items: [{ metadata: { name: a, namespace: b } }, { metadata: { name: c } }] }", "ConfigMap/b/a, ConfigMap/c")]
    public void Finds_the_objects(string type, string properties, string names) =>
        Assert.Equal(names, string.Join(", ", Sample.Of(type, properties).Resource.Objects.Select(item => item.ShortName)));

    [Fact]
    public void Names_an_object_without_what_is_secret() => Assert.Equal(
        "Deployment/test",
        Sample.Of("kubernetes:apps/v1:Deployment", "{ metadata: { name: a, namespace: b } }").WithSecret("metadata.name").WithSecret("metadata.namespace").Resource.Objects.Single().ShortName);

    [Fact]
    public void Names_an_object_on_one_line_and_in_full()
    {
        var name = new string('n', 253);
        Assert.Equal(
            $"Deployment/b\\u{{a}}c/{name}",
            Sample.Of("kubernetes:apps/v1:Deployment", "{}").With("metadata.name", new PropertyValue.Text(name)).With("metadata.namespace", new PropertyValue.Text("b\nc")).Resource.Objects.Single().ShortName);
    }
}
