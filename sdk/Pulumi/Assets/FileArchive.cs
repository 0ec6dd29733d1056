namespace Pulumi;

/// <summary>A folder or archive file (tar, tgz, zip) of the local disk.</summary>
public sealed class FileArchive : Archive
{
    /// <param name="path">Its path.</param>
    public FileArchive(string path)
        : base("path", path)
    {
    }
}
