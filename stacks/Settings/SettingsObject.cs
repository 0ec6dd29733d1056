using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Stacks.Settings;

/// <summary>
/// One JSON object of the settings, read strictly: unknown keys, missing keys and wrong types are recorded, and reading goes on. After
/// a mistake the caller gets the value it named as <c>ifInvalid</c>, chosen so that no other rule complains about it as well.
/// </summary>
internal sealed class SettingsObject
{
    private readonly ImmutableDictionary<string, JsonElement> _members;
    private readonly string _path;
    private readonly bool _broken;
    private readonly string _file;
    private readonly ICollection<Diagnostic> _errors;

    /// <param name="path">Where the object is: <c>clawdbot:pools[0]</c>.</param>
    /// <param name="element">The object; null when it is missing, which has been reported.</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <param name="file">The stack file, for the messages.</param>
    /// <param name="errors">Receives the mistakes.</param>
    /// <param name="explain">Says more about an unknown key, or returns null.</param>
    internal SettingsObject(string path, JsonElement? element, IReadOnlyList<string> keys, string file, ICollection<Diagnostic> errors, Func<string, string?>? explain = null)
    {
        _path = path;
        _file = file;
        _errors = errors;
        _members = ImmutableDictionary<string, JsonElement>.Empty;
        if (element is not { ValueKind: JsonValueKind.Object } value)
        {
            _broken = true;
            if (element is { } other)
                AddWrongType(path, other, $"an object with the keys {string.Join(", ", keys)}");
            return;
        }
        var members = _members.ToBuilder();
        foreach (var member in value.EnumerateObject())
        {
            if (!keys.Contains(member.Name, StringComparer.Ordinal))
                AddUnknown(member.Name, keys, explain?.Invoke(member.Name));
            else
                members[member.Name] = member.Value;
        }
        _members = members.ToImmutable();
    }

    private string Remedy => $"Set it in {_file}.";

    /// <summary>Whether the key is there and not null.</summary>
    internal bool Has(string key) => _members.TryGetValue(key, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>An object whose key <c>kind</c> decides which other keys it may have; with an unknown kind, any of them.</summary>
    internal SettingsObject Variant(string key, IReadOnlyDictionary<string, string[]> keysByKind)
    {
        var kind = _members.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("kind", out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()!
            : "";
        return Object(key, ["kind", .. keysByKind.TryGetValue(kind, out var own) ? own : keysByKind.Values.SelectMany(all => all).Distinct()]);
    }

    internal string Text(string key, string ifInvalid) =>
        Get(key, "a text", value => value.ValueKind == JsonValueKind.String ? value.GetString() : null) ?? ifInvalid;

    /// <summary>A text that something is called by or found with; an empty one is a mistake.</summary>
    internal string Word(string key, string ifInvalid)
    {
        var text = Text(key, ifInvalid);
        if (text.Length > 0 || !Is(key, JsonValueKind.String))
            return text;
        AddWrongType($"{_path}.{key}", _members[key], "a text that is not empty");
        return ifInvalid;
    }

    internal string? OptionalText(string key) => Has(key) ? Text(key, ifInvalid: null!) : null;

    internal int Integer(string key, int ifInvalid) =>
        Get<int?>(key, "a whole number", value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null) ?? ifInvalid;

    internal int? OptionalInteger(string key) => Has(key) && Integer(key, int.MinValue) is var number && number != int.MinValue ? number : null;

    internal double? OptionalNumber(string key) => Has(key) && Number(key, double.NaN) is var number && !double.IsNaN(number) ? number : null;

    internal bool? OptionalFlag(string key) => Has(key) && (Is(key, JsonValueKind.True) || Is(key, JsonValueKind.False)) ? Flag(key, false) : OnlyReport(key);

    internal double Number(string key, double ifInvalid) =>
        Get<double?>(key, "a number", value => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null) ?? ifInvalid;

    internal bool Flag(string key, bool ifInvalid) =>
        Get<bool?>(key, "true or false", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null) ?? ifInvalid;

    /// <summary>The choice, or null after a mistake.</summary>
    internal string? Choice(string key, params string[] choices)
    {
        var text = Get(key, string.Join(" or ", choices), value => value.ValueKind == JsonValueKind.String ? value.GetString() : null) ?? "";
        if (choices.Contains(text, StringComparer.Ordinal))
            return text;
        if (Is(key, JsonValueKind.String))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.UnknownChoice, $"{_path}.{key}", $"'{text}'", string.Join(" or ", choices),
                $"{NearestName.Suggestion(text, choices)}{Remedy}"));
        }
        return null;
    }

    internal ImmutableArray<string> OptionalTexts(string key) => Has(key) ? Texts(key, ifInvalid: []) : [];

    internal ImmutableArray<string> Texts(string key, ImmutableArray<string> ifInvalid) =>
        Get<ImmutableArray<string>?>(key, "a list of texts", value =>
            value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
                : null) ?? ifInvalid;

    internal SettingsObject Object(string key, IReadOnlyList<string> keys, Func<string, string?>? explain = null) =>
        new($"{_path}.{key}", Get<JsonElement?>(key, "an object", value => value), keys, _file, _errors, explain);

    /// <summary>Whole numbers; null when the key is not there or wrong.</summary>
    internal ImmutableArray<int>? OptionalIntegers(string key) => !Has(key) ? null : Get<ImmutableArray<int>?>(key, "a list of whole numbers", value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(item => item.GetInt32())]
            : null);

    /// <summary>Names and texts; null when the key is not there or wrong.</summary>
    internal ImmutableSortedDictionary<string, string>? OptionalTextMap(string key) => OptionalMap(key, "an object of texts", value =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    /// <summary>Names and whole numbers; null when the key is not there or wrong.</summary>
    internal ImmutableSortedDictionary<string, int>? OptionalIntegerMap(string key) => OptionalMap(key, "an object of whole numbers", value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : (int?)null)?
        .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value!.Value, StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, T>? OptionalMap<T>(string key, string type, Func<JsonElement, T?> read) => !Has(key) ? null :
        Get(key, type, value =>
        {
            if (value.ValueKind != JsonValueKind.Object)
                return null;
            var entries = value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, read(member.Value))).ToArray();
            return Array.TrueForAll(entries, entry => entry.Value is not null)
                ? entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal)
                : null;
        });

    /// <summary>Whether the key is there with a list that has no entries.</summary>
    internal bool IsEmptyList(string key) => Is(key, JsonValueKind.Array) && _members[key].GetArrayLength() == 0;

    /// <summary>Records a mistake that only the reader of the object can see, such as two keys that exclude each other.</summary>
    internal void Report(string id, string key, string value, string allowed, string advice = "") =>
        _errors.Add(new Diagnostic(id, $"{_path}.{key}", value, allowed, advice.Length == 0 ? Remedy : $"{advice} {Remedy}"));

    private bool? OnlyReport(string key)
    {
        if (Has(key))
            Flag(key, false);
        return null;
    }

    private bool Is(string key, JsonValueKind kind) => _members.TryGetValue(key, out var value) && value.ValueKind == kind;

    private T? Get<T>(string key, string type, Func<JsonElement, T?> read)
    {
        if (_broken)
            return default;
        if (!Has(key))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.MissingSetting, $"{_path}.{key}", "missing", type, Remedy));
            return default;
        }
        var result = read(_members[key]);
        if (result is null)
            AddWrongType($"{_path}.{key}", _members[key], type);
        return result;
    }

    private void AddUnknown(string key, IReadOnlyList<string> keys, string? explanation) =>
        _errors.Add(new Diagnostic(DiagnosticIds.UnknownSetting, $"{_path}.{key}", "not a setting", string.Join(", ", keys),
            $"{(explanation is null ? NearestName.Suggestion(key, keys) : $"{explanation} ")}Correct it in {_file}."));

    private void AddWrongType(string path, JsonElement value, string type) =>
        _errors.Add(new Diagnostic(DiagnosticIds.WrongSettingType, path, Show(value), type, Remedy));

    internal static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        JsonValueKind.String => $"the text '{value.GetString()}'",
        _ => value.GetRawText(),
    };
}
