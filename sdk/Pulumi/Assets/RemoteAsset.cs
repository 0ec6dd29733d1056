namespace Pulumi;

/// <summary>A file at a URI.</summary>
public sealed class RemoteAsset : Asset
{
    /// <param name="uri">The URI (http, https or file).</param>
    public RemoteAsset(string uri)
        : base("uri", uri)
    {
    }
}
