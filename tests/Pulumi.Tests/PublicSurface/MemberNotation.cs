using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Tests.PublicSurface;

/// <summary>Writes the public and protected members that a type declares, each as one line of the recorded list.</summary>
internal static class MemberNotation
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<string> Format(Type type)
    {
        var nullability = new NullabilityInfoContext();
        if (type.IsEnum)
            return [string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"))];
        if (type.IsSubclassOf(typeof(Delegate)))
            return [Method(type.GetMethod("Invoke")!, nullability, modifiers: "")];
        return
        [
            .. type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && IsVisible(constructor))
                .Select(constructor => $"{Access(constructor)} {type.Name.Split('`')[0]}({Parameters(constructor, nullability)})"),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => Field(field, nullability)),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(property => Property(property, nullability)),
            .. type.GetMethods(Declared).Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
                .Select(method => Method(method, nullability, Modifiers(method))),
        ];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : method.IsFamily ? "protected" : "protected internal";

    private static string Modifiers(MethodInfo method)
    {
        var dispatch = method.IsStatic ? " static"
            : method.IsAbstract ? " abstract"
            : method.GetBaseDefinition() != method ? " override"
            : method.IsVirtual && !method.IsFinal ? " virtual"
            : "";
        return $"{Access(method)}{dispatch} ";
    }

    private static string Field(FieldInfo field, NullabilityInfoContext nullability)
    {
        var access = field.IsPublic ? "public" : "protected";
        var type = TypeNotation.FormatRead(nullability.Create(field));
        return field.IsLiteral
            ? $"{access} const {type} {field.Name} = {field.GetRawConstantValue()}"
            : $"{access}{(field.IsStatic ? " static" : "")}{(field.IsInitOnly ? " readonly" : "")} {type} {field.Name}";
    }

    private static string Property(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var (getter, setter) = (Visible(property.GetMethod), Visible(property.SetMethod));
        var info = nullability.Create(property);
        var type = getter is null ? TypeNotation.FormatWritten(info) : TypeNotation.FormatRead(info);
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(parameter => Parameter(parameter, nullability)))}]";
        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var accessors = $"{(getter is null ? "" : "get; ")}{(setter is null ? "" : isInit ? "init; " : "set; ")}";
        return $"{Modifiers(getter ?? setter!)}{type} {name} {{ {accessors}}}";

        static MethodInfo? Visible(MethodInfo? accessor) => accessor is not null && IsVisible(accessor) ? accessor : null;
    }

    private static string Method(MethodInfo method, NullabilityInfoContext nullability, string modifiers)
    {
        var returned = TypeNotation.FormatRead(nullability.Create(method.ReturnParameter));
        var parameters = Parameters(method, nullability);
        return method.Name switch
        {
            "op_Implicit" => $"{modifiers}{returned} implicit operator({parameters})",
            "op_Explicit" => $"{modifiers}{returned} explicit operator({parameters})",
            _ => $"{modifiers}{returned} {method.Name}{TypeParameters(method)}({parameters})",
        };
    }

    private static string TypeParameters(MethodInfo method)
    {
        if (!method.IsGenericMethodDefinition)
            return "";
        var parameters = method.GetGenericArguments();
        var constraints = parameters.Select(Constraints).Where(text => text.Length > 0).ToList();
        return $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>{(constraints.Count == 0 ? "" : $" /* {string.Join(" ", constraints)} */")}";
    }

    private static string Constraints(Type parameter)
    {
        var parts = parameter.GetGenericParameterConstraints().Select(TypeNotation.Format).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            parts.Add("new()");
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "/*ext*/ this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(parameter => Parameter(parameter, nullability)));
    }

    private static string Parameter(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : "";
        var value = parameter.HasDefaultValue ? $" = {DefaultValue(parameter)}" : "";
        return $"{prefix}{TypeNotation.FormatRead(nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string DefaultValue(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };
}
