namespace Pulumi.Serialization;

/// <summary>
/// A secret part of a wire value. Wire values are null, bool, double, string, <see cref="List{T}"/> and
/// <see cref="Dictionary{TKey, TValue}"/> of wire values, assets and archives, resources, and these two wrappers.
/// </summary>
internal sealed record WireSecret(object? Value);
