using System.Reflection;

namespace Pulumi.Generator.Tests.PublicSurface;

/// <summary>Writes types as the recorded lists do: keywords for built-in types, some namespaces left off, <c>?</c> for nullable.</summary>
internal static class TypePrinter
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    private static readonly HashSet<string> LeftOff =
        ["System", "System.Threading.Tasks", "System.Collections.Generic", "System.Collections.Immutable"];

    public static string Print(Type type, NullabilityInfo? nullability = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Print(inner) + "?";
        }

        var mark = nullability?.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword + mark;
        }

        var name = type.Name.Split('`')[0];
        var full = type.Namespace is { } space && !LeftOff.Contains(space) ? $"{space}.{name}" : name;
        var arguments = type.GetGenericArguments();
        var printed = arguments.Select((argument, index) => Print(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index)));
        return full + (arguments.Length == 0 ? "" : $"<{string.Join(", ", printed)}>") + mark;
    }
}
