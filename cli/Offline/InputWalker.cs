using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// Turns the arguments of a resource into plain values through Pulumi's public API, marking what is secret or unknown as
/// precisely as that API allows: to the element for unknown values, to the whole list or map where one element is secret
/// (whether the container is secret too cannot be seen, and a secret must not be shown).
/// </summary>
/// <param name="urnOf">The URN of a resource that is used as a value.</param>
internal sealed class InputWalker(Func<Resource, string> urnOf)
{
    // What the Kubernetes provider treats as secret however the program wrote it; the keys are as public as in `kubectl describe`.
    private static readonly ImmutableArray<string> KubernetesSecretMembers = ["data", "stringData"];

    private readonly HashSet<Resource> _dependencies = [];
    private readonly List<string> _leakedPaths = [];

    /// <summary>Walks the arguments of a resource of type <paramref name="type"/>.</summary>
    /// <exception cref="DiagnosticException">A value has a type that Pulumi cannot send.</exception>
    public async Task<WalkedInputs> WalkAsync(string type, ResourceArgs args)
    {
        // The dictionary inside cannot be reached, and what the mocks get of it has lost its secret marks.
        if (args is DictionaryResourceArgs)
        {
            return new WalkedInputs(PlanValue.Map.Of([KeyValuePair.Create("*", PlanValue.NotInspectable)]), [], []);
        }

        var secretMembers = type == "kubernetes:core/v1:Secret" ? KubernetesSecretMembers : [];
        var inputs = await MembersAsync(args, "", secretMembers);
        return new WalkedInputs(inputs, [.. _dependencies], [.. _leakedPaths]);
    }

    /// <summary>Walks one value.</summary>
    /// <returns>The value, null when it is absent, and whether it contains a secret setting in plain text.</returns>
    public async Task<(PlanValue? Value, bool Leaks)> WalkValueAsync(object? value)
    {
        var walked = await ValueAsync(value, "");
        return (walked, _leakedPaths.Count > 0);
    }

    private async ValueTask<PlanValue.Map> MembersAsync(object args, string path, ImmutableArray<string> secretMembers)
    {
        var entries = new List<KeyValuePair<string, PlanValue>>();
        foreach (var member in InputMembers.Of(args.GetType()))
        {
            var content = member.Read(args);
            var value = content is not null && secretMembers.Contains(member.Name)
                ? await SecretMapAsync(content)
                : await ValueAsync(content, Child(path, member.Name));
            if (value is not null)
            {
                entries.Add(KeyValuePair.Create(member.Name, member.Json ? AsJsonText(value) : value));
            }
        }

        return PlanValue.Map.Of(entries);
    }

    private async ValueTask<PlanValue?> ValueAsync(object? value, string path)
    {
        switch (value)
        {
            case null:
                return null;
            case string text:
                return Text(text, path);
            case bool flag:
                return new PlanValue.Flag(flag);
            case int or long or double or float or short or byte or uint or ushort or sbyte:
                return new PlanValue.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            case JsonElement json:
                return Json(json, path);
            case InputArgs args:
                return await MembersAsync(args, path, []);
            case AssetOrArchive asset:
                return new PlanValue.Asset(asset.GetType().Name);
            case Resource resource:
                _dependencies.Add(resource);
                return new PlanValue.Reference(urnOf(resource));
        }

        if (OutputReader.For(value.GetType()) is { } reader)
        {
            return await OutputAsync(reader, value, path);
        }

        return ScalarReader.TryRead(value, out var content) ? await ValueAsync(content, path) : await ContainerAsync(value, path);
    }

    private async ValueTask<PlanValue?> OutputAsync(OutputReader reader, object value, string path)
    {
        var state = await reader.ReadAsync(value);
        _dependencies.UnionWith(state.Dependencies);
        if (state.Secret)
        {
            return PlanValue.Secret.Opaque;
        }

        if (state.Known)
        {
            return await ValueAsync(state.Value, path);
        }

        return reader.ElementsAsync(value) is { } elements
            ? await PartlyKnownAsync(await elements, path, isMap: value.GetType().GetGenericTypeDefinition() == typeof(InputMap<>))
            : PlanValue.NotYetKnown;
    }

    private async Task<PlanValue> SecretMapAsync(object value)
    {
        if (OutputReader.For(value.GetType()) is not { } reader || reader.ElementsAsync(value) is not { } read)
        {
            return PlanValue.Secret.Opaque;
        }

        _dependencies.UnionWith((await reader.ReadAsync(value)).Dependencies);
        var keys = new List<string>();
        foreach (var element in await read)
        {
            if (reader.PublicKeyAsync(element) is not { } readKey || await readKey is not { } key)
            {
                return PlanValue.Secret.Opaque;
            }

            keys.Add(key);
        }

        return new PlanValue.Secret([.. keys.Order(StringComparer.Ordinal)]);
    }

    private async ValueTask<PlanValue> PartlyKnownAsync(List<object> elements, string path, bool isMap)
    {
        var items = new List<PlanValue>();
        for (var i = 0; i < elements.Count; i++)
        {
            items.Add(await ValueAsync(elements[i], Index(path, i)) ?? PlanValue.Nothing);
        }

        // All elements known although the whole is not: the container itself, and so its length, is the unknown.
        if (!items.Any(i => i.IsIncomplete))
        {
            return PlanValue.NotYetKnown;
        }

        return isMap ? PartlyKnownMap(items) : new PlanValue.List([.. items]);
    }

    // A map element is a pair as one output: while its value is unknown, so is its key.
    private static PlanValue.Map PartlyKnownMap(List<PlanValue> pairs)
    {
        var known = pairs.OfType<PlanValue.Map>().Select(p => p.Entries.Single()).ToList();
        return PlanValue.Map.Of(known, pairs.Count - known.Count);
    }

    private async ValueTask<PlanValue?> ContainerAsync(object value, string path)
    {
        if (value is IDictionary dictionary)
        {
            var entries = new List<KeyValuePair<string, PlanValue>>();
            foreach (DictionaryEntry entry in dictionary)
            {
                var key = entry.Key as string ?? throw Unsupported(path, entry.Key);
                entries.Add(KeyValuePair.Create(key, await ValueAsync(entry.Value, Child(path, key)) ?? PlanValue.Nothing));
            }

            return PlanValue.Map.Of(entries);
        }

        if (PairReader.TryRead(value, out var pairKey, out var pairValue))
        {
            return PlanValue.Map.Of([KeyValuePair.Create(pairKey, await ValueAsync(pairValue, Child(path, pairKey)) ?? PlanValue.Nothing)]);
        }

        if (value is not IList list)
        {
            throw Unsupported(path, value);
        }

        // The default ImmutableArray is the absent list; it throws on every access but this comparison.
        if (value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType())))
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<PlanValue>(list.Count);
        foreach (var item in list)
        {
            items.Add(await ValueAsync(item, Index(path, items.Count)) ?? PlanValue.Nothing);
        }

        return new PlanValue.List(items.ToImmutable());
    }

    private PlanValue Text(string text, string path)
    {
        if (!SecretPlaceholder.IsIn(text))
        {
            return new PlanValue.Text(text);
        }

        _leakedPaths.Add(path);
        return PlanValue.Secret.Opaque;
    }

    private PlanValue Json(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object => PlanValue.Map.Of(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Json(p.Value, Child(path, p.Name))))),
        JsonValueKind.Array => new PlanValue.List([.. json.EnumerateArray().Select((item, i) => Json(item, Index(path, i)))]),
        JsonValueKind.String => Text(json.GetString()!, path),
        JsonValueKind.Number => new PlanValue.Number(json.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new PlanValue.Flag(json.GetBoolean()),
        _ => PlanValue.Nothing,
    };

    private static PlanValue AsJsonText(PlanValue value)
    {
        if (value.HoldsSecret)
        {
            return PlanValue.Secret.Opaque;
        }

        if (value.IsIncomplete)
        {
            return PlanValue.NotYetKnown;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PlanJson.WriteValue(json, value);
        }

        return new PlanValue.Text(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static DiagnosticException Unsupported(string path, object value) => new([new Diagnostic(
        DiagnosticIds.UnsupportedInput, $"the type of input {path}", value.GetType().Name,
        "text, numbers, booleans, lists, maps, arguments, assets and resources", "Convert the value in the component that sets it.")]);

    private static string Child(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
