using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Aws;

/// <summary>A statement of an IAM policy. What may be one or several is always several here.</summary>
internal sealed class PolicyStatement(Property place)
{
    /// <summary>Where it stands.</summary>
    public Property Place { get; } = place;

    /// <summary>Whether it allows; otherwise it denies.</summary>
    public bool IsAllow => Place["Effect"].Text == "Allow";

    /// <summary>The actions that it names.</summary>
    public IEnumerable<Property> Actions => Several(Place["Action"]);

    /// <summary>All actions except these.</summary>
    public Property NotAction => Place["NotAction"];

    /// <summary>The resources that it names.</summary>
    public IEnumerable<Property> Resources => Several(Place["Resource"]);

    /// <summary>All principals except these.</summary>
    public Property NotPrincipal => Place["NotPrincipal"];

    /// <summary>Whether no resource is left out, except perhaps some that are named.</summary>
    public bool CoversEverything => Place["NotResource"].Exists || Resources.Any(resource => resource.Text is { } text && ArnPattern.IsEverything(text));

    /// <summary>The tests under which it holds.</summary>
    public IEnumerable<PolicyCondition> Conditions => Place["Condition"].Entries.SelectMany(
        test => test.Value.Entries, (test, entry) => new PolicyCondition(test.Key, entry.Key, entry.Value));

    /// <summary>Whom it is about.</summary>
    public IEnumerable<PolicyPrincipal> Principals
    {
        get
        {
            var principal = Place["Principal"];
            return principal.IsMap
                ? principal.Entries.SelectMany(kind => Several(kind.Value), (kind, one) => new PolicyPrincipal(kind.Key, one))
                : Several(principal).Select(one => new PolicyPrincipal("*", one));
        }
    }

    /// <summary>Whether it holds for everybody, whoever asks.</summary>
    public PolicyPrincipal? Everybody => Conditions.Any(condition => condition.IsAboutWho) ? null : Principals.FirstOrDefault(principal => principal.IsEverybody);

    /// <summary>The elements of a list, or the one thing that stands in place of a list.</summary>
    public static IEnumerable<Property> Several(Property place) => place.IsMissing ? [] : place.IsList ? place.Items : [place];
}
