using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Releases;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Where the assistant listens: one of the words it knows, and not only for itself when others have to reach it.</summary>
internal sealed class AssistantBind() : AssistantConfigurationRule(new PolicyMetadata("assistant-bind")
{
    Title = "The assistant listens where it is asked",
    Description = "The setting is a word, not an address: with 0.0.0.0, or without mode local, the assistant refuses to start. With loopback, neither a Service nor the kubelet's probes reach it.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("B2")],
    Remedy = "Set gateway.mode to local and gateway.bind to lan, with authentication on.",
    Url = "https://docs.openclaw.ai/gateway/configuration",
})
{
    private const string Words = "lan, loopback, tailnet, auto or custom";

    private static readonly string[] Binds = ["lan", "loopback", "tailnet", "auto", "custom"];

    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var view = stack.View(s => new AssistantView(s));
        report.Each(null, view.Servers, server => report.Part(server.Resource, () =>
        {
            var configuration = view.ConfigurationsOf(server).FirstOrDefault();
            var document = configuration?.Text is { IsUnreadable: false } ? configuration.Document : null;
            if (document is not null && document["gateway"]["mode"].IsMissing && !AssistantConfiguration.HasOtherFiles(document) && !StartsUnconfigured(server))
            {
                report.Violation(document["gateway"]["mode"], "local");
            }

            CheckReach(stack, server, document?["gateway"]["bind"], report);
        }));
    }

    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var gateway = document["gateway"];
        if (gateway["mode"].Exists && gateway["mode"].Text != "local")
        {
            report.Violation(gateway["mode"], "local");
        }

        var bind = gateway["bind"];
        if (bind.Exists && !Binds.Contains(bind.Text, StringComparer.Ordinal))
        {
            report.Violation(bind, Words);
        }
        else if (bind.Text == "custom" && string.IsNullOrEmpty(gateway["customBindHost"].Text))
        {
            report.Violation(gateway["customBindHost"], "the address to listen at");
        }
    }

    // Images of the first months had the option in their own command.
    private static bool StartsUnconfigured(AssistantServer server) => server.Words.Contains("--allow-unconfigured")
        || (server.Words.Count == 0 && (server.Image.IsUnreadable || ReleaseImage.At(server.Image)?.Release is not { } release || release.IsBefore(AssistantDefaults.ConfiguredSince)));

    // Nothing outside of the pod reaches loopback; that is fine until something outside is told to.
    private static void CheckReach(PolicyStack stack, AssistantServer server, Property? bind, RuleReport report)
    {
        if (server.Container is not { } container || (server.Option("--bind") ?? bind?.Text) != "loopback")
        {
            return;
        }

        var at = server.Option("--bind") is null ? bind! : server.Root["args"];
        var probe = Probes.Select(key => container.Root[key]).FirstOrDefault(place => (place["httpGet"].Exists && place["httpGet"]["host"].IsMissing) || place["tcpSocket"].Exists);
        if (probe is not null)
        {
            report.Violation(at, "lan", $"The kubelet asks from outside, in {probe.Path} of {container}.");
        }
        else if (stack.OfKind("Service").FirstOrDefault(service => Reaches(service, container)) is { } service)
        {
            report.Violation(at, "lan", $"{ShownValue.OneLine(service.ShortName)} leads to it.");
        }
    }

    private static bool Reaches(KubernetesObject service, Container container)
    {
        var owner = container.Workload.Owner;
        if (service.Namespace != owner.Namespace || service.Spec["selector"].IsUnreadable || !LabelSelector.MapSelects(service.Spec["selector"], container.Workload.PodMetadata["labels"]))
        {
            return false;
        }

        // Another container of the pod, such as a proxy, may be what the Service is for.
        var others = container.Workload.Containers
            .Where(other => other.Root.Path != container.Root.Path)
            .SelectMany(other => other.Root["ports"].Items)
            .SelectMany(port => new[] { port["name"].Scalar, port["containerPort"].Scalar })
            .ToHashSet(StringComparer.Ordinal);
        return service.Spec["ports"].Items.Any(port => !others.Contains(port["targetPort"].Scalar ?? port["port"].Scalar));
    }
}
