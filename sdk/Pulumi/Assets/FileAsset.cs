namespace Pulumi;

/// <summary>A file of the local disk.</summary>
public sealed class FileAsset : Asset
{
    /// <param name="path">The file's path.</param>
    public FileAsset(string path)
        : base("path", path)
    {
    }
}
