using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>One entry of a role's <c>rules</c>.</summary>
internal sealed class AccessRule(Property root)
{
    private const string All = "*";

    /// <summary>Its place.</summary>
    public Property Root { get; } = root;

    /// <summary>The entries of a Role or ClusterRole; none of those that Kubernetes makes itself, and marks so.</summary>
    public static IEnumerable<AccessRule> Of(KubernetesObject role) =>
        role.Group == "rbac.authorization.k8s.io" && role.Labels["kubernetes.io/bootstrapping"].IsMissing ? role.Root["rules"].Items.Select(rule => new AccessRule(rule)) : [];

    /// <summary>Whether it is for certain objects only, by name.</summary>
    public bool IsForNamedObjects => Root["resourceNames"].Items.Any();

    /// <summary>Whether it is about <paramref name="resource"/> by that name, and about <paramref name="group"/>.</summary>
    /// <exception cref="UnknownValueException">Something of it is not known yet.</exception>
    public bool Names(string group, string resource) => Has("apiGroups", group) && Root["resources"].Items.Any(r => r.Text == resource);

    /// <summary>Whether it is about <paramref name="resource"/>, by its name or by a star.</summary>
    /// <exception cref="UnknownValueException">Something of it is not known yet.</exception>
    public bool Covers(string group, string resource) => Has("apiGroups", group) && Has("resources", resource);

    /// <summary>Whether it allows one of <paramref name="verbs"/>.</summary>
    /// <exception cref="UnknownValueException">Something of it is not known yet.</exception>
    public bool Allows(params ReadOnlySpan<string> verbs)
    {
        foreach (var verb in verbs)
        {
            if (Has("verbs", verb))
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(string list, string value) => Root[list].Items.Any(item => item.Text is { } text && (text == value || text == All));
}
