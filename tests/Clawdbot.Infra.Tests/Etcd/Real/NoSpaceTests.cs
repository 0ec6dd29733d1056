using System.Net;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>A full database is freed with the commands of docs/runbooks/etcd-defragment.md.</summary>
[Collection(RealEtcdCollection.Name)]
public sealed class NoSpaceTests
{
    [Fact]
    public async Task The_runbook_frees_a_full_database_and_clears_the_alarm()
    {
        // Far below what the rules allow, so that it is full within a second.
        await using var cluster = await RealCluster.Start(new EtcdClusterSpec { QuotaMiB = 16 });
        (await cluster.MakeUsers()).Succeeded();
        using var api = cluster.Api("operator");
        await api.Login("operator");
        var (status, answer) = (HttpStatusCode.OK, (JsonNode)new JsonObject());
        for (var writes = 0; status == HttpStatusCode.OK && writes < 100; writes++)
            (status, answer) = await api.Put("/clawdbot/mode", new string('x', 512 * 1024));
        Assert.Contains("database space exceeded", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("NOSPACE", (await cluster.Control("alarm", "list")).Succeeded(), StringComparison.Ordinal);

        (await new FakeKubectl(cluster, (_, _) => Task.CompletedTask).RunBook("etcd-defragment.md")).Succeeded();

        Assert.Equal("", (await cluster.Control("alarm", "list")).Succeeded());
        Assert.Equal(HttpStatusCode.OK, (await api.Put("/clawdbot/mode", "maintenance")).Status);
        Assert.All(cluster.Members, member => Assert.InRange(new FileInfo(Path.Combine(member.DataFolder, "member", "snap", "db")).Length, 1, 4 << 20));
    }
}
