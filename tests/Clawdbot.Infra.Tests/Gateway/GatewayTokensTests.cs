using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>Keys, rotation and the assistant's token (C9.8).</summary>
public sealed class GatewayTokensTests
{
    [Fact]
    public async Task The_assistants_token_is_signed_with_the_current_key_and_expires_after_the_last_day()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        var token = Secret(mocks, "gateway-assistant-token", "token").Split('.');
        Assert.Equal("""{"alg":"HS256","kid":"clawdbot-1","typ":"JWT"}""", Decode(token[0]));
        Assert.Equal("""{"iss":"clawdbot","aud":"clawdbot-gateway","sub":"assistant","exp":1814400000}""", Decode(token[1]));
        Assert.Equal(1814400000, new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        var key = (string)Keys(mocks)[0]!["k"]!;
        Assert.Equal(
            Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(key), Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"))),
            token[2]);
    }

    /// <summary>RFC 7515, appendix A.1, has another header; the key and the way to the signature are checked with our own by a second implementation.</summary>
    [Fact]
    public async Task OpenSSL_agrees_with_the_signature()
    {
        const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        var token = JwtKeys.Sign("assistant", 1814400000, 7, Key);
        var signed = token[..token.LastIndexOf('.')];
        var hex = await Shell.Output("openssl", ["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "-binary"], signed);
        Assert.Equal(Base64Url.EncodeToString(hex), token[(token.LastIndexOf('.') + 1)..]);
    }

    [Fact]
    public async Task Raising_the_version_keeps_the_key_before_it_and_drops_the_one_before_that()
    {
        var first = await Run.Program(() => Gateways.Create(With(2)));
        var second = await Run.Program(() => Gateways.Create(With(3)));
        Assert.Equal(["gateway-jwt-key-1", "gateway-jwt-key-2"], Resources(first));
        Assert.Equal(["gateway-jwt-key-2", "gateway-jwt-key-3"], Resources(second));
        Assert.Equal((string)Keys(first)[0]!["k"]!, (string)Keys(second)[1]!["k"]!);
        Assert.Equal(["clawdbot-3", "clawdbot-2"], Keys(second).Select(key => (string)key!["kid"]!));
        Assert.StartsWith("""{"alg":"HS256","kid":"clawdbot-3",""", Decode(Secret(second, "gateway-assistant-token", "token").Split('.')[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overlap_ends_when_the_previous_key_is_dropped()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { Jwt = Gateways.Spec.Jwt with { KeyVersion = 3, KeepPreviousKey = false } }));
        Assert.Equal(["gateway-jwt-key-3"], Resources(mocks));
        Assert.Equal(["clawdbot-3"], Keys(mocks).Select(key => (string)key!["kid"]!));
    }

    [Fact]
    public async Task A_rotation_replaces_the_pods_of_the_access_tier_only()
    {
        var before = await Run.Program(() => Gateways.Create(With(2)));
        var after = await Run.Program(() => Gateways.Create(With(3)));
        Assert.Equal("clawdbot-3 clawdbot-2", (string?)Template(after, "gateway-access-tier-deployment")["metadata"]!["annotations"]!["clawdbot.dev/jwt-keys"]);
        Assert.Equal(Template(before, "gateway-router-deployment").ToJsonString(), Template(after, "gateway-router-deployment").ToJsonString());
    }

    [Fact]
    public async Task The_keys_of_the_clients_issuer_are_added_as_given()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { Jwt = Gateways.Spec.Jwt with { Clients = Gateways.Provider } }));
        Assert.Equal(["clawdbot-1", "login-1"], Keys(mocks).Select(key => (string)key!["kid"]!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Gateways.ClientKeys)!["keys"]![0], Keys(mocks)[1]));
    }

    [Fact]
    public async Task Keys_and_tokens_stand_in_secrets_and_nowhere_else()
    {
        var mocks = await Run.Program(() => Gateways.Create(With(3)));
        var hidden = Keys(mocks).Select(key => (string)key!["k"]!).Append(Secret(mocks, "gateway-assistant-token", "token")).ToArray();
        Assert.Equal(3, hidden.Length);
        foreach (var resource in mocks.Resources.Where(resource => resource.Type != "kubernetes:core/v1:Secret"))
            Assert.All(hidden, value => Assert.DoesNotContain(value, resource.Inputs.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_secrets_are_secret_to_the_engine()
    {
        var data = new List<Output<System.Collections.Immutable.ImmutableDictionary<string, string>>>();
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions { IsPreview = false }, () =>
        {
            _ = new Infra.Gateway.Gateway("gateway", new GatewayArgs
            {
                Spec = Gateways.Spec,
                Namespace = "clawdbot",
                ModelServerKeySecretName = "model-server-key",
                EtcdCertificateSecretName = "etcd-client-gateway",
                EtcdCredentialsSecretName = "etcd-gateway-credentials",
            }, new ComponentResourceOptions
            {
                ResourceTransformations =
                {
                    resource =>
                    {
                        if (resource.Args is SecretArgs args)
                            data.Add(args.StringData.ToOutput());
                        return null;
                    },
                },
            });
        });
        Assert.Equal(2, data.Count);
        foreach (var output in data)
            Assert.True(await Output.IsSecretAsync(output));
    }

    /// <summary>New pods know the new key before anybody signs with it, so no request is refused during a rotation.</summary>
    [Fact]
    public async Task The_token_changes_only_after_the_access_tier_has_been_replaced()
    {
        Infra.Gateway.Gateway? gateway = null;
        var mocks = await Run.Program(() => gateway = Gateways.Create(Gateways.Spec));
        var secret = Assert.Single(await OutputUtilities.GetDependenciesAsync(gateway!.AssistantTokenSecretName));
        Assert.Equal("gateway-assistant-token", secret.GetResourceName());
        var order = mocks.Arrivals.ToList();
        Assert.True(order.IndexOf("gateway-access-tier-deployment") < order.IndexOf("gateway-assistant-token"), string.Join(", ", order));
    }

    [Theory]
    [InlineData("1970-01-01", 86400L)]
    [InlineData("2028-02-29", 1835481600L)]
    [InlineData("2027-02-29", null)]
    [InlineData("30.06.2027", null)]
    [InlineData("2027-6-30", null)]
    public void An_expiry_is_the_end_of_its_day_in_utc(string date, long? seconds) => Assert.Equal(seconds, TokenExpiry.Seconds(date));

    private static GatewaySpec With(int version) => Gateways.Spec with { Jwt = Gateways.Spec.Jwt with { KeyVersion = version } };

    private static string[] Resources(RecordingMocks mocks) =>
        [.. mocks.Resources.Where(resource => resource.Type == "random:index/randomBytes:RandomBytes").Select(resource => resource.Name)];

    private static JsonArray Keys(RecordingMocks mocks) => JsonNode.Parse(Secret(mocks, "gateway-jwt-keys", "jwks.json"))!["keys"]!.AsArray();

    private static string Secret(RecordingMocks mocks, string name, string key) =>
        (string)Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs["stringData"]![key]!;

    private static JsonNode Template(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs["spec"]!["template"]!;

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
