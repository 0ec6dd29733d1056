using System.Collections.Immutable;

namespace Pulumi;

public static partial class Output
{
    /// <summary>One output of 2 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(Given(item1), Given(item2));

    /// <summary>One output of 3 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(Given(item1), Given(item2), Given(item3));

    /// <summary>One output of 4 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(Given(item1), Given(item2), Given(item3), Given(item4));

    /// <summary>One output of 5 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        Tuple(Given(item1), Given(item2), Given(item3), Given(item4), Given(item5));

    /// <summary>One output of 6 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        Tuple(Given(item1), Given(item2), Given(item3), Given(item4), Given(item5), Given(item6));

    /// <summary>One output of 7 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Tuple(Given(item1), Given(item2), Given(item3), Given(item4), Given(item5), Given(item6), Given(item7));

    /// <summary>One output of 8 inputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        Tuple(Given(item1), Given(item2), Given(item3), Given(item4), Given(item5), Given(item6), Given(item7), Given(item8));

    /// <summary>One output of 2 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        return new(Join());

        async Task<OutputData<(T1, T2)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            return new(Union(d1.Resources, d2.Resources), (d1.Value, d2.Value), d1.IsKnown && d2.IsKnown, d1.IsSecret || d2.IsSecret);
        }
    }

    /// <summary>One output of 3 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(d1.Resources, d2.Resources), d3.Resources), (d1.Value, d2.Value, d3.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret);
        }
    }

    /// <summary>One output of 4 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3, T4)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            var d4 = await item4.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(Union(d1.Resources, d2.Resources), d3.Resources), d4.Resources), (d1.Value, d2.Value, d3.Value, d4.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown && d4.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret || d4.IsSecret);
        }
    }

    /// <summary>One output of 5 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3, T4, T5)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            var d4 = await item4.GetDataAsync().ConfigureAwait(false);
            var d5 = await item5.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(Union(Union(d1.Resources, d2.Resources), d3.Resources), d4.Resources), d5.Resources), (d1.Value, d2.Value, d3.Value, d4.Value, d5.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown && d4.IsKnown && d5.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret || d4.IsSecret || d5.IsSecret);
        }
    }

    /// <summary>One output of 6 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            var d4 = await item4.GetDataAsync().ConfigureAwait(false);
            var d5 = await item5.GetDataAsync().ConfigureAwait(false);
            var d6 = await item6.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(Union(Union(Union(d1.Resources, d2.Resources), d3.Resources), d4.Resources), d5.Resources), d6.Resources), (d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown && d4.IsKnown && d5.IsKnown && d6.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret || d4.IsSecret || d5.IsSecret || d6.IsSecret);
        }
    }

    /// <summary>One output of 7 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            var d4 = await item4.GetDataAsync().ConfigureAwait(false);
            var d5 = await item5.GetDataAsync().ConfigureAwait(false);
            var d6 = await item6.GetDataAsync().ConfigureAwait(false);
            var d7 = await item7.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(Union(Union(Union(Union(d1.Resources, d2.Resources), d3.Resources), d4.Resources), d5.Resources), d6.Resources), d7.Resources), (d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value, d7.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown && d4.IsKnown && d5.IsKnown && d6.IsKnown && d7.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret || d4.IsSecret || d5.IsSecret || d6.IsSecret || d7.IsSecret);
        }
    }

    /// <summary>One output of 8 outputs, under the facts of all of them.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        return new(Join());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> Join()
        {
            var d1 = await item1.GetDataAsync().ConfigureAwait(false);
            var d2 = await item2.GetDataAsync().ConfigureAwait(false);
            var d3 = await item3.GetDataAsync().ConfigureAwait(false);
            var d4 = await item4.GetDataAsync().ConfigureAwait(false);
            var d5 = await item5.GetDataAsync().ConfigureAwait(false);
            var d6 = await item6.GetDataAsync().ConfigureAwait(false);
            var d7 = await item7.GetDataAsync().ConfigureAwait(false);
            var d8 = await item8.GetDataAsync().ConfigureAwait(false);
            return new(Union(Union(Union(Union(Union(Union(Union(d1.Resources, d2.Resources), d3.Resources), d4.Resources), d5.Resources), d6.Resources), d7.Resources), d8.Resources), (d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value, d7.Value, d8.Value), d1.IsKnown && d2.IsKnown && d3.IsKnown && d4.IsKnown && d5.IsKnown && d6.IsKnown && d7.IsKnown && d8.IsKnown, d1.IsSecret || d2.IsSecret || d3.IsSecret || d4.IsSecret || d5.IsSecret || d6.IsSecret || d7.IsSecret || d8.IsSecret);
        }
    }

    private static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right) =>
        OutputData<object>.Union(left, right);
}
