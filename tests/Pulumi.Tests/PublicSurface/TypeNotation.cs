using System.Reflection;

namespace Pulumi.Tests.PublicSurface;

/// <summary>Writes a type as the recorded list does: C# keywords, tuples in brackets, the commonest namespaces left off, '?' where annotated.</summary>
internal static class TypeNotation
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    private static readonly HashSet<string> LeftOff =
    [
        "System",
        "System.Threading.Tasks",
        "System.Collections.Generic",
        "System.Collections.Immutable",
    ];

    /// <summary>The type without annotations.</summary>
    public static string Format(Type type) => Format(type, null, _ => null);

    /// <summary>The type with its annotations, as a value that is read.</summary>
    public static string FormatRead(NullabilityInfo nullability) => Format(nullability, info => info.ReadState);

    /// <summary>The type with its annotations, as a value that is only written.</summary>
    public static string FormatWritten(NullabilityInfo nullability) => Format(nullability, info => info.WriteState);

    /// <summary>The name of a type definition with its parameters, e.g. <c>Pulumi.Union&lt;T0, T1&gt;</c>.</summary>
    public static string DefinitionName(Type type)
    {
        var name = (type.FullName ?? type.Name).Replace('+', '.');
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>";
    }

    private static string Format(NullabilityInfo nullability, Func<NullabilityInfo, NullabilityState?> state)
        => Format(nullability.Type, nullability, state);

    private static string Format(Type type, NullabilityInfo? nullability, Func<NullabilityInfo, NullabilityState?> state)
    {
        if (type.IsByRef)
            return Format(type.GetElementType()!, nullability, state);
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Format(underlying, nullability?.GenericTypeArguments.FirstOrDefault(), state)}?";
        var mark = !type.IsValueType && nullability is not null && state(nullability) == NullabilityState.Nullable ? "?" : "";
        return $"{FormatCore(type, nullability, state)}{mark}";
    }

    private static string FormatCore(Type type, NullabilityInfo? nullability, Func<NullabilityInfo, NullabilityState?> state)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Format(type.GetElementType()!, nullability?.ElementType, state)}[]";
        if (!type.IsGenericType)
            return QualifiedName(type);
        var arguments = type.GetGenericArguments().Select((argument, i) =>
            Format(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i), Inner));
        var list = string.Join(", ", arguments);
        return type.FullName is { } name && name.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? $"({list})"
            : $"{QualifiedName(type)}<{list}>";
    }

    /// <summary>Annotations inside a generic type are neither read nor written: the declared one is in the read state.</summary>
    private static NullabilityState? Inner(NullabilityInfo nullability) => nullability.ReadState;

    private static string QualifiedName(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is { } outer)
            return $"{QualifiedName(outer)}.{name}";
        return LeftOff.Contains(type.Namespace ?? "") ? name : $"{type.Namespace}.{name}";
    }
}
