using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;

namespace Clawdbot.Cli.Tests.Snapshots;

/// <summary>What each environment deploys is approved by a person, and what it deployed before is not lost.</summary>
[Collection(ProgramRuns.Name)]
public sealed class StackSnapshotTests
{
    public static TheoryData<string> Stacks => [.. ProjectFile.Load(RepositoryRoot.Find(AppContext.BaseDirectory)).Stacks()];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Plan_IsTheApprovedOne(string stack)
    {
        var files = PlanSnapshot.Files(await ClawdbotPlanner.PlanAsync(stack));
        if (Approval.IsOn)
        {
            Approval.Approve(Approval.Folder, stack, files);
        }

        var differences = Approval.Differences(Approval.Folder, stack, files);
        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_resource_of_the_record_is_lost(string stack)
    {
        var plan = await ClawdbotPlanner.PlanAsync(stack);
        var file = Path.Combine(Approval.Folder, stack + ".urns.txt");
        var recorded = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        var lost = UpgradeCheck.Lost(UpgradeCheck.Parse(recorded), plan);
        Assert.True(
            lost.Count == 0,
            $"An update would delete these resources of stack {stack}, and make those that were only renamed anew:\n{string.Join('\n', lost)}\n"
            + $"Give a renamed or moved resource an alias. If one is meant to go, delete its line in {Path.GetFileName(file)}.");
        if (Approval.IsOn)
        {
            recorded = UpgradeCheck.Record(plan);
            await File.WriteAllTextAsync(file, recorded);
        }

        Assert.True(recorded == UpgradeCheck.Record(plan), $"{Path.GetFileName(file)} is not up to date: {Approval.Command}");
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Plan_IsTheSameEachTime(string stack) =>
        Assert.Equal(PlanSnapshot.Files(await ClawdbotPlanner.PlanAsync(stack)), PlanSnapshot.Files(await ClawdbotPlanner.PlanAsync(stack)));

    [Fact]
    public void Every_approved_file_belongs_to_a_stack_that_exists()
    {
        var owners = Directory.EnumerateFileSystemEntries(Approval.Folder)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => !f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => f.Split('.')[0])
            .Distinct()
            .ToList();
        Assert.NotEmpty(owners);
        Assert.Empty(owners.Except(ProjectFile.Load(RepositoryRoot.Find(AppContext.BaseDirectory)).Stacks()));
    }
}
