namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Sends the load of B6: users who wait for their answer, think, and write again, no faster than the profile's rate.</summary>
internal static class LoadRun
{
    /// <summary>A server that answered none of so many messages will not answer the rest.</summary>
    private const int HopelessAfter = 40;

    /// <summary>Runs to the end of the time or of the messages.</summary>
    internal static async Task<LoadReport> Run(GatewayClient gateway, LoadSettings settings, ModelSettings[] models, CancellationToken stop)
    {
        var source = new MessageSource(settings, models);
        var answers = new List<Answer>();
        var start = Environment.TickCount64;
        var end = start + (settings.Seconds * 1000L);
        var hopeless = false;

        async Task User()
        {
            while (!Volatile.Read(ref hopeless) && Environment.TickCount64 < end)
            {
                var message = source.Next();
                if (message.Number >= settings.Messages || start + message.DueMilliseconds >= end)
                    return;
                await Task.Delay((int)Math.Max(message.ThinkMilliseconds, start + message.DueMilliseconds - Environment.TickCount64), stop);
                var answer = await gateway.Send(message, settings.RequestSeconds, stop);
                lock (answers)
                {
                    answers.Add(answer);
                    if (answers.Count >= HopelessAfter && answers.TrueForAll(one => one.Error is not null))
                        Volatile.Write(ref hopeless, true);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, settings.Concurrency).Select(_ => User()));
        return new LoadReport(settings, models, answers, (Environment.TickCount64 - start) / 1000.0, hopeless);
    }
}
