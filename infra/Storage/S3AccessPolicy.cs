using System.Text.Json;

namespace Clawdbot.Infra.Storage;

/// <summary>The IAM documents of a bucket with models: least privilege, as JSON.</summary>
public static class S3AccessPolicy
{
    private const string Version = "2012-10-17";

    private static readonly string[] AssumeActions = ["sts:AssumeRole", "sts:TagSession"];
    private static readonly string[] ListActions = ["s3:ListBucket"];

    /// <summary>ARN of a bucket; buckets have no account or region in theirs, but China and GovCloud are partitions of their own.</summary>
    /// <param name="bucket">Name of the bucket.</param>
    /// <param name="region">Its region.</param>
    public static string BucketArn(string bucket, string region)
    {
        var partition = region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
        return $"arn:{partition}:s3:::{bucket}";
    }

    /// <summary>Lets EKS Pod Identity, and nothing else, assume a role.</summary>
    public static string Trust() => Document(new
    {
        Effect = "Allow",
        Principal = new { Service = S3ModelBucketDefaults.PodIdentityService },
        Action = AssumeActions,
    });

    /// <summary>What servers may do: list the folder and read in it.</summary>
    /// <param name="bucketArn">ARN of the bucket.</param>
    /// <param name="prefix">Folder, with its '/' at the end.</param>
    /// <param name="keyArn">ARN of the key that the files are encrypted with; null when S3's own encrypts them.</param>
    public static string Read(string bucketArn, string prefix, string? keyArn) => Access(bucketArn, prefix, keyArn, ["s3:GetObject"], ["kms:Decrypt"]);

    /// <summary>What the loader may do: read, write and remove in the folder.</summary>
    /// <param name="bucketArn">ARN of the bucket.</param>
    /// <param name="prefix">Folder, with its '/' at the end.</param>
    /// <param name="keyArn">ARN of the key that the files are encrypted with; null when S3's own encrypts them.</param>
    public static string Write(string bucketArn, string prefix, string? keyArn) =>
        Access(bucketArn, prefix, keyArn, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"], ["kms:Decrypt", "kms:GenerateDataKey"]);

    /// <summary>Refuses every request that is not encrypted on the way, whoever sends it.</summary>
    /// <param name="bucketArn">ARN of the bucket.</param>
    public static string TlsOnly(string bucketArn) => Document(new
    {
        Sid = "TlsOnly",
        Effect = "Deny",
        Principal = "*",
        Action = "s3:*",
        Resource = new[] { bucketArn, $"{bucketArn}/*" },
        Condition = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
    });

    private static string Access(string bucketArn, string prefix, string? keyArn, string[] objectActions, string[] keyActions)
    {
        var statements = new List<object>
        {
            new
            {
                Sid = "List",
                Effect = "Allow",
                Action = ListActions,
                Resource = bucketArn,
                Condition = new Dictionary<string, object> { ["StringLike"] = new Dictionary<string, object> { ["s3:prefix"] = new[] { prefix, $"{prefix}*" } } },
            },
            new { Sid = "Objects", Effect = "Allow", Action = objectActions, Resource = $"{bucketArn}/{prefix}*" },
        };
        if (keyArn is not null)
            statements.Add(new { Sid = "Key", Effect = "Allow", Action = keyActions, Resource = keyArn });
        return Document([.. statements]);
    }

    private static string Document(params object[] statements) => JsonSerializer.Serialize(new { Version, Statement = statements });
}
