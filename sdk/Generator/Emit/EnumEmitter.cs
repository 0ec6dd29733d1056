using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Emit;

/// <summary>Writes enumerations of texts.</summary>
public static class EnumEmitter
{
    /// <summary>Writes one struct.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="declaration">The enumeration.</param>
    public static void Write(CodeWriter writer, EnumDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(declaration);
        var name = declaration.Name;
        writer.Line("[EnumType]");
        writer.Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            writer.Line("private readonly string _value;");
            writer.Line();
            writer.Line($"private {name}(string value) => _value = value;");
            writer.Line();
            foreach (var (member, value) in declaration.Members)
            {
                writer.Line($"public static {name} {member} {{ get; }} = new {name}(\"{value}\");");
            }

            writer.Line();
            writer.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            writer.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            writer.Line();
            writer.Line($"public static explicit operator string({name} value) => value._value;");
            writer.Line();
            writer.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            writer.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);");
            writer.Line("public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;");
            writer.Line("public override string ToString() => _value;");
        });
    }
}
