using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Platform;

/// <summary>Rules for <see cref="NamespacesArgs"/>.</summary>
public static class NamespacesRules
{
    /// <summary>All mistakes in <paramref name="items"/>.</summary>
    /// <param name="items">The namespaces wanted.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ImmutableArray<NamespaceDefinition> items, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (items.IsDefaultOrEmpty)
        {
            findings.Add(DiagnosticIds.OutOfRange, "items", "empty", "at least one namespace");
            return findings.Diagnostics;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < items.Length; index++)
        {
            var name = items[index].Name;
            if (!KubernetesNames.IsDnsLabel(name))
                findings.Add(DiagnosticIds.InvalidName, $"items[{index}].name", $"'{name}'", $"{KubernetesNames.DnsLabelRule}, at most {KubernetesNames.MaximumLength} characters");
            if (!seen.Add(name))
                findings.Add(DiagnosticIds.DuplicateName, $"items[{index}].name", $"'{name}' again", "each name once");
            if (items[index] is { AllowDns: true, DefaultDeny: false })
            {
                findings.Add(DiagnosticIds.ContradictorySettings, $"items[{index}].allowDns", "true", "false with defaultDeny false",
                    "Where nothing is denied, a policy that opens DNS closes everything else.");
            }
        }
        return findings.Diagnostics;
    }
}
