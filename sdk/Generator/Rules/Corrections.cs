using System.Collections.Immutable;

namespace Pulumi.Generator.Rules;

/// <summary>Facts about the official C# packages that the npm packages do not hold, from <c>corrections.txt</c>.</summary>
public sealed class Corrections
{
    private static readonly ImmutableHashSet<string> Kinds = ["double", "json", "name", "omit", "optional"];

    private readonly ImmutableDictionary<string, string> _entries;
    private readonly HashSet<string> _used = [];

    private Corrections(ImmutableDictionary<string, string> entries) => _entries = entries;

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">Its text: kind, package, type and member, and for <c>name</c> the C# name; <c>#</c> starts a comment.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="GeneratorException">A line of another shape, or one that is there twice.</exception>
    public static Corrections Parse(string file, string text)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (number, words) in RuleFile.Read(text))
        {
            if (!Kinds.Contains(words[0]) || words.Length != (words[0] == "name" ? 4 : 3))
            {
                throw new GeneratorException(
                    $"{file}:{number}: '{string.Join(' ', words)}' is not a correction; allowed: double|json|omit|optional <package> <type.member>, name <package> <type.member> <C# name>.");
            }

            if (!entries.TryAdd(string.Join(' ', words[..3]), words.Length == 4 ? words[3] : ""))
            {
                throw new GeneratorException($"{file}:{number}: '{string.Join(' ', words[..3])}' is there twice.");
            }
        }

        return new Corrections(entries.ToImmutable());
    }

    /// <summary>Whether a fact of this kind exists for a member.</summary>
    /// <param name="kind">double, json, omit or optional.</param>
    /// <param name="package">The package.</param>
    /// <param name="member">Type and member, as <c>KubeClientSettings.qps</c>.</param>
    /// <returns>True when it exists.</returns>
    public bool Has(string kind, string package, string member) => Find(kind, package, member) is not null;

    /// <summary>The C# name of a member, when it is not the usual one.</summary>
    /// <param name="package">The package.</param>
    /// <param name="member">Type and member, as <c>iam.Policy.policy</c>.</param>
    /// <returns>The name, or null.</returns>
    public string? Name(string package, string member) => Find("name", package, member);

    /// <summary>The facts that nothing asked for; they are mistakes in the file.</summary>
    /// <returns>The facts in order.</returns>
    public IReadOnlyList<string> Unused() => [.. _entries.Keys.Where(key => !_used.Contains(key)).Order(StringComparer.Ordinal)];

    private string? Find(string kind, string package, string member)
    {
        var key = $"{kind} {package} {member}";
        if (!_entries.TryGetValue(key, out var value))
        {
            return null;
        }

        _used.Add(key);
        return value;
    }
}
