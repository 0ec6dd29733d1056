using System.Text.RegularExpressions;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Conventions;

/// <summary>docs/requirements.md is complete, and names only what exists.</summary>
public sealed partial class RequirementsPageTests
{
    private static readonly string Page = Repository.Read("docs", "requirements.md");

    private static readonly Dictionary<string, Match> RowsById = Row().Matches(Page).ToDictionary(match => match.Groups["id"].Value, StringComparer.Ordinal);

    private static readonly string[] Product = [.. new[] { "infra", "stacks", "policies", "cli" }.SelectMany(Repository.Sources)];

    private static readonly string[] Tests = [.. Repository.Sources("tests")];

    private static readonly string Readers = string.Concat(Repository.Sources("stacks").Select(file => Repository.Read(file)));

    public static TheoryData<string> Ids { get; } = [.. RowsById.Keys];

    [Fact]
    public void Every_requirement_has_one_row_in_its_order() =>
        Assert.Equal([.. Numbered("A", 6), .. Numbered("B", 11), .. Numbered("C", 11), .. Numbered("C9.", 12)], Row().Matches(Page).Select(match => match.Groups["id"].Value));

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_meets_a_requirement_exists(string id)
    {
        var names = Names(RowsById[id].Groups["met"].Value);
        Assert.All(names, name => Assert.True(Exists(name), $"{id}: `{name}` is no type (or member), file, verb or setting of infra, stacks, policies or cli."));
        Assert.True(names.Length > 0 || IsOutside(id), $"{id} names nothing that meets it, and is not marked as outside.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_holds_a_requirement_exists(string id)
    {
        var names = Names(RowsById[id].Groups["held"].Value);
        Assert.All(names, name => Assert.True(IsTest(name), $"{id}: there is no test `{name}`."));
        Assert.True(names.Length > 0 || IsOutside(id), $"{id} names no test, and is not marked as outside.");
    }

    /// <summary>A comment that cites a requirement leads a reader to this page.</summary>
    [Fact]
    public void Every_id_in_a_comment_is_on_the_page()
    {
        var cited = Product.Concat(Tests)
            .SelectMany(file => Repository.Read(file).Split('\n').Where(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)).SelectMany(line => Id().Matches(line)).Select(match => (Id: match.Value, File: file)))
            .Where(cite => !GpuCatalog.Names.Contains(cite.Id, StringComparer.OrdinalIgnoreCase));
        Assert.All(cited, cite => Assert.True(RowsById.ContainsKey(cite.Id), $"{cite.File} cites {cite.Id}, which docs/requirements.md does not have."));
    }

    /// <summary>A verb that is built later has to leave the list of what is missing.</summary>
    [Fact]
    public void What_the_page_calls_missing_is_missing()
    {
        const string Heading = "\n## Not in this repository\n";
        var missing = Bullet().Matches(Page[Page.IndexOf(Heading, StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(missing);
        Assert.All(missing, verb => Assert.False(IsVerb(verb), $"clawdbot {verb} exists."));
    }

    private static IEnumerable<string> Numbered(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}{number}");

    private static bool IsOutside(string id) => RowsById[id].Value.Contains("**Outside**", StringComparison.Ordinal);

    private static string[] Names(string cell) => [.. Backticked().Matches(cell).Select(match => match.Groups[1].Value)];

    private static bool Exists(string name) =>
        name.StartsWith("clawdbot:", StringComparison.Ordinal) ? IsSetting(name["clawdbot:".Length..])
        : name.StartsWith("clawdbot ", StringComparison.Ordinal) ? IsVerb(name["clawdbot ".Length..])
        : name.Contains('/', StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, name))
        : IsDeclared(Product, name, member => $@"\b{member}\b");

    /// <summary>Every part of the path is a key that the readers of the settings know.</summary>
    private static bool IsSetting(string path) => path.Split('.').All(part => Readers.Contains($"\"{part}\"", StringComparison.Ordinal));

    private static bool IsVerb(string verb) => File.Exists(Path.Combine(Repository.Root, "cli", "CommandLine", $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Command.cs"));

    private static bool IsTest(string name) => IsDeclared(Tests, name, member => $@"\bpublic (static )?(async )?(void|Task) {member}\(") && name.Split('.')[0].EndsWith("Tests", StringComparison.Ordinal);

    /// <summary>A file is named like its type, so that the name of a type is the name of a file; a few names stand in two projects.</summary>
    private static bool IsDeclared(IEnumerable<string> files, string name, Func<string, string> member)
    {
        var parts = name.Split('.');
        var sources = files.Where(file => Path.GetFileNameWithoutExtension(file) == parts[0]).Select(file => Repository.Read(file)).Where(source => Regex.IsMatch(source, $@"\b(class|record|struct|enum|interface) {Regex.Escape(parts[0])}\b"));
        return parts.Length switch
        {
            1 => sources.Any(),
            2 => sources.Any(source => Regex.IsMatch(source, member(Regex.Escape(parts[1])))),
            _ => false,
        };
    }

    [GeneratedRegex(@"^\| (?<id>[ABC][0-9]{1,2}(\.[0-9]{1,2})?) \| (?<asked>\S[^|]*) \| (?<met>\S[^|]*) \| (?<held>\S[^|]*) \| (?<corrected>\S[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"(?<![\w.])[ABC][0-9]{1,2}(\.[0-9]{1,2})?\b")]
    private static partial Regex Id();

    [GeneratedRegex("^- `clawdbot ([a-z]+)`", RegexOptions.Multiline)]
    private static partial Regex Bullet();
}
