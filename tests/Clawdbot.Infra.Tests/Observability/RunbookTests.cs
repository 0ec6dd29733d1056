using System.Text.RegularExpressions;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
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

    /// <summary>Commands are typed in an emergency, so they name what the stack and its charts make: nothing else is there.</summary>
    [Fact]
    public void Commands_name_what_the_system_has()
    {
        string[] charts = ["cert-manager", "keda-operator", "rook-ceph-operator"];
        string[] deployments = [ClawdbotAssistantDefaults.ObjectName, GatewayDefaults.AccessTierName, GatewayDefaults.RouterName, .. charts];
        string[] namespaces =
        [
            WellKnownNamespaces.Gateway, WellKnownNamespaces.Models, WellKnownNamespaces.Etcd, WellKnownNamespaces.Monitoring,
            WellKnownNamespaces.Rook, WellKnownNamespaces.CertManager, WellKnownNamespaces.Keda,
        ];
        Assert.All(Directory.GetFiles(Folder, "*.md"), page =>
        {
            var text = File.ReadAllText(page);
            Assert.Subset(deployments.ToHashSet(), Words(DeploymentName(), text));
            Assert.Subset(namespaces.ToHashSet(), Words(NamespaceName(), text));
        });
    }

    /// <summary>The stack makes no toolbox of Rook; the operator has the program and the administrator's keyring, below a folder named after the cluster's namespace.</summary>
    [Fact]
    public void Ceph_is_asked_in_the_pod_of_the_operator()
    {
        var command = $"kubectl -n {WellKnownNamespaces.Rook} exec deploy/rook-ceph-operator -- ceph "
            + $"--conf={CephFileSystemDefaults.DataDirectory}/{WellKnownNamespaces.Rook}/{WellKnownNamespaces.Rook}.config ";
        var lines = Directory.GetFiles(Folder, "Ceph*.md").SelectMany(File.ReadAllLines).Where(line => line.Contains("-- ceph ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.StartsWith(command, line, StringComparison.Ordinal));
    }

    private static HashSet<string> Words(Regex expression, string text) => [.. expression.Matches(text).Select(match => match.Groups[1].Value)];

    private static string Read(string page) => Repository.Read("docs", "runbooks", $"{page}.md");

    [GeneratedRegex(@"\bdeploy/([a-z][a-z0-9-]*)")]
    private static partial Regex DeploymentName();

    [GeneratedRegex(@"kubectl (?:-n|--namespace) ([a-z][a-z0-9-]*)")]
    private static partial Regex NamespaceName();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)#:]+\.md)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| \[(\w+)\]\(\1\.md\) \| (\w+) \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
