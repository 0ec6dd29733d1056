using System.Text;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Tests.Snapshots;

namespace Clawdbot.Cli.Tests.Diffs;

/// <summary>docs/diff-table.md is the table that a person approved; each of its rows must hold.</summary>
public sealed class ImpactsTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "docs", "diff-table.md");

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in Impacts.Rows)
            {
                rows.Add(row.Kind, row.Path);
            }

            return rows;
        }
    }

    [Fact]
    public void The_page_is_the_table()
    {
        if (Approval.IsOn)
        {
            File.WriteAllText(Page, Write());
        }

        Assert.True(File.Exists(Page) && File.ReadAllText(Page) == Write(), $"docs/diff-table.md is not the table. If the change is meant: {Approval.Command}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_holds_for_its_setting(string kind, string path)
    {
        var row = Impacts.Rows.Single(r => r.Kind == kind && r.Path == path);
        var example = kind == Impacts.AnyKubernetes ? "example.org/Thing" : kind.Replace("*", "Example", StringComparison.Ordinal);
        var found = path switch
        {
            ImpactRow.Added => Impacts.OfAddition(example),
            ImpactRow.Removed => Impacts.OfRemoval(example),
            ImpactRow.Replaced => Impacts.OfReplacement(example, "cause"),
            _ => Impacts.OfSetting(example, kind == Impacts.AnyKubernetes, path.Length == 0 ? ["anything", "else"] : [.. row.Parts, "below"]),
        };
        var expected = row.Effect == Effect.Replace ? Impacts.OfReplacement(example, row.Reason) : path == ImpactRow.Replaced ? row with { Reason = $"cause; {row.Reason}" } : row;
        Assert.Equal((expected.Effect, expected.Reason), (found.Effect, found.Reason));
    }

    [Fact]
    public void Each_reason_is_a_sentence_without_its_full_stop() => Assert.All(Impacts.Rows, row => Assert.Matches(@"\A[a-zA-Z].*[^.;,\s]\z", row.Reason));

    [Fact]
    public void Each_kind_says_what_its_removal_does() =>
        Assert.All(Impacts.Rows.Select(row => row.Kind).Where(kind => kind != Impacts.AnyKubernetes).Distinct(), kind =>
            Assert.DoesNotContain(Impacts.UnknownReason, Impacts.OfRemoval(kind.Replace("*", "Example", StringComparison.Ordinal)).Reason, StringComparison.Ordinal));

    [Fact]
    public void A_kind_that_can_be_replaced_says_what_that_does() =>
        Assert.All(Impacts.Rows.Where(row => row.Effect == Effect.Replace && row.Kind != Impacts.AnyKubernetes), row =>
            Assert.DoesNotContain(Impacts.UnknownReason, Impacts.OfReplacement(row.Kind, "cause").Reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("example.org/Thing", true, "spec.size")]
    [InlineData("aws:eks/Cluster", false, "somethingNew")]
    [InlineData("apps/Deployment", true, "spec.somethingNew")]
    [InlineData("local:Thing", false, "size")]
    public void What_no_row_covers_counts_as_a_restart_and_says_so(string kind, bool isKubernetes, string path)
    {
        var row = Impacts.OfSetting(kind, isKubernetes, path.Split('.'));
        Assert.Equal((RestartClass.Pod, Impacts.UnknownReason), (Effects.Class(row.Effect), row.Reason));
    }

    [Theory]
    [InlineData("apps/Deployment", "spec", "pod")]
    [InlineData("apps/StatefulSet", "spec", "data")]
    [InlineData("aws:eks/Cluster", "vpcConfig", "data")]
    [InlineData("core/Service", "spec", "hot")]
    public void A_setting_that_goes_with_all_below_it_does_the_most_severe_of_it(string kind, string path, string expected) =>
        Assert.Equal(expected, Effects.Word(Effects.Class(Impacts.OfSetting(kind, isKubernetes: false, path.Split('.')).Effect)));

    [Theory]
    [InlineData("kubernetes:apps/v1:Deployment", "apps/Deployment")]
    [InlineData("kubernetes:core/v1:Service", "core/Service")]
    [InlineData("kubernetes:v1:Secret", "core/Secret")]
    [InlineData("kubernetes:helm.sh/v3:Release", "helm.sh/Release")]
    [InlineData("kubernetes:ceph.rook.io/v1:CephCluster", "ceph.rook.io/CephCluster")]
    [InlineData("aws:eks/nodeGroup:NodeGroup", "aws:eks/NodeGroup")]
    [InlineData("docker:index/container:Container", "docker:Container")]
    [InlineData("pulumi:providers:kubernetes", "pulumi:providers:kubernetes")]
    [InlineData("strange", "strange")]
    public void Kinds_are_named_without_their_version(string type, string expected) => Assert.Equal(expected, KindName.Of(type));

    private static string Write()
    {
        var text = new StringBuilder("# What restarts for which setting\n\n")
            .Append("The table behind `clawdbot diff`, row by row; a test holds this page to it. docs/diff.md tells how to read it. A path covers everything below it,\n")
            .Append("*all others* what the other rows of the kind leave, and `(replaced)` what \"replaced\" in another row means for the kind.\n");
        foreach (var kind in Impacts.Rows.GroupBy(row => row.Kind))
        {
            text.Append("\n## ").Append(kind.Key.Replace("*", "\\*", StringComparison.Ordinal)).Append("\n\n| setting | restart | why |\n|---|---|---|\n");
            foreach (var row in kind)
            {
                var restart = row.Effect switch
                {
                    Effect.Replace => "replaced",
                    Effect.Consumers => "by its users",
                    _ => Effects.Word(Effects.Class(row.Effect)),
                };
                text.Append("| ").Append(row.Path.Length == 0 ? "*all others*" : $"`{row.Path}`").Append(" | ").Append(restart).Append(" | ").Append(row.Reason).Append(" |\n");
            }
        }

        return text.ToString();
    }
}
