namespace Pulumi;

/// <summary>A file given as text.</summary>
public sealed class StringAsset : Asset
{
    /// <param name="text">The content.</param>
    public StringAsset(string text)
        : base("text", text)
    {
    }
}
