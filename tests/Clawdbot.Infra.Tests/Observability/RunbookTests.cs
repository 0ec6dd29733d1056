using System.Text.RegularExpressions;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Every alert leads to a page that exists and helps; no page is left over.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "runbooks");

    private static string[] Alerts { get; } = [.. AlertPlans.EveryRule.Select(rule => rule.Name).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages { get; } = [.. Alerts];

    /// <summary>Pages that are not named like an alert (lower case) are procedures and belong to others.</summary>
    [Fact]
    public void Pages_and_alerts_are_the_same_set() =>
        Assert.Equal(Alerts, Directory.GetFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => name != "README" && char.IsAsciiLetterUpper(name[0])).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_all_parts_in_their_order(string alert)
    {
        var text = Read(alert);
        Assert.StartsWith($"# {alert}\n\nSeverity: {AlertPlans.EveryRule.First(rule => rule.Name == alert).SeverityLabel}.\n\n## Meaning\n", text, StringComparison.Ordinal);
        Assert.Equal(["Meaning", "Impact", "Check", "Fix"], Heading().Matches(text).Select(match => match.Groups[1].Value).Where(heading => heading != "Afterwards"));
        // Something to type, and something to do.
        Assert.Matches("```(sh|promql)\n.+\n", text);
        Assert.Matches("## Fix\n\n- \\S.{9,}", text);
        Assert.DoesNotMatch("TODO|TBD|\\bissue\\b.*#[0-9]", text);
        Assert.InRange(text.Split('\n').Length, 18, 80);
    }

    [Fact]
    public void All_links_lead_somewhere() =>
        Assert.All(Directory.GetFiles(Folder, "*.md"), page => Assert.All(
            Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value),
            target => Assert.True(File.Exists(Path.Combine(Folder, target)), $"{Path.GetFileName(page)} leads to {target}, which does not exist.")));

    [Fact]
    public void The_list_has_a_row_for_each_alert()
    {
        var rows = Row().Matches(Read("README")).Select(match => (Name: match.Groups[1].Value, Severity: match.Groups[2].Value)).OrderBy(row => row.Name, StringComparer.Ordinal).ToArray();
        Assert.Equal(Alerts, rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Equal(AlertPlans.EveryRule.First(rule => rule.Name == row.Name).SeverityLabel, row.Severity));
    }

    /// <summary>The path in the default address is the one where the pages are.</summary>
    [Fact]
    public void The_default_address_is_the_path_of_the_pages() =>
        Assert.All(Alerts, alert => Assert.True(File.Exists(Path.Combine(Repository.Root, RuleFile.RunbookUrl(PrometheusAlertsDefaults.RunbookBaseUrl, alert)))));

    [Fact]
    public void An_address_keeps_its_own_base() =>
        Assert.Equal("https://git.example/clawdbot/runbooks/GpuHot.md", RuleFile.RunbookUrl("https://git.example/clawdbot/runbooks/", "GpuHot"));

    private static string Read(string page) => Repository.Read("docs", "runbooks", $"{page}.md");

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)#:]+\.md)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| \[(\w+)\]\(\1\.md\) \| (\w+) \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
