namespace Pulumi;

/// <summary>A former identity of a resource: a whole URN, or the parts that differed.</summary>
public sealed class Alias
{
    /// <summary>The former URN; excludes all other members.</summary>
    public string? Urn { get; set; }

    /// <summary>The former name; null if it is the same.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The former type; null if it is the same.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The former stack; null if it is the same.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former project; null if it is the same.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former parent; excludes <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The former parent's URN; excludes <see cref="Parent"/> and <see cref="NoParent"/>.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether there was no parent; excludes <see cref="Parent"/> and <see cref="ParentUrn"/>.</summary>
    public bool NoParent { get; set; }
}
