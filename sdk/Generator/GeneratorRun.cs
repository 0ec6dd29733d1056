using System.Collections.Immutable;
using System.Text;
using Pulumi.Generator.Emit;
using Pulumi.Generator.Rules;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator;

/// <summary>One run over a repository: all packages are generated, then written or compared.</summary>
public static class GeneratorRun
{
    private const string Usage = "usage: dotnet run --project sdk/Generator -- <repository root> [--check]";

    /// <summary>Runs the command line.</summary>
    /// <param name="arguments">The repository's root, and <c>--check</c> to compare instead of write.</param>
    /// <param name="output">Where to say what was done.</param>
    /// <returns>0 when done or equal, 1 when <c>--check</c> found a difference.</returns>
    /// <exception cref="GeneratorException">Wrong arguments, a missing or unknown package, or an input of an unknown shape.</exception>
    public static int Execute(IReadOnlyList<string> arguments, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        var check = arguments.Contains("--check");
        var roots = arguments.Where(argument => argument != "--check").ToList();
        if (roots.Count != 1 || roots[0].StartsWith('-'))
        {
            throw new GeneratorException($"the arguments are '{string.Join(' ', arguments)}'; {Usage}");
        }

        var differences = 0;
        var files = 0;
        foreach (var (rules, texts) in Generate(roots[0]))
        {
            var folder = Path.Combine(roots[0], "sdk", rules.Namespace, "Generated");
            foreach (var difference in Compare(folder, texts))
            {
                differences++;
                output.WriteLine($"{(check ? "differs" : "wrote")}: sdk/{rules.Namespace}/Generated/{difference}");
            }

            files += texts.Count;
            if (!check)
            {
                Write(folder, texts);
            }
        }

        output.WriteLine($"{files} files, {differences} {(check ? "differ" : "changed")}.");
        return check && differences > 0 ? 1 : 0;
    }

    /// <summary>Generates all packages.</summary>
    /// <param name="root">The repository's root.</param>
    /// <returns>For each package the text of each file by its path below <c>Generated</c>.</returns>
    /// <exception cref="GeneratorException">A missing or unknown package, or an input of an unknown shape.</exception>
    public static IReadOnlyList<(PackageRules Rules, IReadOnlyDictionary<string, string> Texts)> Generate(string root)
    {
        var folder = Path.Combine(root, "sdk", "Generator");
        var allowed = AllowList.Parse("allow-list.txt", Read(Path.Combine(folder, "allow-list.txt")));
        var corrections = Corrections.Parse("corrections.txt", Read(Path.Combine(folder, "corrections.txt")));
        var packages = PackageRules.All.Select(rules => (rules, PackageGenerator.Generate(
            PackageSource.Open(rules, Path.Combine(folder, "npm")),
            [.. allowed.Where(entry => entry.Package == rules.Name)],
            corrections))).ToImmutableArray();
        return corrections.Unused() is [var first, ..]
            ? throw new GeneratorException($"corrections.txt: nothing in the packages matches '{first}'; remove or correct the line.")
            : packages;
    }

    /// <summary>The files that differ between a folder and the texts.</summary>
    /// <param name="folder">A folder <c>Generated</c>.</param>
    /// <param name="texts">The text of each file by its path below it.</param>
    /// <returns>The paths of files that are missing, other or too many, in order.</returns>
    public static IReadOnlyList<string> Compare(string folder, IReadOnlyDictionary<string, string> texts)
    {
        var present = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes)
            : [];
        return
        [
            .. texts.Keys.Union(present.Keys)
                .Where(path => !texts.TryGetValue(path, out var text) || !present.TryGetValue(path, out var bytes) || !bytes.SequenceEqual(Encoding.UTF8.GetBytes(text)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> texts)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in texts)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Read(string path) =>
        File.Exists(path) ? File.ReadAllText(path) : throw new GeneratorException($"'{path}' does not exist; {Usage}");
}
