using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class ScrapeTargetsRulesTests
{
    private static string[] Lines(ScrapeTargetsSpec spec) => ScrapeTargetsRules.Check(spec, "targets", "Change it.").Lines();

    [Theory]
    [InlineData(5, "")]
    [InlineData(60, "node-agents")]
    public void Accepts_what_makes_sense(int seconds, string space) => Assert.Empty(Lines(new ScrapeTargetsSpec { ScrapeSeconds = seconds, GpuExporterNamespace = space }));

    [Fact]
    public void Rejects_scrapes_that_rules_cannot_work_with() =>
        Assert.Equal(["CB2002: targets.scrapeSeconds is 61; allowed: 5 to 60. Change it."], Lines(new ScrapeTargetsSpec { ScrapeSeconds = 61 }));

    [Fact]
    public void Rejects_a_namespace_that_cannot_exist() =>
        Assert.Equal(
            ["CB2001: targets.gpuExporterNamespace is 'GPU Operator'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, or empty. Change it."],
            Lines(new ScrapeTargetsSpec { GpuExporterNamespace = "GPU Operator" }));
}
