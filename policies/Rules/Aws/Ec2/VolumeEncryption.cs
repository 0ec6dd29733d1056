using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Ec2;

/// <summary>
/// EC2: encrypted volumes. What is made from a snapshot is encrypted as the snapshot is, and cannot be told from here. Only launch templates are corrected: on a volume
/// or an instance the change would replace what holds the data.
/// </summary>
internal sealed class VolumeEncryption() : ResourceRule(
    new PolicyMetadata("ec2-volume-encryption")
    {
        Title = "Volumes are encrypted",
        Description = "Disks, snapshots and the caches of pulled images and models outlive the instance, and can be read by whoever gets hold of them.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.AwsFsbp("EC2.3"), FrameworkReference.AwsFsbp("EC2.181"), AwsFrameworks.Awsguard("encrypted-volumes"), AwsFrameworks.Checkov("CKV_AWS_3")],
        Remedy = "Set encrypted to true for each device; an existing volume must be copied through a snapshot.",
        Url = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
    AwsTypes.LaunchTemplate, AwsTypes.Volume, AwsTypes.Instance, AwsTypes.SpotInstanceRequest, AwsTypes.LaunchConfiguration, AwsTypes.EksComponent)
{
    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        report.Part(resource, () => report.Each(resource, Plain(resource), device => Check(device, report)));
        report.Part(resource, () => report.Each(resource, resource["ebsBlockDevices"].Items, device => Check(device, report)));
        report.Part(resource, () => report.Each(resource, resource["blockDeviceMappings"].Items, mapping => CheckMapping(mapping, report)));
        if (resource.Type == AwsTypes.EksComponent && resource["nodeRootVolumeEncrypted"] is { Flag: false } root)
        {
            report.Violation(root, "true");
        }
    }

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource)
    {
        if (resource.Type != AwsTypes.LaunchTemplate)
        {
            return null;
        }

        PropertyValue.Map? changed = null;
        var count = resource["blockDeviceMappings"].Items.Count();
        for (var index = 0; index < count; index++)
        {
            var current = changed is null ? resource : new PolicyResource(resource.Urn, resource.Type, resource.Name, changed);
            var mapping = current["blockDeviceMappings"].Items.ElementAt(index);
            if (HasOwnVolume(mapping) && mapping["ebs"]["encrypted"] is { Flag: not true } encrypted)
            {
                changed = encrypted.Replaced(new PropertyValue.Text("true")) ?? changed;
            }
        }

        return changed;
    }

    // The root of an instance exists also when nothing is said about it.
    private static Property[] Plain(PolicyResource resource) => resource.Type switch
    {
        AwsTypes.Volume => [resource.Properties],
        AwsTypes.LaunchTemplate or AwsTypes.EksComponent => [],
        _ when resource["rootBlockDevice"].IsMissing && resource["launchTemplate"].Exists => [],
        _ => [resource["rootBlockDevice"]],
    };

    private static void Check(Property device, RuleReport report)
    {
        if (device["encrypted"] is { Flag: not true } encrypted && (encrypted.Flag == false || device["snapshotId"].IsMissing))
        {
            report.Violation(encrypted, "true");
        }
    }

    private static void CheckMapping(Property mapping, RuleReport report)
    {
        if (HasOwnVolume(mapping) && mapping["ebs"]["encrypted"] is { Flag: not true } encrypted)
        {
            report.Violation(encrypted, "'true'");
        }
    }

    private static bool HasOwnVolume(Property mapping) => mapping["ebs"] is { IsMap: true } ebs && ebs["snapshotId"].IsMissing && mapping["noDevice"].IsMissing && mapping["virtualName"].IsMissing;
}
