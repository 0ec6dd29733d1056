using Pulumi.Generator.JavaScript;
using Pulumi.Generator.Rules;
using Pulumi.Generator.Schema;
using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Emit;

/// <summary>Writes all files of one package.</summary>
public sealed class PackageGenerator
{
    private readonly PackageSource _source;
    private readonly PackageRules _rules;
    private readonly MemberMapper _members;
    private readonly TypeMapper _types;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    // Args classes written with their resources: an input type of the same name is the same class.
    private readonly HashSet<(string, string)> _resourceArgs = [];

    private PackageGenerator(PackageSource source, Corrections corrections)
    {
        _source = source;
        _rules = source.Rules;
        _types = new TypeMapper(_rules, corrections);
        _members = new MemberMapper(_rules, corrections, _types);
    }

    /// <summary>Generates a package.</summary>
    /// <param name="source">The npm package.</param>
    /// <param name="entries">What to write of it.</param>
    /// <param name="corrections">What the npm package does not say.</param>
    /// <returns>The text of each file by its path below the project's folder <c>Generated</c>.</returns>
    /// <exception cref="GeneratorException">The package holds something that the generator does not know.</exception>
    public static IReadOnlyDictionary<string, string> Generate(PackageSource source, IReadOnlyList<AllowListEntry> entries, Corrections corrections)
    {
        var generator = new PackageGenerator(source, corrections);
        foreach (var entry in entries)
        {
            generator.WriteEntry(entry);
        }

        generator.WriteTypes();
        generator.WriteEnums();
        generator.WriteFile("Utilities.cs", writer => SupportEmitter.WriteUtilities(writer, generator._rules));
        generator.WriteFile(generator._rules.ResourceTypeAttribute + "Attribute.cs", writer => SupportEmitter.WriteAttribute(writer, generator._rules));
        return generator._files;
    }

    private void WriteEntry(AllowListEntry entry)
    {
        var (declarations, scriptPath, script) = _source.Read(entry);
        var module = Naming.Module(_rules, entry.Module);
        var space = $"{_rules.Namespace}.{module}".TrimEnd('.');
        var path = (module.Length == 0 ? "" : module.Replace('.', '/') + "/") + Naming.UppercaseFirst(entry.Name) + ".cs";
        var subject = entry.Module.Length == 0 ? "" : entry.Module.Replace('/', '.') + ".";
        WriteFile(path, writer =>
        {
            if (char.IsLower(entry.Name[0]))
            {
                WriteFunction(writer, entry.Name, declarations, FunctionScriptParser.Parse(scriptPath, script), subject, space);
            }
            else
            {
                WriteResource(writer, entry.Name, declarations, ResourceScriptParser.Parse(scriptPath, script), subject, space);
            }
        });
    }

    private void WriteResource(CodeWriter writer, string name, DeclarationFile file, ResourceScript script, string module, string space)
    {
        if (!file.Classes.TryGetValue(name, out var declared) || !file.Interfaces.TryGetValue(name + "Args", out var args))
        {
            throw new GeneratorException($"{file.Path}: no class '{name}' with '{name}Args'.");
        }

        var subject = module + name;
        var argsSpace = space;
        var kind = declared.Base["pulumi.".Length..];
        if (_rules.KubernetesStyle && kind != "ProviderResource")
        {
            argsSpace = _types.NameOf(new TypeKey(TypeUse.Input, subject)).Namespace;
        }

        _resourceArgs.Add((argsSpace, name + "Args"));
        if (_members.IsOmitted(subject, "terraformConfig"))
        {
            script = script with { CallToken = null };
        }

        var hasState = file.Interfaces.TryGetValue(name + "State", out var state);
        var resource = new ResourceClass(
            name, kind, script, argsSpace == space ? name + "Args" : $"{argsSpace}.{name}Args", hasState ? name + "State" : null,
            kind == "CustomResource", _members.Outputs(file, subject, declared.Members, TypeUse.Output), declared.Deprecated);
        writer.Line();
        writer.Block($"namespace {space}", () =>
        {
            ResourceEmitter.Write(writer, _rules, resource);
            if (script.CallToken is not null)
            {
                writer.Line();
                var fields = _members.Outputs(file, subject, file.Interfaces[name + ".TerraformConfigResult"].Members, TypeUse.Output);
                OutputTypeEmitter.Write(writer, name + "TerraformConfigResult", fields);
            }

            if (hasState)
            {
                writer.Line();
                ArgsEmitter.Write(writer, name + "State", "ResourceArgs", true, _members.State(file, subject, state!.Members, script));
            }
        });
        writer.Line();
        writer.Block($"namespace {argsSpace}", () => ArgsEmitter.Write(
            writer, name + "Args", "ResourceArgs", !_rules.KubernetesStyle || kind == "ProviderResource", _members.ResourceArgs(file, subject, args.Members, script)));
    }

    private void WriteFunction(CodeWriter writer, string function, DeclarationFile file, string token, string module, string space)
    {
        var name = Naming.UppercaseFirst(function);
        var plain = file.Interfaces[name + "Args"].Members;
        writer.Line();
        writer.Block($"namespace {space}", () =>
        {
            FunctionEmitter.Write(writer, function, token, plain.All(member => member.Optional));
            writer.Line();
            ArgsEmitter.Write(writer, name + "Args", "InvokeArgs", true, _members.Args(file, module + name, plain, TypeUse.Plain));
            writer.Line();
            var inputs = file.Interfaces[name + "OutputArgs"].Members;
            ArgsEmitter.Write(writer, name + "InvokeArgs", "InvokeArgs", true, _members.Args(file, module + name, inputs, TypeUse.InvokeInput));
            writer.Line();
            var results = file.Interfaces[name + "Result"].Members;
            OutputTypeEmitter.Write(writer, name + "Result", _members.Outputs(file, module + name, results, TypeUse.Result));
        });
    }

    private void WriteTypes()
    {
        // Writing a type can reach further ones, so all are written before they are sorted into files.
        var spaces = new SortedDictionary<string, SortedDictionary<string, Action<CodeWriter>>>(StringComparer.Ordinal);
        while (_types.TryTake(out var key))
        {
            var (space, name) = _types.NameOf(key);
            if (_resourceArgs.Contains((space, name)))
            {
                continue;
            }

            if (!spaces.TryGetValue(space, out var types))
            {
                types = new SortedDictionary<string, Action<CodeWriter>>(StringComparer.Ordinal);
                spaces.Add(space, types);
            }

            types.Add(name, Prepare(key, name));
        }

        foreach (var (space, types) in spaces)
        {
            WriteSpace(space, types);
        }
    }

    private Action<CodeWriter> Prepare(TypeKey key, string name)
    {
        if (key.Use is TypeUse.Output or TypeUse.Result)
        {
            var fields = _members.Outputs(null, key.Name, _source.Output(key.Name).Members, key.Use);
            return writer => OutputTypeEmitter.Write(writer, name, fields);
        }

        var properties = _members.Args(null, key.Name, _source.Input(key.Name).Members, key.Use, _source.Defaults(key.Name));
        return writer => ArgsEmitter.Write(writer, name, key.Use == TypeUse.Plain ? "InvokeArgs" : "ResourceArgs", !_rules.KubernetesStyle, properties);
    }

    private void WriteEnums()
    {
        var spaces = new SortedDictionary<string, SortedDictionary<string, Action<CodeWriter>>>(StringComparer.Ordinal);
        foreach (var dotted in _types.Enums)
        {
            var (space, name) = _types.NameOfEnum(dotted);
            if (!spaces.TryGetValue(space, out var enums))
            {
                enums = new SortedDictionary<string, Action<CodeWriter>>(StringComparer.Ordinal);
                spaces.Add(space, enums);
            }

            var declaration = _source.Enum(dotted);
            enums.Add(name, writer => EnumEmitter.Write(writer, declaration));
        }

        foreach (var (space, enums) in spaces)
        {
            WriteSpace(space, enums, "Enums.cs");
        }
    }

    private void WriteSpace(string space, SortedDictionary<string, Action<CodeWriter>> types, string? file = null)
    {
        var parts = space[_rules.Namespace.Length..].TrimStart('.').Replace('.', '/');
        var path = file is null ? parts + ".cs" : $"{parts}/{file}".TrimStart('/');
        WriteFile(path, writer =>
        {
            writer.Line();
            writer.Block($"namespace {space}", () =>
            {
                var first = true;
                foreach (var write in types.Values)
                {
                    if (!first)
                    {
                        writer.Line();
                    }

                    first = false;
                    write(writer);
                }
            });
        });
    }

    private void WriteFile(string path, Action<CodeWriter> write)
    {
        var writer = new CodeWriter(_source.Title);
        write(writer);
        _files.Add(path, writer.ToString());
    }
}
