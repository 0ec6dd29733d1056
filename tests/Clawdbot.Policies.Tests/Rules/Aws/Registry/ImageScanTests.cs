using Clawdbot.Policies.Rules.Aws.Registry;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Registry;

public sealed class ImageScanTests
{
    private static readonly ImageScan Rule = new();

    private static readonly Sample Repository = Sample.Of("aws:ecr/repository:Repository", "imageScanningConfiguration: { scanOnPush: true }");

    [Fact]
    public void Accepts_a_scan_on_push() => RuleCheck.Accepts(Rule, Repository);

    [Fact]
    public void Accepts_a_scan_by_the_registry() => RuleCheck.Accepts(
        Rule, Repository.Without("imageScanningConfiguration"), Sample.Of("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", "scanType: ENHANCED"));

    [Fact]
    public void Rejects_no_scan() => RuleCheck.Rejects(
        Rule,
        "imageScanningConfiguration.scanOnPush is not set; allowed: true. Set imageScanningConfiguration to scanOnPush true, or configure scanning for the registry.",
        Repository.Without("imageScanningConfiguration"));
}
