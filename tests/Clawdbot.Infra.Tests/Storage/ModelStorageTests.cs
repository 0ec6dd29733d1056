using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class ModelStorageTests
{
    [Fact]
    public async Task An_existing_claim_is_passed_on_and_nothing_is_created()
    {
        ModelStorage? storage = null;
        var mocks = await Run.Program(() => storage = Create(new ModelVolume.ExistingClaim("weights")));
        Assert.Equal("weights", await OutputUtilities.GetValueAsync(storage!.ClaimName));
        Assert.Equal([ModelStorage.Token], mocks.Resources.Select(resource => resource.Type));
    }

    [Fact]
    public async Task A_host_path_becomes_a_volume_reserved_for_our_claim()
    {
        ModelStorage? storage = null;
        var mocks = await Run.Program(() => storage = Create(new ModelVolume.HostPath("/srv/models", 500, ["gpu-1", "gpu-2"])));

        var volume = mocks.Only("kubernetes:core/v1:PersistentVolume").Inputs["spec"]!;
        Assert.Equal("/srv/models", (string?)volume["hostPath"]!["path"]);
        Assert.Equal("Directory", (string?)volume["hostPath"]!["type"]);
        Assert.Equal("Retain", (string?)volume["persistentVolumeReclaimPolicy"]);
        Assert.Equal("500Gi", (string?)volume["capacity"]!["storage"]);
        Assert.Equal("models", (string?)volume["claimRef"]!["name"]);
        Assert.Equal("clawdbot-models", (string?)volume["claimRef"]!["namespace"]);
        Assert.Equal("""["gpu-1","gpu-2"]""", volume["nodeAffinity"]!["required"]!["nodeSelectorTerms"]![0]!["matchExpressions"]![0]!["values"]!.ToJsonString());

        var claim = mocks.Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs;
        Assert.Equal("models", (string?)claim["metadata"]!["name"]);
        Assert.Equal("clawdbot-models", (string?)claim["spec"]!["volumeName"]);
        Assert.Equal("", (string?)claim["spec"]!["storageClassName"]);
        Assert.Equal("models", await OutputUtilities.GetValueAsync(storage!.ClaimName));
        Assert.Equal(["storage-claim"], (await OutputUtilities.GetDependenciesAsync(storage.ClaimName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Without_nodes_the_volume_is_usable_everywhere()
    {
        var mocks = await Run.Program(() => Create(new ModelVolume.HostPath("/srv/models", 500, [])));
        Assert.Null(mocks.Only("kubernetes:core/v1:PersistentVolume").Inputs["spec"]!["nodeAffinity"]);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(new ModelVolume.HostPath("relative", 500, []))));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static ModelStorage Create(ModelVolume volume) => new("storage", new ModelStorageArgs { Volume = volume, Namespace = "clawdbot-models" });
}
