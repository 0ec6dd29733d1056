namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>One cluster for tests that only talk to it.</summary>
public sealed class RunningCluster : IAsyncLifetime
{
    public RealCluster Cluster { get; private set; } = null!;

    public FinishedProgram FirstRun { get; private set; } = null!;

    public FinishedProgram SecondRun { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await RealCluster.Start();
        FirstRun = await Cluster.MakeUsers();
        SecondRun = await Cluster.MakeUsers();
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
