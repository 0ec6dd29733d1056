namespace Pulumi;

/// <summary>Keeps a value in the stack's state: the first one given, until it is replaced.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Registers the stash.</summary>
    /// <param name="name">A unique name.</param>
    /// <param name="args">The value to keep.</param>
    /// <param name="options">How it is managed.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    /// <summary>The value that is kept.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;

    /// <summary>The value that was given last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;
}
