namespace Clawdbot.Infra.Platform;

/// <summary>Where volumes of a single pod come from when a claim names no class.</summary>
public enum BlockStorage
{
    /// <summary>The cluster has its classes; one of them is the default, or every setting names one.</summary>
    Existing,

    /// <summary>
    /// EBS: the stack makes the default class <see cref="PlatformAddonsDefaults.BlockStorageClass"/>. A new EKS cluster has only <c>gp2</c>, which is no
    /// default and does not encrypt. https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html
    /// </summary>
    Ebs,
}
