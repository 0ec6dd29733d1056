namespace Pulumi;

/// <summary>One file that a resource takes.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string key, string value)
        : base(key, value)
    {
    }
}
