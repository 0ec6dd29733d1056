using System.Collections.Immutable;

namespace Pulumi.Generator.Rules;

/// <summary>Reads <c>allow-list.txt</c>: what is generated; the types that it reaches come along.</summary>
public static class AllowList
{
    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">Its text: package, module (<c>.</c> for the root) and names on each line.</param>
    /// <returns>The entries in order.</returns>
    /// <exception cref="GeneratorException">A line of another shape, an unknown package, or a name that is there twice.</exception>
    public static ImmutableArray<AllowListEntry> Parse(string file, string text)
    {
        var entries = ImmutableArray.CreateBuilder<AllowListEntry>();
        var seen = new HashSet<AllowListEntry>();
        foreach (var (number, words) in RuleFile.Read(text))
        {
            if (words.Length < 3 || PackageRules.All.All(rules => rules.Name != words[0]))
            {
                var packages = string.Join(", ", PackageRules.All.Select(rules => rules.Name));
                throw new GeneratorException(
                    $"{file}:{number}: '{string.Join(' ', words)}' is not an entry; allowed: <package> <module or .> <name>..., with a package of {packages}.");
            }

            foreach (var name in words[2..])
            {
                var entry = new AllowListEntry(words[0], words[1] == "." ? "" : words[1], name);
                if (!seen.Add(entry))
                {
                    throw new GeneratorException($"{file}:{number}: '{name}' of {words[0]} {words[1]} is there twice.");
                }

                entries.Add(entry);
            }
        }

        return entries.ToImmutable();
    }
}
