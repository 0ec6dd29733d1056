namespace Pulumi;

/// <summary>What the serializer needs of a <see cref="Union{T0, T1}"/> of any types.</summary>
internal interface IUnion
{
    object Value { get; }
}
