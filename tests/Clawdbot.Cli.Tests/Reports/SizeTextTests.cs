using Clawdbot.Cli.Tests.Snapshots;

namespace Clawdbot.Cli.Tests.Reports;

/// <summary>Whole outputs of `clawdbot size`, approved by a person as files.</summary>
public sealed class SizeTextTests
{
    [Theory]
    [InlineData("fits", 0, "--model Qwen/Qwen2.5-7B-Instruct --sku l4 --context 8192")]
    [InlineData("refused", 1, "--model Qwen/Qwen3-32B-AWQ --sku a10 --gpus 1 --context 24576")]
    [InlineData("matrix", 0, "--all --sku a10g --context 4096")]
    public async Task Output_IsTheApprovedOne(string name, int exit, string line) => Compare(name, exit, await SizeRuns.RunLineAsync(line));

    [Fact]
    public async Task Comparison_IsTheApprovedOne() =>
        Compare("validate", 0, await SizeRuns.RunAsync("--validate", SizeRuns.Measurements, "--models", SizeRuns.Models));

    private static void Compare(string name, int exit, (int Exit, string Output, string Error) run)
    {
        var file = Path.Combine(SizeRuns.Folder, "Reports", "Approved", $"size-{name}.txt");
        if (Approval.IsOn)
        {
            File.WriteAllText(file, run.Output);
        }

        Assert.Equal((exit, ""), (run.Exit, run.Error));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.True(File.Exists(file), $"{file} is missing: {Approval.Command}");
        Assert.Equal(File.ReadAllText(file), run.Output);
    }
}
