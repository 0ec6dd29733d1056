using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Readiness;

public sealed class ReadinessRulesTests
{
    private static ReadinessSpec Spec { get; } = ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec(), new ReadinessOptions());

    public static TheoryData<ReadinessSpec, string> Bad { get; } = new()
    {
        { Spec with { Pools = [] }, "CB2802: R.pools is empty; allowed: at least one pool. Change it." },
        { Spec with { Gpus = [] }, "CB2802: R.gpus is empty; allowed: at least one GPU SKU. Change it." },
        { Loaded(load => load with { Models = [] }), "CB2802: R.models is empty; allowed: at least one model. Change it." },
        { Spec with { EtcdEndpoints = [.. Spec.EtcdEndpoints.Take(1)] }, "CB2803: R.etcdEndpoints is 1; allowed: an odd number of members from 3 on. Item 9 of the checklist would never hold; change etcd.members. Change it." },
        { Spec with { EtcdEndpoints = Spec.EtcdEndpoints.Add("https://etcd-3:2379") }, "CB2803: R.etcdEndpoints is 4; allowed: an odd number of members from 3 on. Item 9 of the checklist would never hold; change etcd.members. Change it." },
        { Spec with { PatienceSeconds = 1801 }, "CB2002: R.patienceSeconds is 1801; allowed: 0 to 1800. Change it." },
        { Profile(profile => profile with { Messages = 200 }), "CB2804: R.messages is 200; allowed: at least 201. With fewer, one failed message is more than the allowed share of errors. Change it." },
        { Profile(profile => profile with { Concurrency = 0 }), "CB2002: R.concurrency is 0; allowed: 1 to 1000. Change it." },
        { Profile(profile => profile with { Seconds = 5 }), "CB2002: R.seconds is 5; allowed: 10 to 3600. Change it." },
        { Profile(profile => profile with { Concurrency = 161 }), "CB2801: R.concurrency is 161; allowed: at most 160, which gateway.concurrentPerClient and gateway.inFlight + gateway.queue let one client have. The gateway would refuse the rest, and the load would count that as errors; lower the load or raise the gateway's limits. Change it." },
        { Loaded(load => load with { Seed = -1 }), "CB2002: R.seed is -1; allowed: 0 to 2147483647. Change it." },
        { Loaded(load => load with { RequestSeconds = 0 }), "CB2002: R.requestSeconds is 0; allowed: 1 to 3600. Change it." },
        { Loaded(load => load with { Image = "mcr.microsoft.com/dotnet/sdk:latest" }), "CB2009: R.image is 'mcr.microsoft.com/dotnet/sdk:latest'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. The program's sources are compiled by this image. Change it." },
    };

    public static TheoryData<ReadinessOptions, string> BadOptions { get; } = new()
    {
        { new ReadinessOptions { Profile = "hott" }, "CB2800: R.profile is 'hott'; allowed: normal, active, hot, gate. Did you mean 'hot'? Change it." },
        { new ReadinessOptions { ProfileSeconds = 9 }, "CB2002: R.profileSeconds is 9; allowed: 10 to 3600. Change it." },
        { new ReadinessOptions { Run = 0 }, "CB2002: R.run is 0; allowed: 1 to 1000000. Change it." },
        { new ReadinessOptions { KneePercent = 101 }, "CB2002: R.kneePercent is 101; allowed: 10 to 100. Change it." },
    };

    [Fact]
    public void Accepts_what_is_planned() => Assert.Empty(ReadinessGateRules.Check(Spec, "R", "Change it."));

    [Fact]
    public void Accepts_five_members_and_the_most_that_a_client_may_have() =>
        Assert.Empty(ReadinessGateRules.Check(
            ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec { Members = 5 }, new ReadinessOptions { Concurrency = 160, PatienceSeconds = 0 }), "R", "Change it."));

    [Fact]
    public void Accepts_the_default_choices() => Assert.Empty(LoadTestRules.CheckOptions(new ReadinessOptions(), "R", "Change it."));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Rejects_with_a_message_that_says_what_to_do(ReadinessSpec spec, string message) =>
        Assert.Equal([message], ReadinessGateRules.Check(spec, "R", "Change it.").Lines());

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Rejects_choices_with_a_message_that_says_what_to_do(ReadinessOptions options, string message) =>
        Assert.Equal([message], LoadTestRules.CheckOptions(options, "R", "Change it.").Lines());

    private static ReadinessSpec Loaded(Func<LoadTestSpec, LoadTestSpec> change) => Spec with { Load = change(Spec.Load) };

    private static ReadinessSpec Profile(Func<LoadProfile, LoadProfile> change) => Loaded(load => load with { Profile = change(load.Profile) });
}
