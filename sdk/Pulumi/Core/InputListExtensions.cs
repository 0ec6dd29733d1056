namespace Pulumi;

/// <summary>Adding elements of one of two types to a list of unions.</summary>
public static class InputListExtensions
{
    /// <summary>Appends a value of the first type.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) =>
        list.Add((Input<Union<T0, T1>>)value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Appends a value of the second type.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) =>
        list.Add((Input<Union<T0, T1>>)value.Apply(Union<T0, T1>.FromT1));
}
