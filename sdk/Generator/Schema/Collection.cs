namespace Pulumi.Generator.Schema;

/// <summary>How a property holds several values.</summary>
public enum Collection
{
    /// <summary>It holds one value.</summary>
    None,

    /// <summary>It holds a list.</summary>
    List,

    /// <summary>It holds a map with text keys.</summary>
    Map,
}
