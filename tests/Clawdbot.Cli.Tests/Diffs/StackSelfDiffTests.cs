using System.Text;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Cli.Tests.Snapshots;

namespace Clawdbot.Cli.Tests.Diffs;

/// <summary>The real stacks: what they are does not differ from what they were written as.</summary>
[Collection(ProgramRuns.Name)]
public sealed class StackSelfDiffTests
{
    public static TheoryData<string> Stacks => StackSnapshotTests.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_stack_does_not_differ_from_its_own_plan_and_manifests(string stack)
    {
        using var temporary = new TemporaryFolder();
        var plan = await ClawdbotPlanner.PlanAsync(stack);
        var written = Encoding.UTF8.GetString(PlanJson.Write(plan));
        Assert.Equal(written, Encoding.UTF8.GetString(PlanJson.Write(PlanReader.Read("plan.json", written))));
        Assert.Empty(DiffPlans.Lines(Baseline.Read(temporary.Write("plan.json", written)).Compare(plan)));

        var folder = Directory.CreateDirectory(temporary.Sub("manifests")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".clawdbot-render"), "");
        foreach (var manifest in ManifestRenderer.Render(plan).Manifests)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, manifest.FileName), manifest.Yaml);
        }

        Assert.Empty(DiffPlans.Lines(Baseline.Read(folder).Compare(await ClawdbotPlanner.PlanAsync(stack))));
    }

    /// <summary>A change of a kind that the table forgot would be told as unknown; new components must not bring one unnoticed.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_setting_and_every_removal_of_a_stack_has_a_rule(string stack)
    {
        var plan = await ClawdbotPlanner.PlanAsync(stack);
        var unknown = plan.Resources.Where(resource => resource.Custom).SelectMany(resource =>
            {
                var kind = KindName.Of(resource.Type);
                return Paths(resource.Inputs, []).Select(path => (kind, text: string.Join('.', path), row: Impacts.OfSetting(kind, KindName.IsKubernetes(resource.Type), path)))
                    .Append((kind, text: ImpactRow.Removed, row: Impacts.OfRemoval(kind)));
            })
            .Where(setting => setting.row.Reason.Contains(Impacts.UnknownReason, StringComparison.Ordinal))
            .Select(setting => $"{setting.kind} {setting.text}").Distinct().ToList();
        Assert.True(unknown.Count == 0, $"No row of cli/Diffs/*Impacts.cs covers:\n{string.Join('\n', unknown)}");
    }

    private static IEnumerable<List<string>> Paths(PlanValue.Map map, List<string> above) => map.Entries.SelectMany(entry =>
        entry.Value is PlanValue.Map { Entries.IsEmpty: false } below && above.Count < 2 ? Paths(below, [.. above, entry.Key]) : [[.. above, entry.Key]]);
}
