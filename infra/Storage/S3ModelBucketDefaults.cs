using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Storage;

/// <summary>Choices of <see cref="S3ModelBucket"/>. Source: the documentation of Mountpoint for Amazon S3 and of its CSI driver, version 2.</summary>
public static class S3ModelBucketDefaults
{
    /// <summary>CSI driver.</summary>
    public const string Driver = "s3.csi.aws.com";

    /// <summary>Folder of the models in the bucket.</summary>
    public const string Prefix = "models/";

    /// <summary>A bucket has no size, but Kubernetes wants one declared; nothing checks it.</summary>
    public const int DeclaredGiB = 1200;

    /// <summary>Access mode of the servers' claim.</summary>
    public const string ReaderAccessMode = "ReadOnlyMany";

    /// <summary>User and group that own the files as pods see them; pods that are not root see nothing of other users' mounts otherwise.</summary>
    public const int UserId = VllmDefaults.UserId;

    /// <summary>Service that EKS Pod Identity assumes roles with.</summary>
    public const string PodIdentityService = "pods.eks.amazonaws.com";

    /// <summary>Service account of the loader, which alone may write.</summary>
    public const string WriterServiceAccount = "model-loader";

    /// <summary>Days for which an overwritten or deleted file can be brought back.</summary>
    public const int RecoveryDays = 30;

    /// <summary>Days after which the parts of an upload that broke off are removed; they cost as much as files and cannot be seen.</summary>
    public const int BrokenUploadDays = 7;
}
