using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Snapshots;

public sealed class UpgradeCheckTests
{
    private const string Old = "urn:pulumi:test::clawdbot::kubernetes:v1:Service::old";

    [Fact]
    public void Accepts_a_urn_that_is_still_there() =>
        Assert.Empty(UpgradeCheck.Lost(UpgradeCheck.Parse(UpgradeCheck.Record(Renamed())), Renamed()));

    [Fact]
    public void Accepts_a_urn_that_an_alias_covers() => Assert.Empty(UpgradeCheck.Lost([Old], Renamed(Old)));

    [Fact]
    public void Rejects_a_urn_that_is_gone() => Assert.Equal([Old], UpgradeCheck.Lost([Old, Renamed().Resources[0].Urn], Renamed()));

    [Fact]
    public void Rejects_a_urn_whose_alias_is_another() => Assert.Equal([Old], UpgradeCheck.Lost([Old], Renamed(Old + "er")));

    private static Plan Renamed(params string[] aliases) => TestPlans.Of(
        TestPlans.Object("v1", "Service", "new") with { Options = new PlanOptions { Aliases = [.. aliases] } });
}
