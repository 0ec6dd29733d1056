using System.Net;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>C6: a member that lost its disk is replaced with the commands of docs/runbooks/etcd-replace-member.md.</summary>
[Collection(RealEtcdCollection.Name)]
public sealed class ReplaceMemberTests
{
    [Fact]
    public async Task The_runbook_brings_back_a_member_without_data()
    {
        await using var cluster = await RealCluster.Start();
        (await cluster.MakeUsers()).Succeeded();
        using var api = new JsonApi(cluster.Certificate("operator"), [cluster.Members[0].ClientUrl]);
        await api.Login("operator");
        Assert.Equal(HttpStatusCode.OK, (await api.Put("/clawdbot/mode", "production")).Status);
        var lost = cluster.Members[1];
        var state = "new";
        lost.Kill();
        Directory.Delete(lost.DataFolder, recursive: true);

        // What Kubernetes would do with the requests.
        var kubectl = new FakeKubectl(cluster, async (words, _) =>
        {
            if (words.Contains("patch configmap etcd-member-state", StringComparison.Ordinal))
                state = words.Contains("existing", StringComparison.Ordinal) ? "existing" : "new";
            else if (words.EndsWith("delete pod etcd-1 --ignore-not-found", StringComparison.Ordinal))
                cluster.Start(lost, state);
            else if (words.Contains("wait pod etcd-1", StringComparison.Ordinal))
                await cluster.WaitUntilHealthy();
        });
        var output = (await kubectl.RunBook("etcd-replace-member.md")).Succeeded();

        Assert.Equal("new", state);
        Assert.Equal(5, kubectl.Requests.Count);
        Assert.Equal(3, output.Split('\n').TakeLast(10).Count(line => line.Contains(", started, etcd-", StringComparison.Ordinal)));
        using var replaced = new JsonApi(cluster.Certificate("operator"), [lost.ClientUrl]);
        await replaced.Login("operator");
        Assert.Equal("production", (await replaced.All("/clawdbot/"))["/clawdbot/mode"]);

        // Run again by mistake, it leaves the member alone.
        var again = await kubectl.RunBook("etcd-replace-member.md");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("etcd-1 is healthy, so there is nothing to replace.", again.Errors, StringComparison.Ordinal);
        Assert.Equal(5, kubectl.Requests.Count);
    }

    /// <summary>Why the runbook exists: the StatefulSet alone cannot do it.</summary>
    [Fact]
    public async Task Without_it_the_member_ends_with_a_message_that_the_runbook_names()
    {
        await using var cluster = await RealCluster.Start();
        var lost = cluster.Members[1];
        lost.Kill();
        Directory.Delete(lost.DataFolder, recursive: true);
        cluster.Start(lost, "new");
        for (var deadline = Environment.TickCount64 + 20000; lost.IsRunning; await Task.Delay(50))
            Assert.True(Environment.TickCount64 < deadline, "the member went on");
        Assert.Contains("has already been bootstrapped", lost.Log, StringComparison.Ordinal);
    }
}
