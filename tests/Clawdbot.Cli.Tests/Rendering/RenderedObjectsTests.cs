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
        // What only the deployment produces is left out and named; that it is missing is no news.
        var missing = rendered.Manifests.SelectMany(manifest => manifest.UnknownPaths.SelectMany(path => new[]
        {
            $"{manifest.FileName}: data/{path[..path.LastIndexOf('.')].Replace('.', '/')} must have required property {path[(path.LastIndexOf('.') + 1)..]}",
            $"{manifest.FileName}: Property '\"{path[(path.LastIndexOf('.') + 1)..]}\"' is missing in type ",
        })).ToList();
        Assert.DoesNotContain(await ManifestValidator.ProblemsAsync(folder.Sub("manifests")), problem => !missing.Any(each => problem.StartsWith(each, StringComparison.Ordinal)));
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
        folder.Write("second.yaml", "apiVersion: ceph.rook.io/v1\nkind: CephCloster\nmetadata: {name: sample}\n");
        Assert.Equal(
            [
                "sample.yaml: apps/v1 Deploymint is not a kind of Kubernetes or of the operators in use",
                "second.yaml: ceph.rook.io/v1 CephCloster is not a kind of schemas/ceph.rook.io.json",
            ],
            await ManifestValidator.ProblemsAsync(folder.Path));
    }

    /// <summary>One object of each operator, whole and with one letter wrong, in one run of the validator.</summary>
    [Fact]
    public async Task Accepts_objects_of_each_operator_and_rejects_a_typo_in_each()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, manifest, right, wrong) in OperatorObjects.All)
        {
            Assert.Contains(right, manifest, StringComparison.Ordinal);
            folder.Write($"{name}-good.yaml", manifest);
            folder.Write($"{name}-typo.yaml", manifest.Replace(right, wrong, StringComparison.Ordinal));
        }
        var problems = await ManifestValidator.ProblemsAsync(folder.Path);
        Assert.DoesNotContain(problems, problem => problem.Contains("-good", StringComparison.Ordinal));
        Assert.Equal(
            OperatorObjects.All.Select(each => $"{each.Name}-typo.yaml").Order(StringComparer.Ordinal),
            problems.Select(problem => problem.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("keda-typo.yaml: Object literal may only specify known properties, and '\"pollingIntervall\"' does not exist in type 'IScaledObjectSpec'.", problems);
        Assert.Contains("ceph-file-system-typo.yaml: data/spec/metadataPool/replicated has no member 'sise'", problems);
    }

    [Theory]
    [InlineData("count: \"three\"", "mon.yaml: data/spec/mon/count must be integer")]
    [InlineData("count: 3.5", "mon.yaml: data/spec/mon/count must be integer")]
    [InlineData("counts: 3", "mon.yaml: data/spec/mon has no member 'counts'")]
    [InlineData("zones: {}", "mon.yaml: data/spec/mon/zones must be array")]
    public async Task Rejects_what_the_reduced_schema_does_not_allow(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mon.yaml", $"apiVersion: ceph.rook.io/v1\nkind: CephCluster\nmetadata:\n  name: sample\nspec:\n  mon:\n    {line}\n");
        Assert.Equal([expected], await ManifestValidator.ProblemsAsync(folder.Path));
    }

    [Fact]
    public async Task Rejects_a_choice_that_the_reduced_schema_does_not_have_and_names_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "apiVersion: ceph.rook.io/v1\nkind: CephCluster\nmetadata:\n  name: sample\nspec:\n  network:\n    provider: hosts\n");
        folder.Write("b.yaml", "apiVersion: ceph.rook.io/v1\nkind: CephFilesystemSubVolumeGroup\nmetadata:\n  name: sample\nspec: {}\n");
        Assert.Equal(
            [
                "a.yaml: data/spec/network/provider must be one of '', 'host', 'multus'",
                "b.yaml: data/spec must have 'filesystemName'",
            ],
            await ManifestValidator.ProblemsAsync(folder.Path));
    }

    /// <summary>What the storage component makes of each kind of volume, as the API server would see it.</summary>
    [Fact]
    public async Task Accepts_every_object_of_every_kind_of_model_storage()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, volume) in StorageObjects.Volumes)
        {
            foreach (var (file, json) in await StorageObjects.RenderAsync(volume))
                folder.Write($"{name}-{file}.yaml", json);
        }
        Assert.Equal([], await ManifestValidator.ProblemsAsync(folder.Path));
        Assert.True(Directory.GetFiles(folder.Path).Length >= 15);
    }
}
