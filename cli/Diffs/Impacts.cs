using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>The table from kind and setting to what a deployment does. What no row covers counts as a pod restart and says so.</summary>
internal static class Impacts
{
    /// <summary>Kind of the rows that hold for every Kubernetes object.</summary>
    public const string AnyKubernetes = "kubernetes/*";

    /// <summary>The reason given where no row fits.</summary>
    public const string UnknownReason = "unknown: no rule covers this setting, so a restart is assumed";

    /// <summary>Every row.</summary>
    public static ImmutableArray<ImpactRow> Rows { get; } =
        [.. KubernetesImpacts.Rows, .. OperatorImpacts.Rows, .. AwsImpacts.Rows, .. MachineImpacts.Rows];

    private static readonly ILookup<string, ImpactRow> ByKind = Rows.ToLookup(row => row.Kind, StringComparer.Ordinal);

    /// <summary>The effect of changing a setting; a replacement is resolved to what it does to this kind.</summary>
    /// <param name="kind">As <see cref="KindName"/> spells it.</param>
    /// <param name="isKubernetes">Whether the rows for every Kubernetes object hold.</param>
    /// <param name="path">Parts of the setting.</param>
    public static ImpactRow OfSetting(string kind, bool isKubernetes, IReadOnlyList<string> path)
    {
        var row = Find(kind, isKubernetes, path);
        return row is { Effect: Effect.Replace } ? OfReplacement(kind, row.Reason) : row ?? Unknown(kind, string.Join('.', path));
    }

    /// <summary>The effect of replacing a resource.</summary>
    /// <param name="kind">As <see cref="KindName"/> spells it.</param>
    /// <param name="cause">Why it is replaced.</param>
    public static ImpactRow OfReplacement(string kind, string cause) => Word(kind, ImpactRow.Replaced) is { } row
        ? row with { Reason = $"{cause}; {row.Reason}" }
        : new ImpactRow(kind, ImpactRow.Replaced, Effect.Recreate, $"{cause}; {UnknownReason}");

    /// <summary>The effect of a new resource.</summary>
    public static ImpactRow OfAddition(string kind) =>
        Word(kind, ImpactRow.Added) ?? new ImpactRow(kind, ImpactRow.Added, Effect.Nothing, "it is new; nothing that runs is touched");

    /// <summary>The effect of a resource that goes.</summary>
    public static ImpactRow OfRemoval(string kind) => Word(kind, ImpactRow.Removed) ?? Unknown(kind, ImpactRow.Removed);

    private static ImpactRow Unknown(string kind, string path) => new(kind, path, Effect.Rollout, UnknownReason);

    private static ImpactRow? Word(string kind, string word) =>
        Candidates(kind, isKubernetes: false).SelectMany(candidate => ByKind[candidate]).FirstOrDefault(row => row.Path == word);

    private static IEnumerable<string> Candidates(string kind, bool isKubernetes)
    {
        yield return kind;
        if (KindName.Group(kind) is { } group)
        {
            yield return group;
        }

        if (isKubernetes)
        {
            yield return AnyKubernetes;
        }
    }

    private static ImpactRow? Find(string kind, bool isKubernetes, IReadOnlyList<string> path)
    {
        var candidates = Candidates(kind, isKubernetes).SelectMany(candidate => ByKind[candidate]).Where(row => row.Path.Length == 0 || row.Path[0] != '(').ToList();

        // The rows of the kind itself come first, so the first row that names the setting is the most exact one.
        var row = candidates.Find(candidate => candidate.Parts.Length > 0 && candidate.Parts.Length <= path.Count && Agree(candidate.Parts, path))
            ?? candidates.Find(candidate => candidate.Parts.IsEmpty);

        // A setting that comes or goes with all below it does the most severe of what is below it.
        return candidates.Where(candidate => candidate.Parts.Length > path.Count && Agree(candidate.Parts, path))
            .Prepend(row).OfType<ImpactRow>()
            .MaxBy(candidate => Severity(kind, candidate));
    }

    private static int Severity(string kind, ImpactRow row) =>
        (int)Effects.Class(row.Effect == Effect.Replace ? OfReplacement(kind, row.Reason).Effect : row.Effect);

    private static bool Agree(ImmutableArray<string> parts, IReadOnlyList<string> path)
    {
        for (var i = 0; i < Math.Min(parts.Length, path.Count); i++)
        {
            if (parts[i] != "*" && parts[i] != path[i])
            {
                return false;
            }
        }

        return true;
    }
}
