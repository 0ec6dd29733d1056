using System.Collections.Immutable;

namespace Pulumi.Generator.Rules;

/// <summary>C# names as the official packages have them.</summary>
public static class Naming
{
    private static readonly ImmutableHashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>The C# name of a property: hyphens and a leading <c>$</c> go, the first letter becomes a capital, nothing else changes.</summary>
    /// <param name="wireName">The wire name, as <c>podCIDRs</c>.</param>
    /// <returns>The C# name, as <c>PodCIDRs</c>.</returns>
    public static string Property(string wireName) => UppercaseFirst(Plain(wireName));

    /// <summary>The name of a constructor parameter: the wire name, escaped when it is a keyword.</summary>
    /// <param name="wireName">The wire name.</param>
    /// <returns>The C# name.</returns>
    public static string Parameter(string wireName) => Keywords.Contains(Plain(wireName)) ? "@" + Plain(wireName) : Plain(wireName);

    /// <summary>The name of the field behind a property.</summary>
    /// <param name="wireName">The wire name.</param>
    /// <returns>The C# name.</returns>
    public static string Field(string wireName) => "_" + Plain(wireName);

    /// <summary>The namespace of a module, as <c>Core.V1</c> for <c>core/v1</c>; empty for the package's root.</summary>
    /// <param name="rules">The package.</param>
    /// <param name="module">The module with slashes or dots between its parts.</param>
    /// <returns>The namespace below the package's own.</returns>
    public static string Module(PackageRules rules, string module) =>
        string.Join('.', module.Split('/', '.').Where(part => part.Length > 0).Select(part => Part(rules, part)));

    /// <summary>The name with its first letter as a capital.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The new name.</returns>
    public static string UppercaseFirst(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Plain(string wireName) => wireName.Replace("-", "", StringComparison.Ordinal).TrimStart('$');

    private static string Part(PackageRules rules, string part)
    {
        if (rules.ModuleNames.TryGetValue(part, out var known))
        {
            return known;
        }

        // v1beta1 is two words: V1Beta1.
        return UppercaseFirst(part
            .Replace("alpha", "Alpha", StringComparison.Ordinal)
            .Replace("beta", "Beta", StringComparison.Ordinal));
    }
}
