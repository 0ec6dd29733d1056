namespace Clawdbot.Infra.Storage;

/// <summary>Where model files are fetched from: one of the nested records, nothing else.</summary>
public abstract record ModelSource
{
    private ModelSource()
    {
    }

    /// <summary>The Hugging Face Hub, or a mirror that speaks its API.</summary>
    /// <param name="Endpoint">Base address with https; <see cref="ModelLoaderDefaults.HuggingFaceEndpoint"/> by default.</param>
    /// <param name="NeedsToken">Whether a token is sent: for gated or private models.</param>
    public sealed record HuggingFace(string Endpoint, bool NeedsToken) : ModelSource;

    /// <summary>A bucket of S3 or of a store that speaks its API.</summary>
    /// <param name="Bucket">Name of the bucket.</param>
    /// <param name="Prefix">Key prefix below which models lie as <c>org--name/revision/</c>; may be empty.</param>
    /// <param name="Region">Region of the bucket.</param>
    /// <param name="Endpoint">Address of the store; null for AWS.</param>
    /// <param name="CredentialsSecret">
    /// Secret with the keys <c>AWS_ACCESS_KEY_ID</c> and <c>AWS_SECRET_ACCESS_KEY</c>; null when EKS Pod Identity gives credentials to the service account.
    /// </param>
    public sealed record S3(string Bucket, string Prefix, string Region, string? Endpoint, string? CredentialsSecret) : ModelSource;

    /// <summary>A folder of another claim, for networks without a way out.</summary>
    /// <param name="Claim">PersistentVolumeClaim in the namespace of the loader; mounted read-only.</param>
    /// <param name="Path">Folder in it below which models lie as <c>org--name/revision/</c>; empty for its root.</param>
    public sealed record LocalFolder(string Claim, string Path) : ModelSource;
}
