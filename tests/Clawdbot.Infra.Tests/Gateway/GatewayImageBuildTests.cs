using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>Where images come from. The run is a preview, which needs no Dockerfile.</summary>
public sealed class GatewayImageBuildTests
{
    private const string Digest = "@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public async Task Published_images_are_used_as_they_are_named()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        Assert.Equal("registry.example.org/clawdbot/access-tier:1.0.0", Image(mocks, "gateway-access-tier-deployment"));
        Assert.Equal("registry.example.org/clawdbot/router:1.0.0", Image(mocks, "gateway-router-deployment"));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("docker:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_for_ecr_are_pushed_to_repositories_that_refuse_changes_and_run_by_digest()
    {
        var mocks = await Preview(Gateways.Spec with { Images = new GatewayImages.BuiltToEcr("clawdbot", "1.2.3") });
        var repository = Named(mocks, "gateway-router-repository");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "name": "clawdbot/router", "imageTagMutability": "IMMUTABLE", "imageScanningConfiguration": {"scanOnPush": true}, "forceDelete": false,
                  "encryptionConfigurations": [{"encryptionType": "KMS", "kmsKey": "arn:test:gateway-image-key"}]
                }
                """), repository), repository.ToJsonString());
        Assert.True((bool)Named(mocks, "gateway-image-key")["enableKeyRotation"]!);
        var rules = JsonNode.Parse((string)Named(mocks, "gateway-router-lifecycle")["policy"]!)!["rules"]!.AsArray();
        Assert.Equal(["untagged 7", "any 30"], rules.Select(rule => $"{rule!["selection"]!["tagStatus"]} {rule["selection"]!["countNumber"]}"));
        var image = Named(mocks, "gateway-router-image");
        Assert.Equal("123456789012.dkr.ecr.eu-central-1.amazonaws.com/clawdbot/router:1.2.3", (string?)image["imageName"]);
        Assert.Equal("""{"server":"123456789012.dkr.ecr.eu-central-1.amazonaws.com"}""", image["registry"]!.ToJsonString());
        Assert.Equal("""{"builderVersion":"BuilderBuildKit","context":"../router","dockerfile":"../router/Dockerfile","platform":"linux/amd64"}""", image["build"]!.ToJsonString());
        Assert.Equal($"123456789012.dkr.ecr.eu-central-1.amazonaws.com/clawdbot/access-tier:1.2.3{Digest}", Image(mocks, "gateway-access-tier-deployment"));
    }

    [Fact]
    public async Task Images_for_a_registry_are_pushed_with_the_given_user()
    {
        var mocks = await Preview(Gateways.Spec with { Images = new GatewayImages.BuiltToRegistry("registry.example.org:5000/ai", "1.2.3"), ImagePullSecret = "registry" }, "robot", "hunter2");
        Assert.Equal("""{"password":"hunter2","server":"registry.example.org:5000","username":"robot"}""", Named(mocks, "gateway-router-image")["registry"]!.ToJsonString());
        Assert.Equal($"registry.example.org:5000/ai/router:1.2.3{Digest}", Image(mocks, "gateway-router-deployment"));
        Assert.Equal("""[{"name":"registry"}]""", Named(mocks, "gateway-router-deployment")["spec"]!["template"]!["spec"]!["imagePullSecrets"]!.ToJsonString());
        Assert.DoesNotContain("hunter2", Named(mocks, "gateway").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_a_build_without_its_dockerfile() =>
        Assert.Equal(
            ["CB2412: I.router is to be built from '../router/Dockerfile', which does not exist; allowed: a Dockerfile there, or images.kind 'published'. Change it."],
            GatewayImageRules.CheckFiles(new GatewayImages.BuiltToEcr("clawdbot", "1"), "I", "Change it.", file => file == "../router/access-tier/Dockerfile").Lines());

    [Fact]
    public void Accepts_published_images_without_any_file() =>
        Assert.Empty(GatewayImageRules.CheckFiles(new GatewayImages.Published("a:1", "b:1"), "I", "Change it.", _ => false));

    [Fact]
    public void Accepts_a_build_with_both_files() =>
        Assert.Empty(GatewayImageRules.CheckFiles(new GatewayImages.BuiltToRegistry("registry.example.org/ai", "1"), "I", "Change it.", _ => true));

    private static Task<RecordingMocks> Preview(GatewaySpec spec, string? user = null, string? password = null) => Run.Preview(() => Gateways.Create(spec, user, password));

    private static JsonObject Named(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs;

    private static string Image(RecordingMocks mocks, string deployment) => (string)Named(mocks, deployment)["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]!;
}
