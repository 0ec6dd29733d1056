using System.Collections.Immutable;
using Pulumi.Generator.Emit;
using Pulumi.Generator.JavaScript;
using Pulumi.Generator.Rules;
using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Schema;

/// <summary>Turns the members of an interface or class into C# properties and fields.</summary>
public sealed class MemberMapper(PackageRules rules, Corrections corrections, TypeMapper types)
{
    private static readonly ImmutableDictionary<string, ScriptInput> NoScript = ImmutableDictionary<string, ScriptInput>.Empty;

    /// <summary>Whether the pinned C# package lacks a member.</summary>
    /// <param name="type">The type's dotted name.</param>
    /// <param name="member">The member's wire name.</param>
    /// <returns>True when it lacks it.</returns>
    public bool IsOmitted(string type, string member) => corrections.Has("omit", rules.Name, $"{type}.{member}");

    /// <summary>The properties of a resource's args.</summary>
    /// <param name="file">The resource's declarations.</param>
    /// <param name="type">The resource's dotted name.</param>
    /// <param name="members">The members of its args.</param>
    /// <param name="script">What its constructor does.</param>
    /// <returns>The properties in order.</returns>
    public IReadOnlyList<ArgsProperty> ResourceArgs(
        DeclarationFile file, string type, ImmutableArray<MemberDeclaration> members, ResourceScript script)
    {
        var unknown = members.Select(member => member.Name).ToHashSet();
        unknown.SymmetricExceptWith(script.Inputs.Keys);
        if (unknown.Count > 0)
        {
            throw new GeneratorException($"{file.Path} and {script.Path} disagree about the inputs {string.Join(", ", unknown.Order(StringComparer.Ordinal))}.");
        }

        foreach (var member in members.Where(member => script.Required.Contains(member.Name) == member.Optional))
        {
            throw new GeneratorException($"{file.Path} and {script.Path} disagree whether the input {member.Name} is required.");
        }

        return Properties(file, type, members, TypeUse.Input, script.Inputs, [], isResource: true);
    }

    /// <summary>The properties of a resource's state: those that are secret in the outputs are secret here.</summary>
    /// <param name="file">The resource's declarations.</param>
    /// <param name="type">The resource's dotted name.</param>
    /// <param name="members">The members of its state.</param>
    /// <param name="script">What its constructor does.</param>
    /// <returns>The properties in order.</returns>
    public IReadOnlyList<ArgsProperty> State(
        DeclarationFile file, string type, ImmutableArray<MemberDeclaration> members, ResourceScript script)
    {
        var secrets = script.SecretOutputs.Concat(script.Inputs.Values.Where(input => input.Secret).Select(input => input.Name));
        return Properties(file, type, members, TypeUse.State, NoScript, secrets.ToImmutableHashSet());
    }

    /// <summary>The properties of an input type or of a function's args.</summary>
    /// <param name="file">The file of the interface, when it imports resource classes.</param>
    /// <param name="type">The type's dotted name.</param>
    /// <param name="members">Its members.</param>
    /// <param name="use">Where it stands.</param>
    /// <param name="defaults">The defaults that it fills in.</param>
    /// <returns>The properties in order.</returns>
    public IReadOnlyList<ArgsProperty> Args(
        DeclarationFile? file, string type, ImmutableArray<MemberDeclaration> members, TypeUse use, ImmutableDictionary<string, ScriptInput>? defaults = null) =>
        Properties(file, type, members, use, defaults ?? NoScript, []);

    /// <summary>The fields of an output type, or the outputs of a resource.</summary>
    /// <param name="file">The file of the interface, when it imports resource classes.</param>
    /// <param name="type">The type's dotted name.</param>
    /// <param name="members">Its members.</param>
    /// <param name="use">Where it stands.</param>
    /// <returns>The fields in order.</returns>
    public IReadOnlyList<OutputField> Outputs(DeclarationFile? file, string type, ImmutableArray<MemberDeclaration> members, TypeUse use) =>
    [
        .. members.Where(member => !IsOmitted(type, member.Name)).Select(member =>
        {
            var mapped = types.Map(file, $"{type}.{member.Name}", member.Type, use);

            // Kubernetes answers are never nullable there, and an immutable array can be missing by itself.
            var optional = TypeMapper.IsOptional(member) || corrections.Has("optional", rules.Name, $"{type}.{member.Name}");
            var nullable = optional && !rules.KubernetesStyle && mapped.Collection != Collection.List;
            return new OutputField(member.Name, NameOf(type, member.Name), mapped.Text + (nullable ? "?" : ""), member.Deprecated);
        }),
    ];

    private IReadOnlyList<ArgsProperty> Properties(
        DeclarationFile? file,
        string type,
        ImmutableArray<MemberDeclaration> members,
        TypeUse use,
        ImmutableDictionary<string, ScriptInput> script,
        ImmutableHashSet<string> secrets,
        bool isResource = false) =>
    [
        .. members.Where(member => !IsOmitted(type, member.Name)).Select(member =>
        {
            var input = script.GetValueOrDefault(member.Name);
            return new ArgsProperty(
                member.Name,
                NameOf(type, member.Name, isResource),
                types.Map(file, $"{type}.{member.Name}", member.Type, use),
                !member.Optional,
                input?.Secret ?? (use == TypeUse.State && secrets.Contains(member.Name)),
                input?.Json ?? false,
                member.Deprecated,
                input?.Default);
        }),
    ];

    private string NameOf(string type, string wireName, bool isResource = false)
    {
        var name = corrections.Name(rules.Name, $"{type}.{wireName}") ?? Naming.Property(wireName);
        if (name != PackageSource.Split(type).Name || (isResource && rules.KubernetesStyle))
        {
            return name;
        }

        // A C# member cannot have its class's name. Kubernetes has a rule for it (args of resources keep the name, as the chart
        // of ChartArgs: their class has another one); elsewhere each case is a fact of its own.
        return rules.KubernetesStyle
            ? name + "Value"
            : throw new GeneratorException($"corrections.txt: add 'name {rules.Name} {type}.{wireName} <C# name>'; a C# member cannot be named as its class.");
    }
}
