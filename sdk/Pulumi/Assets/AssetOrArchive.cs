namespace Pulumi;

/// <summary>A file or a bundle of files that a resource takes.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string key, object value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The member that carries the content on the wire: text, path, uri or assets.</summary>
    internal string Key { get; }

    internal object Value { get; }
}
