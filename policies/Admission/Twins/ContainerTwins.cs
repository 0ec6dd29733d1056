using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Admission.Twins;

/// <summary>What containers ask for, run, and are asked.</summary>
internal static class ContainerTwins
{
    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        // A limit counts as a request of the same size, and what the pod as a whole has is shared by its containers.
        PodTwins.OfContainers(
            "container-resource-requests",
            string.Join(" || ", new[] { "cpu", "memory" }.Select(resource => $"!({Positive("c", $"resources.requests.{resource}")} || !({Cel.Has("c", $"resources.requests.{resource}")}) && ({Cel.Has("c", $"resources.limits.{resource}")}"
                + $" || {Positive("variables.spec", $"resources.requests.{resource}")} || {Positive("variables.spec", $"resources.limits.{resource}")}))")),
            PodTwins.Planned),

        PodTwins.OfContainers(
            "container-resource-limits",
            $"!({Positive("c", "resources.limits.memory")} || !({Cel.Has("c", "resources.limits.memory")}) && {Positive("variables.spec", "resources.limits.memory")})",
            PodTwins.Planned),

        // A digest names one image, whatever the tag before it says.
        PodTwins.OfContainers(
            ImageTag,
            $"has(c.image) && c.image.matches({Cel.Text(Image)}) && (!c.image.matches({Cel.Text(Tag)}) || {string.Join(" || ", MovingTags.Select(pattern => $"c.image.matches({Cel.Text(pattern)})"))})"),

        PodTwins.OfContainers("container-image-digest", $"has(c.image) && !c.image.contains('@') && c.image.matches({Cel.Text(Tag)})"),

        PodTwins.OfContainers("container-read-only-root", $"!{PodTwins.AreForWindows} && !{Cel.Or("c", "securityContext.readOnlyRootFilesystem", "false")}", PodTwins.Planned),

        Probe("container-liveness-probe", "livenessProbe"),

        Probe("container-readiness-probe", "readinessProbe"),
    ];

    private const string ImageTag = "container-image-tag";

    // A name without a digest that a registry can have; other names are for another rule.
    private const string Image = "^([A-Za-z0-9.:-]+/)?[a-z0-9._/-]+(:[A-Za-z0-9_.-]+)?$";

    private const string Tag = ":[A-Za-z0-9_][A-Za-z0-9_.-]*$";

    /// <summary>Tags with the word latest; tags without digits that are, begin with or end in one of the other words. The words are the setting of the rule.</summary>
    private static IEnumerable<string> MovingTags
    {
        get
        {
            var words = (IReadOnlyList<string>)PolicyCatalogue.Find(ImageTag)!.Metadata.Settings.Single().Default;
            var any = $"(?i:{string.Join('|', words)})";
            return [":([A-Za-z0-9_.-]*[-._])?(?i:latest)([-._][A-Za-z0-9_.-]*)?$", $":{any}([-._][A-Za-z_.-]*)?$", $":[A-Za-z_.-]*[-._]{any}$"];
        }
    }

    private static AdmissionTwin Probe(string rule, string probe) =>
        PodTwins.OfContainers(rule, $"!({Cel.Or("variables.spec", "restartPolicy", "'Always'")} in ['Never', 'OnFailure']) && !has(c.{probe})", PodTwins.Main) with { Targets = PodTwins.Services };

    /// <summary>Whether there is a quantity, and it is not nothing.</summary>
    private static string Positive(string root, string path) => $"({Cel.Has(root, path)} && !string({root}.{path}).matches('^0*[.]?0*[A-Za-z]*$'))";
}
