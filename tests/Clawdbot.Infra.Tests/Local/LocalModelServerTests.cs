using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Local;

public sealed class LocalModelServerTests
{
    private static ModelPoolSpec Spec { get; } = Pools.Spec with { Plan = CapacityPlanner.Plan(Pools.Request with { Replicas = 1, Gpu = GpuCatalog.Find("l40s")! }) };

    [Fact]
    public async Task The_container_is_locked_down_and_sees_the_models_read_only()
    {
        var mocks = await Run.Program(() => Create(Spec));
        Assert.Equal(
            ["clawdbot:local:LocalModelServer local", "docker:index/container:Container local-container", "docker:index/remoteImage:RemoteImage local-image", "docker:index/network:Network local-network"],
            mocks.Resources.Select(resource => $"{resource.Type} {resource.Name}"));
        var container = mocks.Only("docker:index/container:Container").Inputs;
        Assert.Equal("2000:2000", (string?)container["user"]);
        Assert.True((bool)container["readOnly"]!);
        Assert.Equal("""{"drops":["ALL"]}""", container["capabilities"]!.ToJsonString());
        Assert.Equal("""["no-new-privileges:true"]""", container["securityOpts"]!.ToJsonString());
        Assert.Equal("""[{"readOnly":true,"source":"/srv/models","target":"/mnt/ceph/models","type":"bind"}]""", container["mounts"]!.ToJsonString());
        Assert.Equal("""[{"external":8000,"internal":8000,"ip":"127.0.0.1","protocol":"tcp"}]""", container["ports"]!.ToJsonString());
        Assert.Equal("""{"/tmp":"exec,mode=1777,size=512m","/var/cache/clawdbot":"exec,mode=1777,size=1g"}""", container["tmpfs"]!.ToJsonString());
        Assert.Equal("sha256:0123", (string?)container["image"]);
        Assert.Null(container["shmSize"]);
    }

    [Fact]
    public async Task The_server_gets_the_flags_of_a_pool_the_gpus_and_time_to_start_and_stop()
    {
        var container = (await Run.Program(() => Create(Spec))).Only("docker:index/container:Container").Inputs;
        Assert.Equal(Spec.Flags, container["command"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal("""[{"capabilities":["gpu"],"count":1,"driver":"nvidia"}]""", container["deviceRequests"]!.ToJsonString());
        Assert.Equal("905s", (string?)container["healthcheck"]!["startPeriod"]);
        Assert.Equal("http://127.0.0.1:8000/health", (string?)container["healthcheck"]!["tests"]!.AsArray()[^1]);
        Assert.Equal(135, (double)container["destroyGraceSeconds"]!);
        Assert.Equal("unless-stopped", (string?)container["restart"]);
    }

    [Fact]
    public async Task The_api_key_is_in_the_environment_and_secret()
    {
        Output<System.Collections.Immutable.ImmutableArray<string>>? environment = null;
        var mocks = await Run.Program(() => Create(Spec, new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Args is Pulumi.Docker.ContainerArgs args)
                        environment = args.Envs.ToOutput();
                    return null;
                },
            },
        }));
        Assert.True(await Output.IsSecretAsync(environment!));
        Assert.Contains("VLLM_API_KEY=hunter2", await OutputUtilities.GetValueAsync(environment!));
        Assert.DoesNotContain("hunter2", mocks.Only(LocalModelServer.Token).Inputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_gpus_share_memory()
    {
        var container = (await Run.Program(() => Create(Spec with { Plan = CapacityPlanner.Plan(Pools.Request with { Replicas = 1 }) }))).Only("docker:index/container:Container").Inputs;
        Assert.Equal(2048, (double)container["shmSize"]!);
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:8000/v1")]
    [InlineData("0.0.0.0", "http://127.0.0.1:8000/v1")]
    [InlineData("::1", "http://[::1]:8000/v1")]
    public async Task The_endpoint_is_an_address_to_connect_to(string bindAddress, string endpoint)
    {
        LocalModelServer? server = null;
        await Run.Program(() => server = Create(Spec, bindAddress: bindAddress));
        Assert.Equal(endpoint, await OutputUtilities.GetValueAsync(server!.Endpoint));
    }

    [Fact]
    public async Task Rejects_what_one_machine_cannot_do_together_with_every_other_mistake()
    {
        var mocks = await Run.Program(() => Assert.Equal(
            "CB2002: LocalModelServer 'local'.cpu is 0; allowed: 1 to 128. Change the arguments of the component.\n" +
            "CB2013: LocalModelServer 'local'.replicas is 2; allowed: 1 with Docker, which runs one server on one machine. Change the arguments of the component.\n" +
            "CB2001: LocalModelServer 'local'.bindAddress is 'localhost'; allowed: an IP address of the machine, such as 127.0.0.1. Change the arguments of the component.",
            Assert.Throws<DiagnosticException>(() => Create(Spec.With(plan => plan.With(cpu: 0) with { Replicas = 2 }), bindAddress: "localhost")).Message));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("docker:", StringComparison.Ordinal));
    }

    private static LocalModelServer Create(ModelPoolSpec spec, ComponentResourceOptions? options = null, string bindAddress = "127.0.0.1") =>
        new("local", new LocalModelServerArgs
        {
            Spec = spec,
            Models = new ModelVolume.HostPath("/srv/models", 50, []),
            BindAddress = bindAddress,
            ApiKey = Output.CreateSecret("hunter2"),
        }, options);
}
