using System.Collections.Frozen;

namespace Pulumi.Tests.PublicSurface;

/// <summary>Reads the recorded list of the official package's public types.</summary>
public static class OfficialList
{
    private const string Resource = "Pulumi-3.112.1.txt";

    /// <summary>The types by name.</summary>
    public static IReadOnlyDictionary<string, OfficialType> Types { get; } = Read();

    private static FrozenDictionary<string, OfficialType> Read()
    {
        using var stream = typeof(OfficialList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The test assembly has no resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        var types = new List<OfficialType>();
        var members = new HashSet<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#') || line.StartsWith("    //", StringComparison.Ordinal))
                continue;
            if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
                continue;
            }
            members = [];
            types.Add(ParseHeader(line.Replace("[Obsolete] ", "", StringComparison.Ordinal), members));
        }
        return types.ToFrozenDictionary(type => type.Name);
    }

    private static OfficialType ParseHeader(string line, HashSet<string> members)
    {
        var (declaration, bases) = line.Split(" : ", 2) is [var left, var right] ? (left, SplitTopLevel(right)) : (line, []);
        var start = declaration.IndexOf("Pulumi.", StringComparison.Ordinal);
        return new OfficialType(declaration[start..], declaration[..start].Trim(), bases, members);
    }

    /// <summary>Splits at commas outside angle brackets.</summary>
    private static HashSet<string> SplitTopLevel(string text)
    {
        var parts = new HashSet<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }
        parts.Add(text[start..].Trim());
        return parts;
    }
}
