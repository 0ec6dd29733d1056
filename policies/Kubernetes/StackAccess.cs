using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>The role bindings of a stack by what they bind.</summary>
internal sealed class StackAccess
{
    private const string UserPrefix = "system:serviceaccount:";
    private const string AllAccounts = "system:serviceaccounts";

    private readonly HashSet<(string Namespace, string Name)> _accounts = [];
    private readonly HashSet<string> _namesAnywhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rolesOfCluster = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rolesOfNamespaces = new(StringComparer.Ordinal);

    private StackAccess(PolicyStack stack)
    {
        foreach (var binding in stack.OfKind("RoleBinding").Concat(stack.OfKind("ClusterRoleBinding")).Where(b => b.Group == "rbac.authorization.k8s.io"))
        {
            Add(binding);
        }
    }

    /// <summary>The bindings of <paramref name="stack"/>.</summary>
    public static StackAccess Of(PolicyStack stack) => stack.View(s => new StackAccess(s));

    /// <summary>Whether some binding's subjects or role cannot be read, so that absence proves nothing.</summary>
    public bool HasUnreadable { get; private set; }

    /// <summary>Whether some binding's role cannot be read.</summary>
    public bool HasUnreadableRoles { get; private set; }

    /// <summary>Whether a role is bound to a service account. Without a namespace on either side the name decides.</summary>
    public bool Binds(string space, string account) =>
        _accounts.Contains((space, account)) || _accounts.Contains(("", account)) || (space.Length == 0 && _namesAnywhere.Contains(account))
        || _groups.Contains(AllAccounts) || _groups.Contains($"{AllAccounts}:{space}");

    /// <summary>Whether the ClusterRole called <paramref name="name"/> is bound only within namespaces.</summary>
    public bool IsBoundOnlyInNamespaces(string name) => _rolesOfNamespaces.Contains(name) && !_rolesOfCluster.Contains(name);

    private void Add(KubernetesObject binding)
    {
        var role = binding.Root["roleRef"];
        if (role["kind"].IsUnreadable || role["name"].IsUnreadable)
        {
            HasUnreadable = HasUnreadableRoles = true;
        }
        else if (role["kind"].Text == "ClusterRole" && role["name"].Text is { } name)
        {
            (binding.Kind == "ClusterRoleBinding" ? _rolesOfCluster : _rolesOfNamespaces).Add(name);
        }

        if (binding.Root["subjects"].IsUnreadable)
        {
            HasUnreadable = true;
            return;
        }

        foreach (var subject in binding.Root["subjects"].Items)
        {
            AddSubject(binding, subject);
        }
    }

    private void AddSubject(KubernetesObject binding, Property subject)
    {
        var (kind, subjectName, space) = (subject["kind"], subject["name"], subject["namespace"]);
        if (kind.IsUnreadable || subjectName.IsUnreadable || space.IsUnreadable)
        {
            HasUnreadable = true;
            return;
        }

        var name = subjectName.Text ?? "";
        switch (kind.Text)
        {
            case "ServiceAccount":
                _accounts.Add((space.Text ?? binding.Namespace ?? "", name));
                _namesAnywhere.Add(name);
                break;
            case "User" when name.StartsWith(UserPrefix, StringComparison.Ordinal) && name[UserPrefix.Length..].Split(':') is [var of, var account]:
                _accounts.Add((of, account));
                _namesAnywhere.Add(account);
                break;
            case "Group":
                _groups.Add(name);
                break;
            default:
                break;
        }
    }
}
