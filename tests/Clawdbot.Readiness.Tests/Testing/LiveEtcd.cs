using Clawdbot.Infra.Tests.Etcd.Real;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>Three real members with users; each test has a mode key of its own.</summary>
public sealed class LiveEtcd : IAsyncLifetime
{
    public RealCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await RealCluster.Start();
        (await Cluster.MakeUsers()).Succeeded();
    }

    public Task DisposeAsync() => Cluster.DisposeAsync().AsTask();

    public async Task Put(string key, string value) => (await Cluster.Control("put", key, value)).Succeeded();

    public async Task<string> Get(string key) => (await Cluster.Control("get", "--print-value-only", key)).Succeeded().Trim();
}
