using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class BudgetTests
{
    [Fact]
    public void The_grace_period_outlasts_pause_and_streams() =>
        Prop.ForAll(Gen.Choose(ModelPoolDefaults.DrainSeconds.Minimum, ModelPoolDefaults.DrainSeconds.Maximum).ToArbitrary(), drainSeconds =>
        {
            var drain = Pools.Spec.With(plan => plan with { DrainSeconds = drainSeconds }).Drain;
            return drain.GracePeriodSeconds > drain.PreStopSeconds + drainSeconds && drain.ShutdownTimeoutSeconds == drainSeconds;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Probes_last_the_start_up_time_and_less_than_one_period_more() =>
        Prop.ForAll(Gen.Choose(1, 7200).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (startup, period) =>
        {
            var seconds = ProbeBudget.FailureThreshold(startup, period) * period;
            return seconds >= startup && seconds < startup + period;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public void Times_below_a_second_are_refused(int startup, int period) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbeBudget.FailureThreshold(startup, period));
}
