using System.Text.Json;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>A JSON object of a configuration, read key by key; mistakes are collected with the line of their key.</summary>
internal sealed class ConfigObject
{
    private readonly JsonElement _element;
    private readonly string _json;
    private readonly string _file;
    private readonly List<Diagnostic> _mistakes;

    public ConfigObject(JsonElement element, string json, string file)
        : this(element, json, file, [])
    {
    }

    private ConfigObject(JsonElement element, string json, string file, List<Diagnostic> mistakes) => (_element, _json, _file, _mistakes) = (element, json, file, mistakes);

    /// <summary>An object inside this one; null when there is none.</summary>
    public ConfigObject? Child(string key) =>
        _element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? new ConfigObject(value, _json, _file, _mistakes) : null;

    /// <summary>The objects inside this one, whatever their keys.</summary>
    public IEnumerable<ConfigObject> Children() => _element.EnumerateObject()
        .Where(member => member.Value.ValueKind == JsonValueKind.Object)
        .Select(member => new ConfigObject(member.Value, _json, _file, _mistakes));

    /// <summary>Whether the key has a value other than null.</summary>
    public bool Has(string key) => _element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A positive or zero whole number; null when absent. Anything else is a mistake.</summary>
    public int? Number(string key)
    {
        if (!Has(key))
            return null;
        var value = _element.GetProperty(key);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
            return number;
        Wrong(key, value.GetRawText(), "a whole number, 0 and more", "Correct the file.");
        return null;
    }

    /// <summary>A whole number above 0 that must be there; 1 stands in after a mistake, so that reading goes on and finds the others.</summary>
    public int Required(string key)
    {
        if (!Has(key))
        {
            Wrong(key, "missing", "a whole number above 0", "Give the config.json of a decoder model.");
            return 1;
        }
        var before = _mistakes.Count;
        var number = Number(key) ?? 1;
        if (number == 0 && _mistakes.Count == before)
            Wrong(key, "0", "a whole number above 0", "Correct the file.");
        return Math.Max(1, number);
    }

    /// <summary>A number; null when absent. Anything else is a mistake.</summary>
    public double? Fraction(string key)
    {
        if (!Has(key))
            return null;
        var value = _element.GetProperty(key);
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        Wrong(key, value.GetRawText(), "a number", "Correct the file.");
        return null;
    }

    /// <summary>A truth value; null when absent. Anything else is a mistake.</summary>
    public bool? Flag(string key)
    {
        if (!Has(key))
            return null;
        var value = _element.GetProperty(key);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Wrong(key, value.GetRawText(), "true or false", "Correct the file.");
        return null;
    }

    /// <summary>A text; null when absent or something else.</summary>
    public string? Text(string key) => Has(key) && _element.GetProperty(key).ValueKind == JsonValueKind.String ? _element.GetProperty(key).GetString() : null;

    /// <summary>The first text of a list; null when absent.</summary>
    public string? FirstText(string key) => Texts(key).FirstOrDefault();

    /// <summary>The texts of a list; empty when absent.</summary>
    public IEnumerable<string> Texts(string key) => Has(key) && _element.GetProperty(key).ValueKind == JsonValueKind.Array
        ? _element.GetProperty(key).EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
        : [];

    /// <summary>Records a mistake.</summary>
    public void Wrong(string key, string value, string allowed, string remedy) =>
        _mistakes.Add(new Diagnostic(DiagnosticIds.InvalidModelConfig, FormattableString.Invariant($"{_file}:{Line(key)} {key}"), value, allowed, remedy));

    /// <summary>Throws when anything was wrong in this object or one inside it.</summary>
    public void ThrowIfWrong() => DiagnosticException.ThrowIfAny(_mistakes);

    /// <summary>Line of the key inside this object, or the object's first when the key is missing.</summary>
    private int Line(string key)
    {
        var start = Math.Max(0, _json.IndexOf(_element.GetRawText(), StringComparison.Ordinal));
        var at = Has(key) ? _json.IndexOf($"\"{key}\"", start, StringComparison.Ordinal) : start;
        return 1 + _json.AsSpan(0, Math.Max(0, at)).Count('\n');
    }
}
