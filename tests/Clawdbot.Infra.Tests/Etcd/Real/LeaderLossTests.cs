using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit.Abstractions;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>C6: the loss of a member costs less than ten seconds of writes and no acknowledged write.</summary>
[Collection(RealEtcdCollection.Name)]
public sealed class LeaderLossTests(ITestOutputHelper output)
{
    private const int Writers = 4;

    [Fact]
    public async Task Killing_the_leader_under_load_loses_no_acknowledged_write_and_writes_resume_within_ten_seconds()
    {
        await using var cluster = await RealCluster.Start();
        (await cluster.MakeUsers()).Succeeded();
        var acknowledged = new ConcurrentDictionary<string, string>();
        var clock = Stopwatch.StartNew();
        var successes = new ConcurrentQueue<(TimeSpan Sent, TimeSpan Answered)>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(cluster, writer, acknowledged, successes, clock, stop.Token))).ToArray();

        await Until(() => acknowledged.Count >= 200, "no load");
        var leader = await Leader(cluster);
        var killed = clock.Elapsed;
        leader.Kill();
        await Until(() => successes.Any(write => write.Sent > killed), "writes did not resume");
        var before = acknowledged.Count;
        await Until(() => acknowledged.Count >= before + 200, "writes stopped again");
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        var recovery = successes.Where(write => write.Sent > killed).Min(write => write.Answered) - killed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"writes resumed {recovery.TotalMilliseconds:F0} ms after the leader was killed; {acknowledged.Count} acknowledged writes"));
        Assert.InRange(recovery, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        // The member that was killed catches up from its own disk, and every member has every write.
        cluster.Start(leader, "new");
        await cluster.WaitUntilHealthy();
        foreach (var member in cluster.Members)
        {
            using var api = new JsonApi(cluster.Certificate("operator"), [member.ClientUrl]);
            await api.Login("operator");
            var stored = await api.All("/clawdbot/overrides/");
            Assert.DoesNotContain(acknowledged, write => stored.GetValueOrDefault(write.Key) != write.Value);
        }
    }

    private static async Task Write(RealCluster cluster, int writer, ConcurrentDictionary<string, string> acknowledged, ConcurrentQueue<(TimeSpan Sent, TimeSpan Answered)> successes, Stopwatch clock, CancellationToken stop)
    {
        using var api = cluster.Api("operator");
        await api.Login("operator");
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var (key, value) = ($"/clawdbot/overrides/{writer}/{number}", number.ToString(CultureInfo.InvariantCulture));
            var sent = clock.Elapsed;
            try
            {
                if ((await api.Put(key, value)).Status == HttpStatusCode.OK)
                {
                    acknowledged[key] = value;
                    successes.Enqueue((sent, clock.Elapsed));
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private static async Task<RealMember> Leader(RealCluster cluster)
    {
        foreach (var member in cluster.Members)
        {
            using var api = new JsonApi(cluster.Certificate("operator"), [member.ClientUrl]);
            await api.Login("operator");
            var (_, answer) = await api.Post("maintenance/status", []);
            if ((string?)answer["leader"] == (string?)answer["header"]!["member_id"])
                return member;
        }
        throw new InvalidOperationException("no leader");
    }

    private static async Task Until(Func<bool> condition, string complaint)
    {
        for (var deadline = Environment.TickCount64 + 20000; !condition(); await Task.Delay(10))
            Assert.True(Environment.TickCount64 < deadline, complaint);
    }
}
