namespace Pulumi;

/// <summary>A bundle of files that a resource takes.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string key, object value)
        : base(key, value)
    {
    }
}
