namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Where the files come from. Which members are needed depends on <see cref="Kind"/>.</summary>
internal sealed record SourceSettings
{
    /// <summary><c>huggingFace</c>, <c>s3</c> or <c>localFolder</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Base address of the Hub or of an S3-compatible store; empty means AWS.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>File with the Hub's token; empty means anonymous.</summary>
    public string TokenFile { get; init; } = "";

    /// <summary>Bucket.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>Key prefix of the model's files, without slashes at the ends.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Region of the bucket.</summary>
    public string Region { get; init; } = "";

    /// <summary>Folder of the files.</summary>
    public string Path { get; init; } = "";
}
