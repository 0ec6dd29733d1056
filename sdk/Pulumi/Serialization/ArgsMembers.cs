using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The <see cref="InputAttribute"/> members of an argument class, found once per class.</summary>
internal sealed class ArgsMembers
{
    private static readonly ConcurrentDictionary<Type, ArgsMembers> Cache = new();

    private readonly string _className;
    private readonly Member[] _members;
    private readonly HashSet<string> _json;

    private ArgsMembers(Type type)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        _className = type.FullName ?? type.Name;
        _members =
        [
            .. type.GetFields(Flags).Select(field => (field.GetCustomAttribute<InputAttribute>(), field.Name, Read: (Func<object, object?>)field.GetValue))
                .Concat(type.GetProperties(Flags).Where(property => property.CanRead)
                    .Select(property => (property.GetCustomAttribute<InputAttribute>(), property.Name, Read: (Func<object, object?>)property.GetValue)))
                .Where(member => member.Item1 is not null)
                .Select(member => new Member(member.Item1!.Name, member.Name, member.Item1.IsRequired, member.Item1.Json, member.Read)),
        ];
        _json = [.. _members.Where(member => member.Json).Select(member => member.Name)];
    }

    public static ArgsMembers Of(Type type) => Cache.GetOrAdd(type, static key => new ArgsMembers(key));

    public bool IsJson(string name) => _json.Count > 0 && _json.Contains(name);

    public IEnumerable<KeyValuePair<string, object?>> Read(object args)
    {
        foreach (var member in _members)
        {
            var value = member.Read(args);
            if (value is null && member.IsRequired)
            {
                throw new ArgumentNullException(member.MemberName, $"[Input] {_className}.{member.MemberName} is required but was not given a value");
            }

            yield return KeyValuePair.Create(member.Name, value);
        }
    }

    private sealed record Member(string Name, string MemberName, bool IsRequired, bool Json, Func<object, object?> Read);
}
