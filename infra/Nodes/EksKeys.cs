using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Kms;
using Alias = Pulumi.Aws.Kms.Alias;

namespace Clawdbot.Infra.Nodes;

/// <summary>The two keys of a cluster. They are apart, so that the log service cannot use the key of the Secrets.</summary>
internal sealed class EksKeys
{
    private static readonly ImmutableArray<string> Administration =
    [
        "kms:CancelKeyDeletion", "kms:Create*", "kms:Decrypt", "kms:Delete*", "kms:Describe*", "kms:Disable*", "kms:Enable*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:Get*",
        "kms:List*", "kms:Put*", "kms:ReEncrypt*", "kms:Revoke*", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:Update*",
    ];

    internal EksKeys(string name, EksClusterSpec spec, ComponentResource parent)
    {
        Secrets = Create($"{name}-secrets-key", "Kubernetes Secrets", spec, [], parent);
        Logs = Create($"{name}-logs-key", "logs", spec, [ForLogs(spec)], parent);
    }

    /// <summary>Encrypts the Secrets in the cluster's own store.</summary>
    internal Key Secrets { get; }

    /// <summary>Encrypts the log groups.</summary>
    internal Key Logs { get; }

    private static Key Create(string name, string purpose, EksClusterSpec spec, IEnumerable<IamStatement> more, ComponentResource parent)
    {
        var key = new Key(name, new KeyArgs
        {
            Description = $"{spec.Name}: {purpose}",
            DeletionWindowInDays = EksClusterDefaults.KeyDeletionDays,
            EnableKeyRotation = true,
            // In a key's policy "*" is the key itself; who in the account may use it is for IAM to say.
            Policy = IamPolicy.Render([new IamStatement("AccountDecides", Administration, ["*"]) { Principal = ("AWS", $"arn:{AwsNames.Partition(spec.Region)}:iam::{spec.AccountId}:root") }, .. more]),
            Tags = EksTags.Of(spec.Name, name),
        }, new CustomResourceOptions { Parent = parent, Protect = spec.DeletionProtection });
        _ = new Alias($"{name}-alias", new AliasArgs { Name = $"alias/{spec.Name}/{purpose.Replace(' ', '-')}", TargetKeyId = key.KeyId }, new CustomResourceOptions { Parent = parent });
        return key;
    }

    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html</summary>
    private static IamStatement ForLogs(EksClusterSpec spec) =>
        new("EncryptLogs", ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], ["*"])
        {
            Principal = ("Service", $"logs.{spec.Region}.amazonaws.com"),
            Conditions = [("ArnEquals", "kms:EncryptionContext:aws:logs:arn", [spec.LogGroupArn(spec.ControlPlaneLogGroup), spec.LogGroupArn(spec.FlowLogGroup)])],
        };
}
