namespace Clawdbot.Bench;

/// <summary>Measures <c>clawdbot preview prod</c>, already built, as a whole process.</summary>
internal sealed class PreviewBench(Action<string> progress)
{
    public async Task<SideFigures> RunAsync()
    {
        var program = Path.Combine(RepositoryLayout.Root, "cli", "bin", RepositoryLayout.Configuration, "net10.0", "clawdbot.dll");
        if (!File.Exists(program))
            throw new UsageException($"'{program}' does not exist. Run `dotnet build -c {RepositoryLayout.Configuration} cli`, or pass --no-preview.");
        var runs = new List<Measurement>();
        for (var run = 1; run <= BenchDefaults.PreviewRuns; run++)
        {
            progress($"clawdbot preview prod: run {run} of {BenchDefaults.PreviewRuns}");
            runs.Add(await MeasuredProcess.RunAsync("dotnet", [program, "preview", "prod"], RepositoryLayout.Root));
        }
        return new SideFigures(Statistics.Median(runs.Select(run => run.Seconds)), Statistics.Median(runs.Select(run => run.PeakKiB / 1024.0)));
    }
}
