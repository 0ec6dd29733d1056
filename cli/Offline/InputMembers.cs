using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>The members of an arguments type that Pulumi sends, found once per type.</summary>
internal static class InputMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Members = new();

    /// <summary>The members of <paramref name="type"/> with <c>[Input]</c>, sorted by wire name.</summary>
    public static ImmutableArray<InputMember> Of(Type type) => Members.GetOrAdd(type, Find);

    // The same members that the SDK serializes: fields and properties of the run-time type, private ones of base classes excepted.
    private static ImmutableArray<InputMember> Find(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var fields = type.GetFields(All).Select(f => Member(f, f.GetValue));
        var properties = type.GetProperties(All).Select(p => Member(p, p.GetValue));
        return [.. fields.Concat(properties).OfType<InputMember>().OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    // InputAttribute keeps its name to itself, so it is read from the metadata: (string name, bool required, bool json).
    private static InputMember? Member(MemberInfo member, Func<object?, object?> read)
    {
        var attribute = member.CustomAttributes.FirstOrDefault(a => a.AttributeType == typeof(InputAttribute));
        return attribute is { ConstructorArguments: [{ Value: string name }, _, { Value: bool json }] } ? new InputMember(name, json, read) : null;
    }
}
