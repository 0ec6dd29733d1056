using Clawdbot.Cli.Diffs;

namespace Clawdbot.Cli.Tests.Diffs;

/// <summary>The arithmetic of docs/diff.md.</summary>
public sealed class WorkloadTests
{
    private static Workload Servers(int replicas, int surge, int unavailable) => new("urn", "servers", replicas, StopSeconds: 120, StartSeconds: 300, surge, unavailable);

    [Theory]
    [InlineData(3, 0, 1, 21, 21)]
    [InlineData(3, 1, 0, 0, 21)]
    [InlineData(4, 2, 0, 0, 14)]
    [InlineData(4, 1, 1, 14, 14)]
    [InlineData(5, 1, 1, 21, 21)]
    [InlineData(1, 0, 1, 7, 7)]
    [InlineData(0, 1, 0, 0, 0)]
    public void A_rollout_takes_one_stop_and_one_start_for_each_wave(int replicas, int surge, int unavailable, double minutes, double rollout)
    {
        var restart = Servers(replicas, surge, unavailable).Rollout();
        Assert.Equal((replicas, minutes, rollout), (restart.Pods, restart.Minutes, restart.RolloutMinutes));
    }

    [Fact]
    public void Pods_that_stop_together_are_missed_once() => Assert.Equal(new Restart("urn", "servers", 3, 3, 7, 7), Servers(3, 1, 0).Together());

    [Fact]
    public void Pods_that_move_to_other_nodes_are_missed_one_by_one_even_with_a_surge() => Assert.Equal(new Restart("urn", "servers", 3, 3, 51, 51), Servers(3, 1, 0).Move(600));

    [Theory]
    [InlineData(3, 5, 2, 5)]
    [InlineData(3, 1, 2, 2)]
    public void More_or_fewer_pods_leave_the_others_alone(int from, int to, int pods, double rollout) =>
        Assert.Equal(new Restart("urn", "servers", pods, 3, 0, rollout), Servers(3, 0, 1).Scale(from, to));

    [Theory]
    [InlineData("", 1, 0)]
    [InlineData("\"rollingUpdate\":{\"maxSurge\":\"50%\",\"maxUnavailable\":\"34%\"}", 2, 1)]
    [InlineData("\"rollingUpdate\":{\"maxSurge\":0,\"maxUnavailable\":\"10%\"}", 0, 1)]
    [InlineData("\"type\":\"Recreate\"", 0, 3)]
    public void The_strategy_is_read_as_Kubernetes_reads_it(string strategy, int surge, int unavailable)
    {
        var workload = WorkloadReader.Read(DiffPlans.Servers(strategy: strategy), new Dictionary<string, Clawdbot.Cli.Plans.PlanPool>())!;
        Assert.Equal((3, surge, unavailable), (workload.Replicas, workload.MaxSurge, workload.MaxUnavailable));
    }

    [Fact]
    public void A_pool_takes_its_load_time_and_its_grace_period()
    {
        var workload = WorkloadReader.Read(DiffPlans.Servers(), new Dictionary<string, Clawdbot.Cli.Plans.PlanPool> { ["qwen"] = DiffPlans.Pool })!;
        Assert.Equal((110, 310), (workload.StopSeconds, workload.StartSeconds));
    }

    [Fact]
    public void Another_program_takes_the_times_of_its_pod()
    {
        var program = DiffPlans.Program("StatefulSet", "etcd", ",\"x\":1", "\"replicas\":3,\"minReadySeconds\":5").Inputs;
        var workload = WorkloadReader.Read(
            DiffPlans.Resource("kubernetes:apps/v1:StatefulSet", "etcd", "{}") with { Inputs = program }, new Dictionary<string, Clawdbot.Cli.Plans.PlanPool>())!;
        Assert.Equal((3, 5, 35, 0, 1), (workload.Replicas, workload.StopSeconds, workload.StartSeconds, workload.MaxSurge, workload.MaxUnavailable));
    }
}
