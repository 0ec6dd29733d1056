namespace Clawdbot.Infra.Storage.Loader;

/// <summary>A file as the source describes it.</summary>
/// <param name="Path">Relative path with '/'; not yet judged.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Expected SHA-256 in lower-case hexadecimal; null when the source does not say.</param>
/// <param name="GitBlob">Expected git object id (SHA-1 over a header and the content); null when the source does not say.</param>
internal sealed record RemoteFile(string Path, long Size, string? Sha256, string? GitBlob)
{
    /// <summary>The strongest thing that the source says about the content.</summary>
    internal string Identity => Sha256 is not null ? $"sha256:{Sha256}" : GitBlob is not null ? $"git:{GitBlob}" : "none";
}
