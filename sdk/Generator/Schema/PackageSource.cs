using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Generator.JavaScript;
using Pulumi.Generator.Rules;
using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Schema;

/// <summary>The files of one installed npm package.</summary>
public sealed class PackageSource
{
    private readonly string _folder;
    private readonly Lazy<DeclarationFile> _inputs;
    private readonly Lazy<DeclarationFile> _outputs;
    private readonly Lazy<ImmutableDictionary<string, ImmutableDictionary<string, ScriptInput>>> _defaults;
    private readonly Dictionary<string, DeclarationFile> _enums = [];

    private PackageSource(PackageRules rules, string folder, string version)
    {
        Rules = rules;
        Title = $"@pulumi/{rules.Name} {version}";
        _folder = folder;
        _inputs = new(() => Declarations("types/input.d.ts"));
        _outputs = new(() => Declarations("types/output.d.ts"));
        _defaults = new(() => DefaultsScriptParser.Parse($"{rules.Name}/types/input.js", ReadText("types/input.js")));
    }

    /// <summary>How the package becomes C#.</summary>
    public PackageRules Rules { get; }

    /// <summary>The npm package with its version, for the head of generated files.</summary>
    public string Title { get; }

    /// <summary>Opens an installed package.</summary>
    /// <param name="rules">How the package becomes C#.</param>
    /// <param name="npmFolder">The folder with <c>package.json</c> and <c>node_modules</c>.</param>
    /// <returns>The package.</returns>
    /// <exception cref="GeneratorException">The package is not installed, or not in the pinned version.</exception>
    public static PackageSource Open(PackageRules rules, string npmFolder)
    {
        const string Remedy = "Run: npm ci --ignore-scripts --prefix sdk/Generator/npm";
        var folder = Path.Combine(npmFolder, "node_modules", "@pulumi", rules.Name);
        var manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest))
        {
            throw new GeneratorException($"The npm package @pulumi/{rules.Name} is not installed. {Remedy}");
        }

        var pinned = Json(Path.Combine(npmFolder, "package.json")).GetProperty("dependencies").GetProperty("@pulumi/" + rules.Name).GetString();
        var installed = Json(manifest).GetProperty("version").GetString();
        return pinned is not null && pinned == installed
            ? new PackageSource(rules, folder, pinned!)
            : throw new GeneratorException($"The npm package @pulumi/{rules.Name} is installed as {installed}; sdk/Generator/npm/package.json pins {pinned}. {Remedy}");
    }

    /// <summary>The declarations of a resource or function.</summary>
    /// <param name="entry">What to read.</param>
    /// <returns>Its declarations and the text of its script.</returns>
    /// <exception cref="GeneratorException">The package has no such file.</exception>
    public (DeclarationFile Declarations, string ScriptPath, string Script) Read(AllowListEntry entry)
    {
        // A file's name is the class's name with some of the leading capitals lowered; which ones, no rule says.
        var folder = Path.Combine(_folder, entry.Module);
        var file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.d.ts").Select(Path.GetFileName).FirstOrDefault(
                name => string.Equals(name, entry.Name + ".d.ts", StringComparison.OrdinalIgnoreCase))
            : null;
        if (file is null)
        {
            throw new GeneratorException($"allow-list.txt: @pulumi/{Rules.Name} has no '{entry.Name}' in module '{entry.Module}'.");
        }

        var path = entry.Module.Length == 0 ? file : $"{entry.Module}/{file}";
        var script = path[..^".d.ts".Length] + ".js";
        return (Declarations(path), $"{Rules.Name}/{script}", ReadText(script));
    }

    /// <summary>An input type.</summary>
    /// <param name="name">Its dotted name, as <c>core.v1.PodSpec</c>.</param>
    /// <returns>The type.</returns>
    public InterfaceDeclaration Input(string name) => Find(_inputs.Value, name);

    /// <summary>An output type.</summary>
    /// <param name="name">Its dotted name.</param>
    /// <returns>The type.</returns>
    public InterfaceDeclaration Output(string name) => Find(_outputs.Value, name);

    /// <summary>An enumeration.</summary>
    /// <param name="name">Its dotted name, as <c>core.v1.ServiceSpecType</c>.</param>
    /// <returns>The enumeration.</returns>
    public EnumDeclaration Enum(string name)
    {
        var (module, simple) = Split(name);
        var path = "types/enums/" + (module.Length == 0 ? "" : module.Replace('.', '/') + "/") + "index.d.ts";
        if (!_enums.TryGetValue(path, out var file))
        {
            file = Declarations(path);
            _enums.Add(path, file);
        }

        return file.Enums.TryGetValue(simple, out var declaration)
            ? declaration
            : throw new GeneratorException($"{file.Path}: no enumeration '{simple}'.");
    }

    /// <summary>The defaults that an input type fills in.</summary>
    /// <param name="name">Its dotted name.</param>
    /// <returns>The inputs with a default by wire name; none for most types.</returns>
    public ImmutableDictionary<string, ScriptInput> Defaults(string name)
    {
        var (module, simple) = Split(name);
        var key = (module.Length == 0 ? "" : module + ".") + char.ToLowerInvariant(simple[0]) + simple[1..];
        return _defaults.Value.GetValueOrDefault(key, ImmutableDictionary<string, ScriptInput>.Empty);
    }

    /// <summary>Cuts a dotted name into module and simple name.</summary>
    /// <param name="name">The dotted name.</param>
    /// <returns>The two parts; the module is empty for a name without dots.</returns>
    public static (string Module, string Name) Split(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
    }

    private static InterfaceDeclaration Find(DeclarationFile file, string name) =>
        file.Interfaces.TryGetValue(name, out var found) ? found : throw new GeneratorException($"{file.Path}: no interface '{name}'.");

    private static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private DeclarationFile Declarations(string path) => DeclarationParser.Parse($"{Rules.Name}/{path}", ReadText(path));

    private string ReadText(string path) => File.ReadAllText(Path.Combine(_folder, path));
}
