namespace Pulumi;

/// <summary>What a <see cref="Stash"/> keeps.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value; required.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
