namespace Pulumi;

/// <summary>The arguments of a resource method.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new None();

    /// <summary>For derived classes.</summary>
    protected CallArgs()
    {
    }

    private sealed class None : CallArgs;
}
