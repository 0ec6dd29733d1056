using Clawdbot.Cli.Checks;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Rendering;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Cli.Tests.Checks;

/// <summary>The four stacks under the whole pack, with the waivers of the repository.</summary>
[Collection(ProgramRuns.Name)]
public sealed class StackCheckTests
{
    // Before the waivers end, so that the test does not with them; `check` judges by today.
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly string Pack = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "policies");

    [Theory]
    [InlineData("prod")]
    [InlineData("staging")]
    [InlineData("onprem")]
    [InlineData("local")]
    public async Task A_stack_is_clean_and_every_waiver_of_it_is_needed(string stack)
    {
        var report = PolicyCheck.Prepare(new PolicyFiles(null, null), Pack)(CheckSubject.Of(await ClawdbotPlanner.PlanAsync(stack)), Day);
        Assert.Equal([], report.Findings.Violations.Select(v => $"{v.Rule.Id} {v.Subject}: {v.Message}"));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("staging")]
    [InlineData("onprem")]
    public async Task The_rendered_objects_of_a_stack_are_judged_alike(string stack)
    {
        using var folder = new TemporaryFolder();
        foreach (var manifest in ManifestRenderer.Render(await ClawdbotPlanner.PlanAsync(stack)).Manifests)
        {
            folder.Write(manifest.FileName, manifest.Yaml);
        }

        var report = PolicyCheck.Prepare(new PolicyFiles(Path.Combine(Pack, WaiverFile.Name), null), Pack)(CheckFiles.Read([folder.Path]), Day);
        Assert.Equal([], Violations(report.Findings));
    }

    // Manifests belong to no stack, so waivers of some stacks do not count for them.
    private static IEnumerable<string> Violations(PolicyFindings findings) =>
        findings.Violations.Where(v => v.Rule.Id != "container-image-digest").Select(v => $"{v.Rule.Id} {v.Subject}: {v.Message}");
}
