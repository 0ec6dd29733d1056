using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resolved output: the value and the three facts that travel with it.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Plain(T value) => new(ImmutableHashSet<Resource>.Empty, value, true, false);

    public OutputData<TOther> With<TOther>(TOther value) => new(Resources, value, IsKnown, IsSecret);

    /// <summary>The value of <paramref name="inner"/> under the facts of both.</summary>
    public OutputData<TOther> Combine<TOther>(OutputData<TOther> inner) =>
        new(Union(Resources, inner.Resources), inner.Value, IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);

    internal static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right) =>
        left.Count == 0 ? right : right.Count == 0 || ReferenceEquals(left, right) ? left : left.Union(right);
}
