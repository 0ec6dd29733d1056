using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Snapshots;

public sealed class ApprovalTests
{
    [Fact]
    public void Difference_NamesFileLineAndCommand()
    {
        using var temporary = new TemporaryFolder();
        var approved = new Dictionary<string, string> { ["prod.approved.json"] = "a\nb\nc\n", ["prod/gone.approved.json"] = "x\n" };
        Approval.Approve(temporary.Path, "prod", approved);
        Assert.Equal("", Approval.Differences(temporary.Path, "prod", approved));
        Assert.Equal(
            "prod.approved.json, line 2:\n- b\n+ B\n+ b2\nprod/gone.approved.json: gone\nprod/new.approved.json: new\n"
            + "If this is what the change means to do, approve it: CLAWDBOT_APPROVE=1 dotnet test tests/Clawdbot.Cli.Tests",
            Approval.Differences(temporary.Path, "prod", new Dictionary<string, string> { ["prod.approved.json"] = "a\nB\nb2\nc\n", ["prod/new.approved.json"] = "x\n" }));
    }

    [Fact]
    public void Approve_RemovesWhatIsStaleButNothingOfOtherStacks()
    {
        using var temporary = new TemporaryFolder();
        Approval.Approve(temporary.Path, "dev", new Dictionary<string, string> { ["dev.approved.json"] = "d" });
        Approval.Approve(temporary.Path, "prod", new Dictionary<string, string> { ["prod/a.approved.json"] = "a" });
        Approval.Approve(temporary.Path, "prod", new Dictionary<string, string> { ["prod.approved.json"] = "b" });
        Assert.Equal(
            ["dev.approved.json", "prod.approved.json"],
            Directory.EnumerateFiles(temporary.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(temporary.Path, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Long_plan_is_split_by_component_and_then_by_resource()
    {
        var group = TestPlans.Object("v1", "x", "group") with { Type = "demo:group:Group", Custom = false, Urn = "urn:pulumi:test::clawdbot::demo:group:Group::group" };
        var small = Enumerable.Range(0, 3).Select(i => Child($"small-{i}", group.Urn, 10)).ToList();
        var large = group with { Urn = group.Urn + "2", Name = "large" };
        var parts = Enumerable.Range(0, 2).Select(i => Child($"part-{i}", large.Urn, 300));
        Assert.Equal(
            ["test.approved.json", "test/group.approved.json", "test/large/large.approved.json", "test/large/part-0.approved.json", "test/large/part-1.approved.json"],
            PlanSnapshot.Files(TestPlans.Of([group, large, .. small, .. parts])).Keys);
        Assert.Equal(["test.approved.json"], PlanSnapshot.Files(TestPlans.Of([group, .. small])).Keys);
    }

    private static PlanResource Child(string name, string parent, int lines) => TestPlans.Object(
        "v1", "ConfigMap", name, null, [.. Enumerable.Range(0, lines).Select(i => ($"k{i:000}", (PlanValue)new PlanValue.Number(i)))]) with { Parent = parent };
}
