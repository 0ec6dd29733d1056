using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Readiness;

/// <summary>Secrets of the pods here.</summary>
internal static class ReadinessMounts
{
    private const string Authority = "gateway-authority";
    private const string Token = "gateway-token";
    private const int ReadableByGroup = 0b100_100_000;

    internal static VolumeMountArgs[] Gateway() => [SourcePod.Mount(Authority, LoadTestDefaults.AuthorityPath, true), SourcePod.Mount(Token, LoadTestDefaults.TokenPath, true)];

    /// <summary>Of the certificate's Secret only the authority: a client has no use for the gateway's key.</summary>
    internal static VolumeArgs[] GatewayVolumes(Input<string> certificate, Input<string> token) =>
        [Only(Authority, certificate, LoadTestDefaults.AuthorityFile), Only(Token, token, GatewayDefaults.AssistantTokenKey)];

    private static VolumeArgs Only(string name, Input<string> secret, string key) => new()
    {
        Name = name,
        Secret = new SecretVolumeSourceArgs { SecretName = secret, DefaultMode = ReadableByGroup, Items = { new KeyToPathArgs { Key = key, Path = key } } },
    };
}
