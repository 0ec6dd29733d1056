using System.Text.RegularExpressions;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Conventions;

/// <summary>What holds for every rule.</summary>
public sealed partial class RuleConventionTests
{
    public static TheoryData<string> Ids { get; } = new(PolicyCatalogue.All.Select(rule => rule.Metadata.Id));

    [Fact]
    public void There_are_rules_with_unique_ids()
    {
        Assert.True(PolicyCatalogue.All.Count >= 80);
        Assert.Equal(PolicyCatalogue.All.Count, PolicyCatalogue.All.Select(rule => rule.Metadata.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_what_a_reader_needs(string id)
    {
        var metadata = PolicyCatalogue.Find(id)!.Metadata;
        Assert.Matches(Id(), id);

        // Reserved by the engine.
        Assert.NotEqual("all", id);
        Assert.Matches(@"\A\S.{3,110}[^.]\z", metadata.Title);
        Assert.Matches(@"\A\S.{20,600}[.]\z", metadata.Description);
        Assert.Matches(@"\A\S.{5,400}[.]\z", metadata.Remedy);
        Assert.StartsWith("https://", metadata.Url, StringComparison.Ordinal);
        Assert.NotEmpty(metadata.Frameworks);
        Assert.All(metadata.Settings, setting =>
        {
            Assert.Matches(@"\A[a-z][a-zA-Z]+\z", setting.Name);
            Assert.NotEqual("enforcementLevel", setting.Name);
            Assert.EndsWith(".", setting.Description, StringComparison.Ordinal);
            Assert.IsAssignableFrom(
                setting.Kind switch { RuleSettingKind.Number => typeof(double), RuleSettingKind.Text => typeof(string), _ => typeof(IReadOnlyList<string>) }, setting.Default);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_file_of_its_own_and_tests_beside_it(string id)
    {
        var type = PolicyCatalogue.Find(id)!.GetType();
        var folder = type.Namespace!["Clawdbot.Policies.".Length..].Split('.');
        Assert.True(File.Exists(Path.Combine([Repository.Root, "policies", .. folder, type.Name + ".cs"])));
        var tests = Path.Combine([Repository.Root, "tests", "Clawdbot.Policies.Tests", .. folder]);
        Assert.True(
            folder is ["Rules", "Waivers"] || Directory.GetFiles(tests, "*Tests.cs").Any(file => File.ReadAllText(file).Contains(type.Name, StringComparison.Ordinal)),
            $"No test in {string.Join('/', folder)} names {type.Name}.");
        Assert.True(type.IsSealed);
    }

    [Fact]
    public void The_pack_references_no_project_and_has_no_launch_settings()
    {
        Assert.DoesNotContain("ProjectReference", Repository.Read("policies", "Clawdbot.Policies.csproj"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Repository.Root, "policies", "Properties", "launchSettings.json")));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Id();
}
