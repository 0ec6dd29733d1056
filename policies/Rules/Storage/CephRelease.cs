using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Releases;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>A release of Ceph that Rook supports, and that changes only when somebody changes it.</summary>
internal sealed class CephRelease() : KubernetesRule(new PolicyMetadata("ceph-release")
{
    Title = "Ceph's release is supported and pinned",
    Description = "With a moving tag, daemons that restart are upgraded one by one, in no order. A release that Rook does not know may lose data in an upgrade.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6"), FrameworkReference.KubeLinter("latest-tag")],
    Remedy = "Name a full release, such as quay.io/ceph/ceph:v20.2.4, and set allowUnsupported to false.",
    Url = "https://rook.io/docs/rook/latest/Upgrade/ceph-upgrade/",
}, "CephCluster")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (!CephKinds.IsOwnCluster(item))
        {
            return;
        }

        var version = item.Spec["cephVersion"];
        report.Part(item.Resource, () =>
        {
            if (version["allowUnsupported"].Flag == true)
            {
                report.Violation(version["allowUnsupported"], "false");
            }
        });
        if (ReleaseImage.At(version["image"]) is { Release: null, Digest.Length: 0 })
        {
            report.Violation(version["image"], "an image with a full release, or a digest");
        }
    }
}
