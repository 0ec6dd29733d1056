using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Local;

/// <summary>B11.</summary>
public sealed class LocalGatewayTests
{
    [Fact]
    public async Task Both_tiers_get_the_settings_of_the_cluster_without_etcd()
    {
        var mocks = await Deploy(Args());
        Assert.Equal(
            SettingsJson.Write(RouterDocument.Of(Gateways.Spec with { PrometheusUrl = null }, pool => pool.Name, etcd: null)),
            Content(mocks, "local-router-container", "/etc/clawdbot/settings/router.json"));
        var accessTier = JsonNode.Parse(Content(mocks, "local-access-tier-container", "/etc/clawdbot/settings/access-tier.json"))!;
        Assert.Equal("router", (string?)accessTier["routes"]!["routerHost"]);
        Assert.Null(accessTier["etcd"]);
        Assert.Equal(["CLAWDBOT_SETTINGS=/etc/clawdbot/settings/router.json"], Container(mocks, "local-router-container")["envs"]!.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public async Task Only_tls_is_published_and_only_to_this_machine()
    {
        var mocks = await Deploy(Args());
        Assert.Null(Container(mocks, "local-router-container")["ports"]);
        var accessTier = Container(mocks, "local-access-tier-container");
        Assert.Equal("""[{"external":8443,"internal":8443,"ip":"127.0.0.1","protocol":"tcp"}]""", accessTier["ports"]!.ToJsonString());
        Assert.Equal("""[{"readOnly":true,"source":"/srv/clawdbot/tls","target":"/etc/clawdbot/tls","type":"bind"}]""", accessTier["mounts"]!.ToJsonString());
        Assert.Equal("gateway", (string?)accessTier["networksAdvanced"]![0]!["aliases"]![0]);
    }

    [Fact]
    public async Task Both_containers_have_no_privileges_and_are_asked_for_their_health()
    {
        var mocks = await Deploy(Args());
        Assert.All(["local-router-container", "local-access-tier-container"], name =>
        {
            var container = Container(mocks, name);
            Assert.Equal("10001:10001", (string?)container["user"]);
            Assert.Equal("""{"drops":["ALL"]}""", container["capabilities"]!.ToJsonString());
            Assert.Equal("/opt/clawdbot/healthcheck.sh", (string?)container["healthcheck"]!["tests"]![1]);
            Assert.Equal(GatewayScript.Text, Content(mocks, name, "/opt/clawdbot/healthcheck.sh"));
        });
    }

    [Fact]
    public async Task Keys_are_secret_and_the_assistant_gets_a_token()
    {
        List<Output<System.Collections.Immutable.ImmutableArray<Pulumi.Docker.Inputs.ContainerUploadArgs>>> uploads = [];
        LocalGateway? gateway = null;
        await Run.Program(() => gateway = new LocalGateway("local", Args(), new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Args is Pulumi.Docker.ContainerArgs args)
                        uploads.Add(args.Uploads.ToOutput());
                    return null;
                },
            },
        }));
        Assert.True(await Output.IsSecretAsync(gateway!.AssistantToken));
        Assert.Equal("https://127.0.0.1:8443/v1", await OutputUtilities.GetValueAsync(gateway.Endpoint));
        foreach (var files in uploads)
        {
            foreach (var file in await OutputUtilities.GetValueAsync(files))
            {
                var path = await OutputUtilities.GetValueAsync(file.File.ToOutput());
                if (path.EndsWith("jwks.json", StringComparison.Ordinal) || path.StartsWith(GatewayDefaults.ModelServerKeyDirectory, StringComparison.Ordinal))
                    Assert.True(await Output.IsSecretAsync(file.Content!.ToOutput()), path);
            }
        }
        Assert.Equal(2, uploads.Count);
    }

    [Fact]
    public async Task Images_are_built_by_the_machine_where_wanted()
    {
        var mocks = await Deploy(Args(new GatewayImages.BuiltOnMachine("1.0.0")));
        var images = mocks.Resources.Where(resource => resource.Type == "docker:index/remoteImage:RemoteImage").ToDictionary(resource => (string)resource.Inputs["name"]!, resource => resource.Inputs["build"]!.ToJsonString());
        Assert.Equal("""{"context":"../router/access-tier","dockerfile":"Dockerfile"}""", images["clawdbot/access-tier:1.0.0"]);
        Assert.Equal("""{"context":"../router","dockerfile":"Dockerfile"}""", images["clawdbot/router:1.0.0"]);
    }

    [Fact]
    public void Accepts_valid_arguments() => Assert.Empty(LocalGatewayRules.Check(Args(), "S", "Change it."));

    [Fact]
    public void Rejects_what_one_machine_lacks_together_with_every_other_mistake() =>
        Assert.Equal(
            [
                "CB2013: S.certificate.kind is clusterIssuer; allowed: ownAuthority with Docker: the certificate comes from certificateDirectory. Change it.",
                "CB2010: S.certificateDirectory is 'tls'; allowed: an absolute path below '/', without '.', '..' or empty parts. Change it.",
                "CB2002: S.port is 443; allowed: 1024 to 65535. Change it.",
                "CB2012: S.networkName is missing; allowed: the network of the system. Change it.",
                "CB2013: S.images.kind is ecr; allowed: published or onMachine with Docker. One machine needs no registry. Change it.",
                "CB2012: S.modelServerKey is missing; allowed: a secret. Change it.",
            ],
            LocalGatewayRules.Check(new LocalGatewayArgs
            {
                Spec = Gateways.Spec with { Certificate = new GatewayCertificate.ClusterIssuer("letsencrypt"), Images = new GatewayImages.BuiltToEcr("clawdbot", "1.0.0") },
                NetworkName = null!,
                CertificateDirectory = "tls",
                ModelServerKey = null!,
                Port = 443,
            }, "S", "Change it.").Lines());

    private static LocalGatewayArgs Args(GatewayImages? images = null) => new()
    {
        Spec = Gateways.Spec with { Images = images ?? new GatewayImages.Published("registry.example.org/clawdbot/access-tier:1.0.0", "registry.example.org/clawdbot/router:1.0.0") },
        NetworkName = "clawdbot",
        CertificateDirectory = "/srv/clawdbot/tls",
        ModelServerKey = Output.CreateSecret("hunter2"),
    };

    private static Task<RecordingMocks> Deploy(LocalGatewayArgs args) => Run.Program(() => _ = new LocalGateway("local", args));

    private static JsonObject Container(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs;

    private static string Content(RecordingMocks mocks, string name, string path) =>
        (string)Assert.Single(Container(mocks, name)["uploads"]!.AsArray(), upload => (string?)upload!["file"] == path)!["content"]!;
}
