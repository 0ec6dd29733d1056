namespace Clawdbot.Infra.Readiness.Program;

/// <summary>
/// Items 5 and 6. Errors are counted at the full number of requests at once. Times are measured below the knee of each model's servers:
/// beyond it they say how long the queue is, not how fast a healthy system answers.
/// </summary>
internal static class GateLoad
{
    private const string ErrorsTitle = "Errors under load";
    private const string LatencyTitle = "Answers in time";

    internal static async Task<ItemResult[]> Run(GatewayClient gateway, LoadSettings load, ModelSettings[] models, CancellationToken deadline)
    {
        try
        {
            var full = await LoadRun.Run(gateway, load, models, deadline);
            Console.WriteLine(full.Json().ToJsonString());
            var latency = new List<LoadReport>();
            if (models.Length == 1 && models[0].Concurrency >= load.Concurrency)
            {
                latency.Add(full);
            }
            else
            {
                foreach (var model in models)
                {
                    var calm = await LoadRun.Run(gateway, load with { Concurrency = Math.Min(model.Concurrency, load.Concurrency), Seed = load.Seed + 1 }, [model], deadline);
                    Console.WriteLine(calm.Json().ToJsonString());
                    latency.Add(calm);
                }
            }
            return
            [
                new ItemResult(5, ErrorsTitle, full.ErrorsPass, full.Errors()),
                new ItemResult(6, LatencyTitle, latency.TrueForAll(report => report.LatencyPasses), string.Join("; ", latency.Select(report => report.Latency()))),
            ];
        }
        catch (OperationCanceledException)
        {
            const string Over = "the time for all items was over";
            return [new ItemResult(5, ErrorsTitle, false, Over), new ItemResult(6, LatencyTitle, false, Over)];
        }
    }
}
