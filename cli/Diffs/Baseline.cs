using System.Collections.Immutable;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Diffs;

/// <summary>What a plan is compared with.</summary>
/// <param name="Against">The path as the person gave it.</param>
internal abstract record Baseline(string Against)
{
    private const string Option = "--against";
    private const string PlanFile = "plan.json";
    private const string Remedy = "Write one first: `clawdbot preview STACK --out DIR` on the state to compare with.";

    /// <summary>Reads a <c>plan.json</c>, a folder with one, or a folder of manifests.</summary>
    /// <exception cref="DiagnosticException">There is nothing there, or it cannot be read.</exception>
    public static Baseline Read(string path)
    {
        if (File.Exists(path))
        {
            return ReadPlan(path, path);
        }

        if (!Directory.Exists(path))
        {
            throw Nothing(path, path.Length == 0 ? "an empty name" : "missing");
        }

        try
        {
            if (Path.Combine(path, PlanFile) is var file && File.Exists(file))
            {
                return ReadPlan(path, file);
            }

            var manifests = ManifestReader.Files(path);
            return manifests.Count > 0 || File.Exists(Path.Combine(path, OutputFolder.ListName))
                ? new OfManifests(OneLine.Of(path), ManifestReader.Read(manifests))
                : throw Nothing(path, "a folder without plan.json and without manifests");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Nothing(path, $"unreadable ({OneLine.Of(e.Message)})");
        }
    }

    /// <summary>Compares.</summary>
    /// <exception cref="DiagnosticException">It belongs to another stack.</exception>
    public abstract DiffReport Compare(Plan plan);

    private static OfPlan ReadPlan(string path, string file) => new(OneLine.Of(path), PlanReader.Read(OneLine.Of(file), InputFile.Read(Option, file)));

    private static DiagnosticException Nothing(string path, string value) => new([new Diagnostic(
        DiagnosticIds.NothingToCompare, $"{Option} {OneLine.Of(path)}".TrimEnd(), value, "a plan.json, or a folder that `clawdbot preview --out` or `clawdbot render --out` wrote", Remedy)]);

    /// <summary>A plan.</summary>
    public sealed record OfPlan(string Against, Plan Older) : Baseline(Against)
    {
        /// <inheritdoc/>
        public override DiffReport Compare(Plan plan) => (Older.Project, Older.Stack) == (plan.Project, plan.Stack)
            ? PlanDiff.AgainstPlan(Against, Older, plan)
            : throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.OtherStack, $"the stack of {Option} {Against}", $"'{OneLine.Of(Older.Stack)}' of project '{OneLine.Of(Older.Project)}'",
                $"'{plan.Stack}' of project '{plan.Project}'", "Name a plan of the same stack, or plan the other one.")]);
    }

    /// <summary>Manifests; they name neither project nor stack.</summary>
    public sealed record OfManifests(string Against, IReadOnlyList<ReadManifest> Objects) : Baseline(Against)
    {
        /// <inheritdoc/>
        public override DiffReport Compare(Plan plan)
        {
            // What cannot be rendered cannot be compared with what was; its errors say why.
            _ = ManifestRenderer.Render(plan);
            var objects = plan.Resources.Where(resource => KindName.IsKubernetes(resource.Type) && ManifestRenderer.IsObject(resource)).ToList();
            var known = objects.ToDictionary(ReadManifest.IdentityOf, StringComparer.Ordinal);
            var older = Objects.ToDictionary(read => read.Identity, read => Resource(read, known.GetValueOrDefault(read.Identity)), StringComparer.Ordinal);
            var pairs = new Pairing(
                [.. objects.Where(now => older.ContainsKey(ReadManifest.IdentityOf(now))).Select(now => (older[ReadManifest.IdentityOf(now)], now))],
                [.. objects.Where(now => !older.ContainsKey(ReadManifest.IdentityOf(now)))],
                [.. older.Where(entry => !known.ContainsKey(entry.Key)).Select(entry => entry.Value)]);
            var compared = objects.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
            var left = plan.Resources.Count(resource => resource.Custom && !compared.Contains(resource.Urn) && !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal));
            return PlanDiff.AgainstManifests(Against, [.. older.Values], plan, pairs, left);
        }

        // A manifest has no options, so it gets those of the plan: they cannot differ.
        private static PlanResource Resource(ReadManifest read, PlanResource? now) => now is null
            ? new PlanResource(
                read.Identity, $"kubernetes:{(read.ApiVersion.Contains('/', StringComparison.Ordinal) ? read.ApiVersion : "core/" + read.ApiVersion)}:{read.Kind}", read.Name,
                null, null, true, ImmutableArray<string>.Empty, PlanOptions.None, read.Body)
            : now with { Inputs = read.Body };
    }
}
