using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Random;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Gateway;

/// <summary>
/// The keys of tokens and the assistant's token. Each version of the key is a resource of its own: raising the version creates one, keeps the
/// one before it as it is, and deletes the one before that.
/// </summary>
internal sealed class GatewayTokens
{
    private readonly string _name;
    private readonly Gateway _parent;
    private readonly GatewayArgs _args;
    private readonly RandomBytes[] _keys;

    internal GatewayTokens(string name, Gateway parent, GatewayArgs args)
    {
        (_name, _parent, _args) = (name, parent, args);
        _keys = [.. args.Spec.Jwt.Versions.Select(CreateKey)];
    }

    /// <summary>The Secret with the JWK set of the access tier.</summary>
    internal Secret CreateKeySet()
    {
        var jwt = _args.Spec.Jwt;
        var clients = (jwt.Clients as JwtKeySource.Provider)?.Keys;
        var set = Output.All(_keys.Select(key => key.Base64)).Apply(values => JwtKeys.Set(jwt.Versions.Zip(values), clients));
        return CreateSecret("jwt-keys", GatewayDefaults.JwtKeysSecret, GatewayDefaults.JwtKeysFile, set, new ObjectMetaArgs(), []);
    }

    /// <summary>
    /// The Secret with the assistant's token, after the access tier: its pods know a new key before anybody signs with it, and its old pods
    /// never see such a token.
    /// </summary>
    internal Output<string> CreateAssistantToken(Resource accessTier)
    {
        var jwt = _args.Spec.Jwt;
        var expires = TokenExpiry.Seconds(jwt.AssistantTokenExpires)!.Value;
        var token = _keys[0].Base64.Apply(key => JwtKeys.Sign(GatewayDefaults.AssistantSubject, expires, jwt.KeyVersion, key));
        var secret = CreateSecret("assistant-token", GatewayDefaults.AssistantTokenSecret, GatewayDefaults.AssistantTokenKey, token,
            new ObjectMetaArgs { Annotations = { [GatewayDefaults.ExpiresAnnotation] = jwt.AssistantTokenExpires } }, [accessTier]);
        return OutputUtilities.WithDependency(Output.Create(GatewayDefaults.AssistantTokenSecret), secret);
    }

    private RandomBytes CreateKey(int version) =>
        new($"{_name}-jwt-key-{version}", new() { Length = GatewayDefaults.KeyBytes }, new CustomResourceOptions { Parent = _parent });

    private Secret CreateSecret(string suffix, string objectName, string key, Output<string> value, ObjectMetaArgs metadata, Resource[] after)
    {
        metadata.Name = objectName;
        metadata.Namespace = _args.Namespace;
        metadata.Labels = Labels.For(objectName, objectName, GatewayDefaults.AccessTierComponent);
        return new Secret($"{_name}-{suffix}", new SecretArgs
        {
            Metadata = metadata,
            Type = "Opaque",
            StringData = { [key] = Output.CreateSecret(value) },
        }, new CustomResourceOptions { Parent = _parent, DependsOn = after });
    }
}
