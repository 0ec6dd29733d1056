using Pulumi;
using Pulumi.Aws.Kms;
using KeyAlias = Pulumi.Aws.Kms.Alias;

namespace Clawdbot.Infra.Storage;

/// <summary>A KMS key for model files, when the caller brings none.</summary>
internal static class StorageKey
{
    /// <summary>Days in which a deletion can be taken back, the longest that KMS offers: with the key goes everything it encrypted.</summary>
    private const int DeletionDays = 30;

    internal static Output<string> Create(Resource parent, string name, string purpose)
    {
        var key = new Key($"{name}-key", new KeyArgs
        {
            Description = purpose,
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionDays,
        }, new CustomResourceOptions { Parent = parent, Protect = true });
        _ = new KeyAlias($"{name}-key-alias", new AliasArgs { NamePrefix = $"alias/clawdbot-{name}-", TargetKeyId = key.KeyId }, new CustomResourceOptions { Parent = parent });
        return key.Arn;
    }
}
