using System.Reflection;

namespace Pulumi.Generator.Tests.PublicSurface;

/// <summary>Writes what a type declares for others, one line for each member, in the shape of the recorded lists.</summary>
/// <param name="withWireNames">Whether wire names in brackets follow inputs and outputs.</param>
/// <param name="withFullMethods">Whether parameters of methods carry defaults and question marks.</param>
internal sealed class SurfacePrinter(bool withWireNames, bool withFullMethods)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext _nullability = new();

    public static string Head(Type type)
    {
        var kind = type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var baseType = type.IsValueType || type.BaseType == typeof(object) ? "" : " : " + TypePrinter.Print(type.BaseType!);
        return $"{kind} {TypePrinter.Print(type)}{baseType}";
    }

    public IEnumerable<string> Members(Type type)
    {
        foreach (var constructor in type.GetConstructors(Declared).Where(one => (one.IsPublic || one.IsFamily) && !type.IsValueType))
        {
            yield return $"ctor({Parameters(constructor, full: true)})";
        }

        foreach (var property in type.GetProperties(Declared).Where(one => one.GetMethod is { IsPublic: true }))
        {
            yield return Prefix(property.GetMethod!.IsStatic) + Typed(property.PropertyType, _nullability.Create(property), property.Name)
                + Brackets(type, property);
        }

        foreach (var field in type.GetFields(Declared).Where(one => one.IsPublic))
        {
            yield return Prefix(field.IsStatic) + (field.IsInitOnly ? "readonly " : "") + Typed(field.FieldType, _nullability.Create(field), field.Name);
        }

        // The lists leave out what every enumeration has; EnumShapeTests looks at that.
        foreach (var method in type.GetMethods(Declared).Where(one => one.IsPublic && !one.IsSpecialName && !type.IsValueType))
        {
            yield return Prefix(method.IsStatic) + Typed(method.ReturnType, _nullability.Create(method.ReturnParameter), method.Name)
                + $"({Parameters(method, withFullMethods)})";
        }
    }

    private static string Prefix(bool isStatic) => isStatic ? "static " : "";

    private static string Typed(Type type, NullabilityInfo nullability, string name) => $"{TypePrinter.Print(type, nullability)} {name}";

    private static object?[] Arguments(MemberInfo member, string attribute) =>
        member.CustomAttributes.FirstOrDefault(one => one.AttributeType.Name == attribute)?.ConstructorArguments.Select(argument => argument.Value).ToArray() ?? [];

    private string Parameters(MethodBase method, bool full) => string.Join(", ", method.GetParameters().Select(parameter =>
        TypePrinter.Print(parameter.ParameterType, full ? _nullability.Create(parameter) : null) + " " + parameter.Name
        + (full && parameter.HasDefaultValue ? " = null" : "")));

    private string Brackets(Type type, PropertyInfo property)
    {
        if (!withWireNames)
        {
            return "";
        }

        if (Arguments(property, "OutputAttribute") is [string output])
        {
            return $" [out {output}]";
        }

        // A list or map carries its attribute on the field behind it.
        var inputs = Arguments(property, "InputAttribute");
        if (inputs.Length == 0)
        {
            var field = type.GetFields(Declared).FirstOrDefault(one =>
                Arguments(one, "InputAttribute") is [string name, ..] && one.Name == "_" + name && IsBehind(property, name));
            inputs = field is null ? [] : Arguments(field, "InputAttribute");
        }

        return inputs is [string wire, bool required, bool json] ? $" [in {wire}{(required ? "*" : "")}{(json ? " json" : "")}]" : "";
    }

    private static bool IsBehind(PropertyInfo property, string wire) =>
        property.Name == char.ToUpperInvariant(wire[0]) + wire[1..] || property.Name == char.ToUpperInvariant(wire[0]) + wire[1..] + "Value";
}
