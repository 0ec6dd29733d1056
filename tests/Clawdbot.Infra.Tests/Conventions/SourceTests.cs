using System.Text.RegularExpressions;
using System.Xml.Linq;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Conventions;

/// <summary>Rules that the compiler cannot hold, read from the sources.</summary>
public sealed partial class SourceTests
{
    public static TheoryData<string> Files { get; } = new(new[] { "infra", "stacks" }.SelectMany(Repository.Sources));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_short_and_holds_one_type_named_like_it(string file)
    {
        var text = Repository.Read(file);
        Assert.InRange(text.Split('\n').Length, 1, 300);
        if (file == "stacks/Program.cs")
            return;
        Assert.Equal([Path.GetFileNameWithoutExtension(file)], TopLevelType().Matches(text).Select(match => match.Groups[1].Value));
        Assert.Contains($"namespace Clawdbot.{Folder(file)};", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Configuration_is_read_in_stacks_only(string file)
    {
        if (!file.StartsWith("stacks/", StringComparison.Ordinal))
            Assert.DoesNotMatch(@"new Config\(|: Config\b", Repository.Read(file));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_never_see_outputs(string file)
    {
        if (file.EndsWith("Rules.cs", StringComparison.Ordinal))
            Assert.DoesNotMatch(@"\b(Output|Input)<|OutputUtilities|using Pulumi;", Repository.Read(file));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_depends_on_time_chance_or_culture(string file) =>
        Assert.DoesNotMatch(@"DateTime\.|DateTimeOffset\.|new Random\b|Random\.Shared|Guid\.NewGuid|CultureInfo\.CurrentCulture|Stopwatch", Repository.Read(file));

    [Fact]
    public void The_program_is_a_few_lines() => Assert.True(Repository.Read("stacks", "Program.cs").Split('\n').Length < 20);

    [Theory]
    [InlineData("infra", "")]
    [InlineData("stacks", "infra")]
    [InlineData("cli", "policies stacks")]
    [InlineData("policies", "")]
    public void Projects_reference_only_what_the_design_allows(string project, string allowed)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj"));
        var referenced = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[1]);
        Assert.Subset(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), referenced.ToHashSet());
    }

    private static string Folder(string file)
    {
        var parts = file.Split('/')[..^1];
        parts[0] = parts[0] == "infra" ? "Infra" : "Stacks";
        return string.Join('.', parts);
    }

    [GeneratedRegex(@"^(?:public|internal) (?:(?:static|sealed|abstract|partial|readonly) )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
