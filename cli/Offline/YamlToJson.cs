using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// Structured settings as the engine hands them to a program: JSON text, plain scalars typed by YAML's core schema
/// (https://yaml.org/spec/1.2.2/#103-core-schema), <c>secure:</c> values replaced by a placeholder.
/// </summary>
internal static partial class YamlToJson
{
    // Settings nest a handful of levels; an alias that contains itself would never end.
    private const int DeepestLevel = 50;

    // Bytes of JSON for one setting; the longest of ours has a few thousand. Aliases of aliases could grow a small file without bounds.
    private const long LargestValue = 1024 * 1024;

    /// <summary>The JSON text of <paramref name="node"/> and whether it contains a <c>secure:</c> value.</summary>
    /// <exception cref="DiagnosticException">The value nests too deeply, is too large, or has a number that readers of YAML take differently.</exception>
    public static (string Json, bool HasSecret) Convert(string file, string key, YamlNode node)
    {
        var hasSecret = false;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, file, key, node, 0, ref hasSecret);
        }

        return (Encoding.UTF8.GetString(stream.ToArray()), hasSecret);
    }

    /// <summary>Whether <paramref name="node"/> is an encrypted value: <c>{ secure: ciphertext }</c>.</summary>
    public static bool IsSecure(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping
        && mapping.Children.First() is { Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode };

    private static void Write(Utf8JsonWriter json, string file, string key, YamlNode node, int depth, ref bool hasSecret)
    {
        if (depth > DeepestLevel)
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.StackFileShape, $"{file}:{YamlMapping.Position(node.Start)}: the depth of {key}",
                $"more than {DeepestLevel}", $"at most {DeepestLevel} levels, without aliases that contain themselves", "Flatten the value.")]);
        }

        if (json.BytesCommitted + json.BytesPending > LargestValue)
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.StackFileShape, $"{file}:{YamlMapping.Position(node.Start)}: the size of {key}", "more than 1 MiB",
                "at most 1 MiB once its aliases are written out", "Shorten the value.")]);
        }

        if (IsSecure(node))
        {
            hasSecret = true;
            json.WriteStringValue(SecretPlaceholder.For(key));
            return;
        }

        switch (node)
        {
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence)
                {
                    Write(json, file, key, item, depth + 1, ref hasSecret);
                }

                json.WriteEndArray();
                break;
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (name, value) in new YamlMapping(file, mapping).Entries)
                {
                    json.WritePropertyName(name);
                    Write(json, file, key, value, depth + 1, ref hasSecret);
                }

                json.WriteEndObject();
                break;
            case YamlScalarNode scalar:
                WriteScalar(json, file, key, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, string file, string key, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, Value: "tag:yaml.org,2002:str" })
        {
            json.WriteStringValue(text);
        }
        else if (LeadingZero().IsMatch(text))
        {
            // YAML 1.2 takes it as decimal, YAML 1.1 as octal; the plan must not differ from the deployment.
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.StackFileShape, $"{file}:{YamlMapping.Position(scalar.Start)}: a number in {key}", text,
                "a number without leading zeros, 0o… for octal, or quoted text", "Remove the zeros, or quote the value.")]);
        }
        else if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            json.WriteNullValue();
        }
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            json.WriteBooleanValue(text[0] is 't' or 'T');
        }
        else if (TryInteger(text, out var integer))
        {
            json.WriteNumberValue(integer);
        }
        else if (CoreSchemaFloat().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private static bool TryInteger(string text, out long value)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }

        if (text.StartsWith("0o", StringComparison.Ordinal) && text.Length is > 2 and <= 22 && text.AsSpan(2).IndexOfAnyExceptInRange('0', '7') < 0)
        {
            value = System.Convert.ToInt64(text[2..], 8);
            return true;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex("^[-+]?0[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();

    // .NET alone would also take "Infinity", group separators and blanks.
    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CoreSchemaFloat();
}
