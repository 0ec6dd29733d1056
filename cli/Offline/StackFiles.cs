using System.Collections.Immutable;
using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>Reads a stack's configuration from the project and stack files as the engine would, without decrypting anything.</summary>
internal static class StackFiles
{
    /// <summary>Reads the configuration of <paramref name="stack"/>.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="secretKeys">Keys of the project (without namespace) that are secret however they are written.</param>
    /// <param name="requiredSecretKeys">Those among them that the program cannot do without, given the values by full key.</param>
    /// <exception cref="DiagnosticException">The stack does not exist, or a file is unreadable or wrongly shaped.</exception>
    public static StackConfig Load(
        ProjectFile project,
        string stack,
        IReadOnlyCollection<string> secretKeys,
        Func<IReadOnlyDictionary<string, string>, IReadOnlyCollection<string>> requiredSecretKeys)
    {
        CheckExists(project, stack);
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var secret = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var warnings = new List<string>();
        secret.UnionWith(secretKeys.Select(k => ProjectFile.FullKey(project.Name, k)));
        secret.UnionWith(project.Declared.Where(d => d.Value.Secret).Select(d => d.Key));

        void Add(string file, string key, YamlNode node)
        {
            var (text, hasSecret) = node switch
            {
                _ when YamlToJson.IsSecure(node) => (SecretPlaceholder.For(key), true),
                YamlScalarNode scalar => (scalar.Value ?? "", false),
                _ => YamlToJson.Convert(file, key, node),
            };
            // An empty text is the project file's way to say "none by default"; it hides nothing.
            if (secret.Contains(key) && !hasSecret && text.Length > 0)
            {
                warnings.Add($"{DiagnosticIds.SecretNotEncrypted}: {key} is in plain text in {Path.GetFileName(file)}; allowed: an encrypted value. {SetCommand(stack, key)}");
                text = SecretPlaceholder.For(key);
            }

            if (hasSecret)
            {
                secret.Add(key);
            }

            values[key] = text;
        }

        var projectPath = Path.Combine(project.Root, RepositoryRoot.ProjectFileName);
        foreach (var (key, declared) in project.Declared.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (declared.Default is { } value)
            {
                Add(projectPath, key, value);
            }
        }

        var stackPath = project.StackFilePath(stack);
        var settings = YamlFile.Load(stackPath)?.Mapping("config")?.Entries.ToList() ?? [];
        RejectMisspeltNamespaces(project, stackPath, settings.Select(setting => setting.Key));
        foreach (var (key, value) in settings)
        {
            Add(stackPath, ProjectFile.FullKey(project.Name, key), value);
        }

        var required = requiredSecretKeys(values).Select(k => ProjectFile.FullKey(project.Name, k)).Order(StringComparer.Ordinal);
        foreach (var key in required.Where(k => string.IsNullOrEmpty(values.GetValueOrDefault(k))).ToList())
        {
            values[key] = SecretPlaceholder.For(key);
            warnings.Add($"{DiagnosticIds.SecretNotSet}: {key} is not set in {Path.GetFileName(stackPath)}; allowed: an encrypted value before the first deployment. {SetCommand(stack, key)}");
        }

        secret.IntersectWith(values.Keys);
        return new StackConfig(project.Name, stack, project.Root, values.ToImmutable(), secret.ToImmutable(), [.. warnings]);
    }

    private static string SetCommand(string stack, string key) => $"Run `pulumi config set --secret {key} --stack {stack}`.";

    /// <summary>Keys of other namespaces belong to providers, who never see a key whose namespace was meant to be the project's.</summary>
    private static void RejectMisspeltNamespaces(ProjectFile project, string stackPath, IEnumerable<string> keys)
    {
        var problems = keys
            .Select(key => ProjectFile.FullKey(project.Name, key).Split(':', 2))
            .Where(parts => parts[0] != project.Name && NearestName.Find(parts[0], [project.Name]) is not null)
            .Select(parts => new Diagnostic(
                DiagnosticIds.UnknownSetting, $"{parts[0]}:{parts[1]}", "not a setting", $"{project.Name}:<setting>, or the namespace of a provider",
                $"Did you mean '{project.Name}:{parts[1]}'? Correct it in {Path.GetRelativePath(project.Root, stackPath)}."))
            .ToList();
        if (problems.Count > 0)
        {
            throw new DiagnosticException(problems);
        }
    }

    private static void CheckExists(ProjectFile project, string stack)
    {
        var stacks = project.Stacks();
        if (!stacks.Contains(stack, StringComparer.Ordinal))
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.UnknownStack, "stack", $"'{OneLine.Of(stack)}'",
                stacks.IsEmpty ? $"none yet (no Pulumi.<stack>.yaml in {project.StackFolder})" : Words.Choice(stacks),
                $"{NearestName.Suggestion(stack, stacks)}Name a stack that exists.")]);
        }
    }
}
