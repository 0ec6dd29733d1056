namespace Pulumi;

/// <summary>What the serializer needs of an <see cref="Input{T}"/> of any type.</summary>
internal interface IInput
{
    /// <summary>The plain value where the input holds one, else an <see cref="IOutput"/>; collections give their elements unresolved.</summary>
    object? Unwrap();
}
