using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Nodes;

/// <summary>Rules for <see cref="PodIdentitySpec"/>.</summary>
public static class PodIdentityRules
{
    /// <summary>All mistakes in <paramref name="identities"/>.</summary>
    /// <param name="identities">The service accounts with AWS permissions.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ImmutableArray<PodIdentitySpec> identities, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        for (var index = 0; index < identities.Length; index++)
        {
            var identity = identities[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"podIdentities[{index}]");
            Name($"{path}.name", identity.Name);
            Name($"{path}.namespace", identity.Namespace);
            if (!KubernetesNames.IsDnsSubdomain(identity.ServiceAccount))
                findings.Add(DiagnosticIds.InvalidName, $"{path}.serviceAccount", $"'{identity.ServiceAccount}'", "the name of a ServiceAccount");
            if (identities.Take(index).Any(earlier => earlier.Name == identity.Name || (earlier.Namespace == identity.Namespace && earlier.ServiceAccount == identity.ServiceAccount)))
                findings.Add(DiagnosticIds.DuplicateName, path, $"'{identity.Name}' for {identity.Namespace}/{identity.ServiceAccount} again", "each name and each service account once");
            foreach (var statement in identity.Statements.Where(IsBroad))
                findings.Add(NodesDiagnosticIds.BroadPermission, $"{path}.statements", $"{string.Join(", ", statement.Actions)} on {string.Join(", ", statement.Resources)}", "named actions of one service on named resources");
        }
        return findings.Diagnostics;

        void Name(string member, string name)
        {
            if (!KubernetesNames.IsDnsLabel(name))
                findings.Add(DiagnosticIds.InvalidName, member, $"'{name}'", $"{KubernetesNames.DnsLabelRule}, at most {KubernetesNames.MaximumLength} characters");
        }
    }

    private static bool IsBroad(IamStatement statement) =>
        statement.Resources.IsDefaultOrEmpty || statement.Resources.Contains("*") || statement.Actions.IsDefaultOrEmpty
        || statement.Actions.Any(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal));
}
