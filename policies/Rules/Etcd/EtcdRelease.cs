using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Releases;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>Releases of etcd that show watchers what they may not read.</summary>
internal sealed class EtcdRelease() : EtcdRule(new PolicyMetadata("etcd-release")
{
    Title = "etcd's release keeps its access rules",
    Description = "Before 3.6.14 and 3.7.1, a user who may read one key could watch keys that he may not read (GHSA-xg4h-6gfc-h4m8).",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Upgrade one minor release at a time.",
    Url = "https://github.com/etcd-io/etcd/releases",
    DefaultLevel = EnforcementLevel.Advisory,
    Settings =
    [
        new RuleSetting(MinimumRelease, RuleSettingKind.Text, "Oldest release that is accepted.") { Default = EtcdDefaults.MinimumRelease },
    ],
})
{
    private const string MinimumRelease = "minimumRelease";

    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        if (ReleaseImage.At(member.Container.Image) is not { } image || !EtcdMember.IsEtcdImage(image))
        {
            return;
        }

        if (image.Release is not { } release)
        {
            report.Undecided(member.Owner.Resource, $"{member.Container.Image.Path} names no release");
            return;
        }

        // The next line was mended on its own; whoever accepts older ones accepts its beginning too.
        var minimum = report.Text(MinimumRelease);
        var floor = minimum == EtcdDefaults.MinimumRelease && release is { Major: 3, Minor: 7 } ? EtcdDefaults.MinimumRelease37 : minimum;
        if (ReleaseNumber.Parse(floor) is { } oldest && release.IsBefore(oldest))
        {
            report.Violation(member.Container, member.Container.Image, $"release {floor} or newer");
        }
    }
}
