namespace Pulumi;

/// <summary>Which stack a <see cref="StackReference"/> reads.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack's name, <c>organization/project/stack</c>; left out, the reference's own name.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }
}
