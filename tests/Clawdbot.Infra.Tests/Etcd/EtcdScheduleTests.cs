using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd;

public sealed class EtcdScheduleTests
{
    [Theory]
    [InlineData("17 */6 * * *")]
    [InlineData("0 3 * * 1-5")]
    [InlineData("0,30 0-23/2 1 1,7 0")]
    [InlineData("59 23 31 12 6")]
    public void Accepts_what_the_controller_takes(string schedule) => Assert.True(EtcdSchedule.IsValid(schedule));

    [Theory]
    [InlineData("")]
    [InlineData("@daily")]
    [InlineData("0 3 * *")]
    [InlineData("0 3 * * * *")]
    [InlineData("60 3 * * *")]
    [InlineData("0 24 * * *")]
    [InlineData("0 3 0 * *")]
    [InlineData("0 3 * 13 *")]
    [InlineData("0 3 * * 7")]
    [InlineData("0 5-3 * * *")]
    [InlineData("*/0 3 * * *")]
    [InlineData("0  3 * * *")]
    [InlineData("0 3 * * mon\n")]
    public void Rejects_what_it_would_not(string schedule) => Assert.False(EtcdSchedule.IsValid(schedule));

    [Theory]
    [InlineData("17 */6 * * *", 6 * 3600)]
    [InlineData("0 3 * * *", 24 * 3600)]
    [InlineData("0,30 * * * *", 1800)]
    [InlineData("5/20 * * * *", 1200)]
    [InlineData("0 2 * * 1", 7 * 24 * 3600)]
    [InlineData("0 2 1 * *", 31 * 24 * 3600)]
    [InlineData("0 9-17 * * 1-5", 64 * 3600)]
    public void Knows_the_longest_time_between_two_runs(string schedule, int seconds) => Assert.Equal(seconds, EtcdSchedule.LongestGapSeconds(schedule));
}
