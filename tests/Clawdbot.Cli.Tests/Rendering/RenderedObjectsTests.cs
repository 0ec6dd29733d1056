using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Tests.Rendering;

/// <summary>What <c>render</c> writes is what the Kubernetes API takes, by the published schemas and without unknown members.</summary>
[Collection(ProgramRuns.Name)]
public sealed class RenderedObjectsTests
{
    [Theory]
    [MemberData(nameof(Snapshots.StackSnapshotTests.Stacks), MemberType = typeof(Snapshots.StackSnapshotTests))]
    public async Task Accepts_every_object_of_a_stack(string stack)
    {
        using var folder = new TemporaryFolder();
        var rendered = ManifestRenderer.Render(await ClawdbotPlanner.PlanAsync(stack));
        OutputFolder.Replace(folder.Sub("manifests"), ManifestFiles.Under("", rendered), CancellationToken.None);
        Assert.Empty(await ManifestValidator.ProblemsAsync(folder.Sub("manifests")));
    }

    [Theory]
    [InlineData("replicas: \"three\"", "service.yaml: data/spec/replicas must be integer")]
    [InlineData("replicaz: 3", "service.yaml: Object literal may only specify known properties, and '\"replicaz\"' does not exist in type 'IDeploymentSpec'.")]
    public async Task Rejects_what_the_API_would_refuse_or_drop(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("service.yaml", $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: sample
            spec:
              {{line}}
              selector:
                matchLabels:
                  app: sample
              template:
                metadata:
                  labels:
                    app: sample
                spec:
                  containers:
                    - name: sample
                      image: sample
            """);
        Assert.Contains(expected, await ManifestValidator.ProblemsAsync(folder.Path));
    }

    [Fact]
    public async Task Rejects_a_kind_that_Kubernetes_does_not_have()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sample.yaml", "apiVersion: apps/v1\nkind: Deploymint\nmetadata: {name: sample}\n");
        Assert.Equal(["sample.yaml: apps/v1 Deploymint is not a kind of Kubernetes"], await ManifestValidator.ProblemsAsync(folder.Path));
    }
}
