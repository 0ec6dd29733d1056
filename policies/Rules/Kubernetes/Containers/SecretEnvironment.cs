using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Secrets written into the pod's specification.</summary>
internal sealed class SecretEnvironment() : ContainerRule(new PolicyMetadata("container-secret-env")
{
    Title = "Secrets are not literals in the environment or command line",
    Description = "Whoever may look at a pod, its events or the history of its Deployment reads them there. A Secret is a right of its own.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.KubeLinter("env-var-secret"), FrameworkReference.Polaris("sensitiveContainerEnvVar"), FrameworkReference.Nsa("C-0012"), FrameworkReference.CisKubernetes("5.4.1")],
    Remedy = "Keep it in a Secret, and mount it as a file or take it with secretKeyRef.",
    Url = "https://kubernetes.io/docs/concepts/configuration/secret/",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var resource = container.Workload.Owner.Resource;
        report.Each(resource, container.Environment, variable => CheckVariable(container, variable, report));
        var words = container.CommandLine;
        report.Each(resource, Enumerable.Range(0, words.Count), at => CheckArgument(container, words[at], at + 1 < words.Count ? words[at + 1] : null, report));
    }

    private static void CheckArgument(Container container, Property part, Property? next, RuleReport report)
    {
        if (part.Text is not { } text)
        {
            return;
        }

        var resource = container.Workload.Owner.Resource;
        if (SecretFormats.Find(text) is { } kind)
        {
            report.Violation(resource, $"{part.Path} of {container}", kind, "an argument without a secret");
        }
        else if (text.StartsWith('-'))
        {
            // --name=value, or --name and then the value.
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var value = equals > 0 ? text[(equals + 1)..] : next is { IsUnreadable: false } ? next.Text : null;
            if (value is not null && !value.StartsWith('-') && SecretSettings.IsSecret((equals > 0 ? text[..equals] : text).TrimStart('-'), value))
            {
                report.Violation(
                    resource, $"{(equals > 0 ? part : next!).Path} of {container}", "a literal under the name of a secret", "$(NAME) with a variable from a Secret, or a path to a mounted file");
            }
        }
    }

    private static void CheckVariable(Container container, Property variable, RuleReport report)
    {
        const string Allowed = "valueFrom.secretKeyRef, or a path to a mounted file";
        var value = variable["value"];
        var what = $"{value.Path} of {container}";

        // When all of the environment is secret, nobody can tell which of it is.
        if (value.IsSecret && !container.Root["env"].IsSecret && (value.IsUnreadable || value.Exists))
        {
            report.Violation(value.Resource, what, "a secret", Allowed, "The program marked it as secret, but a pod's literals are readable.");
            return;
        }

        if (value.Text is not { Length: > 0 } text)
        {
            return;
        }

        var name = variable["name"] is { IsUnreadable: false } place ? place.Text ?? "" : "";
        if (SecretFormats.Find(text) is { } kind)
        {
            report.Violation(value.Resource, what, kind, Allowed);
        }
        else if (SecretNames.Suggests(name, text))
        {
            report.Violation(value.Resource, what, $"a literal under the name {variable["name"].Shown}", Allowed);
        }
        else if (RandomText.IsKey(text) && !SecretNames.IsPublic(name))
        {
            report.Violation(value.Resource, what, "a text that looks like a key", Allowed);
        }
    }
}
