using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules.Aws.Ec2;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Ec2;

public sealed class VolumeEncryptionTests
{
    private const string Mapped = "blockDeviceMappings[1].ebs.encrypted";
    private const string Remedy = "Set encrypted to true for each device; an existing volume must be copied through a snapshot.";

    private static readonly VolumeEncryption Rule = new();

    private static readonly Sample Volume = Sample.Of("aws:ebs/volume:Volume", "{ availabilityZone: eu-central-1a, size: 10, encrypted: true }");

    [Fact]
    public void Accepts_encrypted_volumes() => RuleCheck.Accepts(Rule, AwsSamples.LaunchTemplate, AwsSamples.Instance, AwsSamples.Component, Volume);

    [Fact]
    public void Accepts_what_is_as_its_snapshot_is() => RuleCheck.Accepts(
        Rule,
        AwsSamples.LaunchTemplate.Without(Mapped).With("blockDeviceMappings[1].ebs.snapshotId", "snap-1"),
        Volume.Without("encrypted").With("snapshotId", "snap-1"));

    [Fact]
    public void Accepts_devices_that_are_no_volumes() => RuleCheck.Accepts(
        Rule, AwsSamples.LaunchTemplate.With("blockDeviceMappings", "[{ deviceName: /dev/sdb, virtualName: ephemeral0 }, { deviceName: /dev/sdc, noDevice: '' }]"));

    [Fact]
    public void Accepts_an_instance_whose_launch_template_decides() =>
        RuleCheck.Accepts(Rule, AwsSamples.Instance.Without("rootBlockDevice").With("launchTemplate", "{ id: lt-1 }"));

    [Fact]
    public void Rejects_a_device_of_a_launch_template() => RuleCheck.Rejects(
        Rule, $"blockDeviceMappings[1].ebs.encrypted is 'false'; allowed: 'true'. {Remedy}", AwsSamples.LaunchTemplate.With(Mapped, "'false'"));

    [Fact]
    public void Rejects_a_device_that_says_nothing() => RuleCheck.Rejects(
        Rule, $"blockDeviceMappings[1].ebs.encrypted is not set; allowed: 'true'. {Remedy}", AwsSamples.LaunchTemplate.Without(Mapped));

    [Fact]
    public void Rejects_a_volume() => RuleCheck.Rejects(Rule, $"encrypted is not set; allowed: true. {Remedy}", Volume.Without("encrypted"));

    [Fact]
    public void Rejects_the_root_of_an_instance_that_says_nothing() => RuleCheck.Rejects(
        Rule, $"rootBlockDevice.encrypted is not set; allowed: true. {Remedy}", AwsSamples.Instance.Without("rootBlockDevice"));

    [Fact]
    public void Rejects_a_further_device_of_an_instance() => RuleCheck.Rejects(
        Rule, $"ebsBlockDevices[0].encrypted is false; allowed: true. {Remedy}", AwsSamples.Instance.With("ebsBlockDevices[0].encrypted", "false"));

    [Fact]
    public void Rejects_the_nodes_of_a_component() => RuleCheck.Rejects(
        Rule, $"nodeRootVolumeEncrypted is false; allowed: true. {Remedy}", AwsSamples.Component.With("nodeRootVolumeEncrypted", "false"));

    [Fact]
    public void Still_sees_the_other_device_when_one_is_known_only_after_the_deployment()
    {
        var findings = RuleCheck.Run(Rule, AwsSamples.LaunchTemplate.WithUnknown("blockDeviceMappings[0].ebs").With(Mapped, "'false'"));
        Assert.Equal([$"blockDeviceMappings[1].ebs.encrypted is 'false'; allowed: 'true'. {Remedy}"], findings.Violations.Select(v => v.Message));
        Assert.Equal(["blockDeviceMappings[0].ebs is known only after the deployment"], findings.NotApplicable.Select(n => n.Reason));
    }

    [Fact]
    public void Corrects_all_devices_of_a_launch_template()
    {
        var broken = AwsSamples.LaunchTemplate.With(Mapped, "'false'").Without("blockDeviceMappings[0].ebs.encrypted").Resource;
        var corrected = new PolicyResource(broken.Urn, broken.Type, broken.Name, Rule.Remediate(broken)!);
        Assert.Equal(["true", "true"], corrected["blockDeviceMappings"].Items.Select(mapping => mapping["ebs"]["encrypted"].Text));
        Assert.Null(Rule.Remediate(AwsSamples.LaunchTemplate.Resource));
    }

    [Fact]
    public void Leaves_alone_what_would_be_replaced() => Assert.Null(Rule.Remediate(Volume.Without("encrypted").Resource));
}
