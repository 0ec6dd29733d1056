namespace Pulumi;

/// <summary>An archive file at a URI.</summary>
public sealed class RemoteArchive : Archive
{
    /// <param name="uri">The URI (http, https or file).</param>
    public RemoteArchive(string uri)
        : base("uri", uri)
    {
    }
}
