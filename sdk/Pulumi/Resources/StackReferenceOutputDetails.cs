namespace Pulumi;

/// <summary>A stack's output: one member or the other is set, or none where the output does not exist.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value if it is plain.</summary>
    public object? Value { get; set; }

    /// <summary>The value if it is secret.</summary>
    public object? SecretValue { get; set; }
}
