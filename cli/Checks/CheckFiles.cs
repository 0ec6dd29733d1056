using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Cli.Checks;

/// <summary>
/// Reads what <c>check --file</c> names: Kubernetes manifests (YAML or JSON, several documents, list kinds), a <c>plan.json</c>, an exported Pulumi state, or a folder of such
/// files. The content decides, not the name.
/// </summary>
internal static class CheckFiles
{
    private const string Option = "--file";
    private const string PlanFile = "plan.json";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>The resources of all <paramref name="paths"/> together.</summary>
    /// <exception cref="DiagnosticException">A file cannot be read or holds something else; lists every mistake of every file.</exception>
    public static CheckSubject Read(IReadOnlyList<string> paths)
    {
        var errors = new List<Diagnostic>();
        var subjects = new List<CheckSubject>();
        foreach (var path in paths.SelectMany(path => Expand(path, errors)))
        {
            try
            {
                subjects.Add(One(OneLine.Of(path), InputFile.Read(Option, path)));
            }
            catch (InputException e)
            {
                errors.AddRange(PolicyErrors.Of(e));
            }
            catch (DiagnosticException e)
            {
                errors.AddRange(e.Diagnostics);
            }
        }

        DiagnosticException.ThrowIfAny(errors);
        return subjects is [var only] ? only : new CheckSubject(
            string.Join(", ", paths.Select(OneLine.Of)),
            subjects.Select(s => s.Stack).Distinct().ToList() is [var stack] ? stack : null,
            subjects.Exists(s => s.IsProduction),
            [.. subjects.SelectMany(s => s.Resources)]);
    }

    private static List<string> Expand(string path, List<Diagnostic> errors)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            if (Path.Combine(path, PlanFile) is var plan && File.Exists(plan))
            {
                return [plan];
            }

            var files = Directory.EnumerateFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToList();
            if (files.Count > 0)
            {
                return files;
            }

            errors.Add(new Diagnostic(
                DiagnosticIds.UnreadableFile, $"{Option} {OneLine.Of(path)}", "a folder without such files", $"a folder with {string.Join(", ", Extensions)} files in it, or a file", "Pass another --file path."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new Diagnostic(DiagnosticIds.UnreadableFile, $"{Option} {OneLine.Of(path)}", $"unreadable ({OneLine.Of(e.Message)})", "a folder that this user may read", "Pass another --file path."));
        }

        return [];
    }

    private static CheckSubject One(string file, string text)
    {
        if (Json(file, text) is not { } document)
        {
            return Objects(file, Manifests.Read(file, text));
        }

        if (StateDocument.Is(document))
        {
            var resources = StateDocument.Read(file, document);
            var stack = resources.Select(resource => StackOf(resource.Urn)).FirstOrDefault(name => name is not null);
            return new CheckSubject(stack is null ? file : $"state of stack {OneLine.Of(stack)}", stack, true, resources);
        }

        return document is PropertyValue.Map map && map.Find("resources") is not null && map.Find("apiVersion") is null
            ? CheckSubject.Of(PlanReader.Read(file, text))
            : Objects(file, Manifests.Read(file, text));
    }

    private static CheckSubject Objects(string file, IReadOnlyList<PolicyResource> resources) => resources.Count > 0
        ? new CheckSubject(file, null, true, resources)
        : throw InputException.Of(PolicyDiagnosticIds.Shape, file, "empty", "Kubernetes objects, a plan.json or an exported state", "Pass another --file path.");

    // JSON is YAML too, but its own reader gives better positions, and takes documents that YAML's would not.
    private static PropertyValue? Json(string file, string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonValues.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e) when (file.EndsWith(".json", StringComparison.Ordinal))
        {
            throw JsonErrors.Of(file, e);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // urn:pulumi:<stack>::<project>::…
    private static string? StackOf(string urn) => urn.Split("::")[0].Split(':') is ["urn", "pulumi", { Length: > 0 } stack] ? stack : null;
}
