using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns program values into wire values, waiting for outputs and noting the resources they come from.</summary>
internal sealed class WireWriter
{
    /// <summary>The resources that what was written so far depends on.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <summary>Each given input, missing ones left out.</summary>
    public async ValueTask<Dictionary<string, object?>> WriteArgsAsync(InputArgs args)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in args.GetInputs())
        {
            if (await WriteInputAsync(args, name, value).ConfigureAwait(false) is { } wire)
            {
                result.Add(name, wire);
            }
        }

        return result;
    }

    public async ValueTask<object?> WriteInputAsync(InputArgs args, string name, object? value)
    {
        var wire = await WriteAsync(value).ConfigureAwait(false);
        return args.IsJson(name) ? WireJson.ToText(wire) : wire;
    }

    /// <exception cref="InvalidOperationException">A value is of a type that cannot be sent.</exception>
    public ValueTask<object?> WriteAsync(object? value) => value switch
    {
        null => default,
        string or bool or double or AssetOrArchive => new(value),
        int number => new((double)number),
        IInput input => WriteAsync(input.Unwrap()),
        IOutput output => WriteOutputAsync(output),
        IUnion union => WriteAsync(union.Value),
        InputArgs args => WriteNestedArgsAsync(args),
        JsonElement json => new(WireJson.ToWire(json)),
        Resource resource => WriteResource(resource),
        Enum constant => new(Convert.ToDouble(constant, CultureInfo.InvariantCulture)),
        IDictionary map => WriteMapAsync(map),
        IDictionary<string, object?> map => WriteMapAsync(map.ToDictionary()),
        IEnumerable list and (IList or ICollection) => WriteListAsync(list),
        Task => throw new InvalidOperationException(
            "A Task is not a supported argument type: wrap your Task in an Output, with Output.Create."),
        _ when EnumTypes.TryGetValue(value, out var constant) => new(constant),
        _ when value.GetType().IsDefined(typeof(OutputTypeAttribute), inherit: false) => WriteMapAsync(OutputTypes.Read(value)),
        _ => throw new InvalidOperationException(
            $"{value.GetType().FullName} is not a supported argument type. Use a string, int, double, bool, asset, resource, "
            + "list or map of these, an InputArgs class, or an Input or Output of them."),
    };

    private async ValueTask<object?> WriteOutputAsync(IOutput output)
    {
        var data = await output.GetBoxedDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return data.IsSecret ? new WireSecret(WireUnknown.Instance) : WireUnknown.Instance;
        }

        var wire = await WriteAsync(data.Value).ConfigureAwait(false);
        return data.IsSecret && wire is not WireSecret ? new WireSecret(wire) : wire;
    }

    private async ValueTask<object?> WriteNestedArgsAsync(InputArgs args) => await WriteArgsAsync(args).ConfigureAwait(false);

    private ValueTask<object?> WriteResource(Resource resource)
    {
        Dependencies.Add(resource);
        return new(resource);
    }

    private async ValueTask<object?> WriteMapAsync(IDictionary map)
    {
        var result = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
            {
                throw new InvalidOperationException(
                    $"A map with keys of type {entry.Key.GetType().FullName} cannot be sent; the keys must be strings.");
            }

            if (await WriteAsync(entry.Value).ConfigureAwait(false) is { } wire)
            {
                result.Add(key, wire);
            }
        }

        return result;
    }

    private async ValueTask<object?> WriteListAsync(IEnumerable list)
    {
        var result = new List<object?>();

        // The default of an ImmutableArray throws when it is read; as an argument it means an empty list.
        if (list is IStructuralEquatable and IList { IsReadOnly: true } && IsDefaultArray(list))
        {
            return result;
        }

        foreach (var item in list)
        {
            result.Add(await WriteAsync(item).ConfigureAwait(false));
        }

        return result;
    }

    private static bool IsDefaultArray(object list) =>
        list.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && list.Equals(Activator.CreateInstance(type));
}
