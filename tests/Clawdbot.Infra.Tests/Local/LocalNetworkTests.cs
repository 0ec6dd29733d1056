using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Local;

/// <summary>B11.</summary>
public sealed class LocalNetworkTests
{
    [Fact]
    public async Task One_bridge_with_a_name_service_is_shared_by_all_parts()
    {
        LocalNetwork? network = null;
        var mocks = await Run.Program(() =>
        {
            network = new LocalNetwork("local", new LocalNetworkArgs());
            _ = new LocalModelServer("server", new LocalModelServerArgs
            {
                Spec = Pools.Spec with { Plan = CapacityPlanner.Plan(Pools.Request with { Replicas = 1, Gpu = GpuCatalog.Find("l40s")! }) },
                Models = new ModelVolume.HostPath("/srv/models", 50, []),
                NetworkName = network.NetworkName,
                ApiKey = "key",
            });
        });
        Assert.Equal("""{"driver":"bridge","name":"clawdbot"}""", mocks.Only("docker:index/network:Network").Inputs.ToJsonString());
        Assert.Equal("""[{"aliases":["qwen3-32b"],"name":"clawdbot"}]""", mocks.Only("docker:index/container:Container").Inputs["networksAdvanced"]!.ToJsonString());
        Assert.Equal(["local-network"], (await OutputUtilities.GetDependenciesAsync(network!.NetworkName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public void Accepts_a_name() => Assert.Empty(Check("assistant-test"));

    [Theory]
    [InlineData("host")]
    [InlineData("My Network")]
    public void Rejects_a_name_that_docker_has_or_would_refuse(string name) =>
        Assert.Equal(
            [$"CB2001: S.networkName is '{name}'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit; not bridge, host or none, which Docker has already. Change it."],
            Check(name));

    private static string[] Check(string name) => LocalNetworkRules.Check(new LocalNetworkArgs { NetworkName = name }, "S", "Change it.").Lines();
}
