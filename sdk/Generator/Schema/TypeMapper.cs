using System.Collections.Immutable;
using Pulumi.Generator.Rules;
using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Schema;

/// <summary>Turns TypeScript types into C# types and remembers which types it met.</summary>
public sealed class TypeMapper(PackageRules rules, Corrections corrections)
{
    private readonly HashSet<TypeKey> _seen = [];
    private readonly HashSet<string> _enums = [];
    private readonly Queue<TypeKey> _pending = new();

    /// <summary>The enumerations met, by dotted name.</summary>
    public IReadOnlyCollection<string> Enums => _enums;

    /// <summary>Takes a type that was met and not yet taken.</summary>
    /// <param name="key">The type.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out TypeKey key) => _pending.TryDequeue(out key);

    /// <summary>Maps the type of a property.</summary>
    /// <param name="file">The file of the property, for what it imports.</param>
    /// <param name="member">Type and member, as <c>KubeClientSettings.qps</c>, for corrections.</param>
    /// <param name="type">The property's type, undefined left out.</param>
    /// <param name="use">Where it stands.</param>
    /// <returns>The C# type.</returns>
    public PropertyType Map(DeclarationFile? file, string member, TypeNode type, TypeUse use)
    {
        var site = new Site(file, member, use);
        return use switch
        {
            TypeUse.Output or TypeUse.Result => Value(site, Unwrap(type, "pulumi.Output")),
            TypeUse.Plain => Mutable(site, type),
            _ => Input(site, Unwrap(type, "pulumi.Input")),
        };
    }

    /// <summary>Whether a property may be missing from an output.</summary>
    /// <param name="member">The property.</param>
    /// <returns>True when it may.</returns>
    public static bool IsOptional(MemberDeclaration member) =>
        member.Optional || member.Type is TypeNode.Named { Name: "pulumi.Output", Arguments: [TypeNode.OneOf union] } && union.Members.Any(IsUndefined);

    /// <summary>The full C# name of a type that is not built in.</summary>
    /// <param name="key">The type in its use.</param>
    /// <returns>Namespace and name.</returns>
    public (string Namespace, string Name) NameOf(TypeKey key)
    {
        var (module, name) = PackageSource.Split(key.Name);
        var output = key.Use is TypeUse.Output or TypeUse.Result;
        var kind = output ? "Outputs" : "Inputs";
        var space = Naming.Module(rules, module);
        var full = rules.KubernetesStyle
            ? $"{rules.Namespace}.Types.{kind}.{(space.Length == 0 ? "Provider" : space)}"
            : $"{rules.Namespace}.{(space.Length == 0 ? "" : space + ".")}{kind}";
        return (full, key.Use switch
        {
            TypeUse.Output => name,
            TypeUse.Result => name + "Result",
            TypeUse.State => name + "GetArgs",
            TypeUse.InvokeInput => name[..^"Args".Length] + "InputArgs",
            _ => name + "Args",
        });
    }

    /// <summary>The full C# name of an enumeration.</summary>
    /// <param name="dotted">Its dotted name.</param>
    /// <returns>Namespace and name.</returns>
    public (string Namespace, string Name) NameOfEnum(string dotted)
    {
        var (module, name) = PackageSource.Split(dotted);
        return ($"{rules.Namespace}.{Naming.Module(rules, module)}".TrimEnd('.'), name);
    }

    private static bool IsUndefined(TypeNode type) => type is TypeNode.Keyword { Name: "undefined" };

    /// <summary>Takes off the wrapper, at any depth, and the undefined beside it.</summary>
    private static TypeNode Unwrap(TypeNode type, string wrapper)
    {
        while (true)
        {
            switch (type)
            {
                case TypeNode.Named named when named.Name == wrapper && named.Arguments.Length == 1:
                    type = named.Arguments[0];
                    break;
                case TypeNode.OneOf union when union.Members.Any(IsUndefined):
                    var rest = union.Members.RemoveAll(IsUndefined);
                    type = rest.Length == 1 ? rest[0] : new TypeNode.OneOf(rest);
                    break;
                default:
                    return type;
            }
        }
    }

    private PropertyType Input(Site site, TypeNode type)
    {
        switch (type)
        {
            case TypeNode.Listed listed:
                var element = Element(site, listed.Element);
                return new PropertyType($"InputList<{element}>", Collection.List, element, false);
            case TypeNode.Mapped mapped:
                var value = Element(site, mapped.Value);
                return new PropertyType($"InputMap<{value}>", Collection.Map, value, false);
            case TypeNode.OneOf union when Alternatives(site, union) is { Length: > 1 } alternatives:
                return new PropertyType(
                    alternatives.Length == 2 ? $"InputUnion<{alternatives[0]}, {alternatives[1]}>" : "object", Collection.None, "", false);
            case TypeNode.Keyword { Name: "any" } when IsJson(site):
                return new PropertyType("InputJson", Collection.None, "", false);
            default:
                return new PropertyType($"Input<{Element(site, type)}>", Collection.None, "", false);
        }
    }

    private PropertyType Value(Site site, TypeNode type)
    {
        var text = Element(site, type);
        var isList = type is TypeNode.Listed;
        return new PropertyType(text, isList ? Collection.List : type is TypeNode.Mapped ? Collection.Map : Collection.None, "", isList);
    }

    private PropertyType Mutable(Site site, TypeNode type)
    {
        switch (type)
        {
            case TypeNode.Listed listed:
                var element = Element(site, listed.Element);
                return new PropertyType($"List<{element}>", Collection.List, element, false);
            case TypeNode.Mapped mapped:
                var value = Element(site, mapped.Value);
                return new PropertyType($"Dictionary<string, {value}>", Collection.Map, value, false);
            default:
                var text = Element(site, type);
                return new PropertyType(text, Collection.None, "", text is "bool" or "int" or "double");
        }
    }

    private string Element(Site site, TypeNode type)
    {
        switch (Unwrap(type, "pulumi.Input"))
        {
            case TypeNode.Keyword keyword:
                return Keyword(site, keyword);
            case TypeNode.Literal:
                return "string";
            case TypeNode.Listed listed:
                return $"ImmutableArray<{Element(site, listed.Element)}>";
            case TypeNode.Mapped mapped:
                return $"ImmutableDictionary<string, {Element(site, mapped.Value)}>";
            case TypeNode.OneOf union:
                var alternatives = Alternatives(site, union);
                return alternatives.Length switch { 1 => alternatives[0], 2 => $"Union<{alternatives[0]}, {alternatives[1]}>", _ => "object" };
            case TypeNode.Named named:
                return Named(site, named);
            case var other:
                throw new GeneratorException($"{site.Member}: the generator does not know the type {other}.");
        }
    }

    private string Keyword(Site site, TypeNode.Keyword keyword) => keyword.Name switch
    {
        "string" => "string",
        "boolean" => "bool",
        "number" => corrections.Has("double", rules.Name, site.Member) ? "double" : "int",
        "any" => IsJson(site) ? "System.Text.Json.JsonElement" : "object",
        _ => throw new GeneratorException($"{site.Member}: the generator does not know the type '{keyword.Name}' here."),
    };

    private bool IsJson(Site site) => corrections.Has("json", rules.Name, site.Member);

    private ImmutableArray<string> Alternatives(Site site, TypeNode.OneOf union)
    {
        // An open enumeration is a plain text in outputs: the provider may answer a text that the list lacks.
        var isOutput = site.Use is TypeUse.Output or TypeUse.Result;
        ImmutableArray<string> all = [.. union.Members.Select(member => isOutput && IsEnum(member) ? "string" : Element(site, member)).Distinct()];
        return all.Contains("AssetOrArchive") ? all.Remove("Archive") : all;
    }

    private static bool IsEnum(TypeNode type) => type is TypeNode.Named named && named.Name.StartsWith("enums.", StringComparison.Ordinal);

    private string Named(Site site, TypeNode.Named named)
    {
        var dot = named.Name.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? named.Name : named.Name[..dot];
        var rest = named.Name[(dot + 1)..];
        switch (head)
        {
            case "pulumi" when rest is "asset.Asset":
                // What takes an asset takes an archive: the two are one type to providers.
                return "AssetOrArchive";
            case "pulumi" when rest is "asset.Archive":
                return "Archive";
            case "enums":
                _enums.Add(rest);
                var (space, name) = NameOfEnum(rest);
                return $"{space}.{name}";
            case "inputs" when site.Use is not (TypeUse.Output or TypeUse.Result):
            case "outputs" when site.Use is TypeUse.Output or TypeUse.Result:
                return Reach(new TypeKey(site.Use, rest));
            case var resource when dot < 0 && site.File?.ImportedResources.Contains(resource) == true:
                // A resource class given as an input stands for its id or name.
                return "string";
            default:
                throw new GeneratorException($"{site.Member}: the generator does not know the type '{named.Name}'.");
        }
    }

    private string Reach(TypeKey key)
    {
        if (_seen.Add(key))
        {
            _pending.Enqueue(key);
        }

        var (space, name) = NameOf(key);
        return $"{space}.{name}";
    }

    private readonly record struct Site(DeclarationFile? File, string Member, TypeUse Use);
}
