using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An archive made of named assets and archives.</summary>
public sealed class AssetArchive : Archive
{
    /// <param name="assets">Path within the archive to content.</param>
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base("assets", assets.ToImmutableDictionary())
    {
    }
}
