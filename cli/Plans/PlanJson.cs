using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clawdbot.Cli.Plans;

/// <summary>
/// Writes <c>plan.json</c>: the same plan gives the same bytes on every machine. The schema is docs/plan-schema.md;
/// a change that breaks a reader raises <see cref="Version"/>.
/// </summary>
internal static class PlanJson
{
    /// <summary>The schema version that is written.</summary>
    public const int Version = 1;

    /// <summary>How all JSON of this command is written: LF on every system, and only what JSON demands is escaped.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole plan, ending in a line feed.</summary>
    public static byte[] Write(Plan plan) => Document(json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("project", plan.Project);
        json.WriteString("stack", plan.Stack);
        json.WriteBoolean("production", plan.IsProduction);
        json.WriteStartArray("resources");
        foreach (var resource in plan.Resources)
        {
            WriteResource(json, resource);
        }

        json.WriteEndArray();
        json.WriteStartArray("pools");
        foreach (var pool in plan.Pools)
        {
            json.WriteStartObject();
            WritePool(json, pool);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("outputs");
        WriteValue(json, plan.Outputs);
        WriteStrings(json, "notes", plan.Notes);
        WriteStrings(json, "warnings", plan.Warnings);
    });

    /// <summary>One JSON object in this command's layout, ending in a line feed.</summary>
    public static byte[] Document(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Writes one resource object.</summary>
    public static void WriteResource(Utf8JsonWriter json, PlanResource resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteString("parent", resource.Parent);
        json.WriteBoolean("custom", resource.Custom);
        json.WriteString("provider", resource.Provider);
        WriteStrings(json, "dependencies", resource.Dependencies);
        json.WriteStartObject("options");
        WriteOptions(json, resource.Options);
        json.WriteEndObject();
        json.WritePropertyName("inputs");
        WriteValue(json, resource.Inputs);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of one pool.</summary>
    public static void WritePool(Utf8JsonWriter json, PlanPool pool)
    {
        json.WriteString("name", pool.Name);
        json.WriteString("model", pool.Model);
        json.WriteString("sku", pool.Sku);
        json.WriteNumber("gpus", pool.Gpus);
        json.WriteNumber("replicas", pool.Replicas);
        WriteStrings(json, "flags", pool.Flags);
        WriteRollout(json, pool.Rollout);
        WriteCapacity(json, pool.Capacity);
    }

    private static void WriteRollout(Utf8JsonWriter json, PlanRollout? rollout)
    {
        WriteRounded(json, "loadSeconds", rollout?.LoadSeconds, 0);
        WriteRounded(json, "startupSeconds", rollout?.StartupSeconds, 0);
        WriteRounded(json, "drainSeconds", rollout?.DrainSeconds, 0);
        WriteRounded(json, "maxSurge", rollout?.MaxSurge, 0);
        WriteRounded(json, "maxUnavailable", rollout?.MaxUnavailable, 0);
    }

    /// <summary>Figures are rounded to what they are good for, so that the last bit of a processor never changes a file.</summary>
    private static void WriteCapacity(Utf8JsonWriter json, PlanCapacity? capacity)
    {
        WriteRounded(json, "weightsGiB", capacity?.WeightsGiB, 2);
        WriteRounded(json, "kvCacheGiB", capacity?.KvCacheGiB, 2);
        WriteRounded(json, "headroomGiB", capacity?.HeadroomGiB, 2);
        WriteRounded(json, "kvCacheTokens", capacity?.KvCacheTokens, 0);
        WriteRounded(json, "maxConcurrency", capacity?.MaxConcurrency, 2);
        WriteRounded(json, "tokensPerSecond", capacity?.TokensPerSecond, 0);
        WriteRounded(json, "pricePerHour", capacity?.PricePerHour, 2);
        json.WriteStartArray("reasons");
        foreach (var (flag, value, reason) in capacity?.Reasons ?? [])
        {
            json.WriteStartObject();
            json.WriteString("flag", flag);
            json.WriteString("value", value);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRounded(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, digits, MidpointRounding.AwayFromZero));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a value; marks are objects whose first key starts with a single <c>$</c>, real keys that start with <c>$</c> get a second one.</summary>
    public static void WriteValue(Utf8JsonWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.Null:
                json.WriteNullValue();
                break;
            case PlanValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case PlanValue.Number number:
                WriteNumber(json, number.Value);
                break;
            case PlanValue.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PlanValue.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case PlanValue.Map map:
                json.WriteStartObject();
                foreach (var (key, entry) in map.Entries)
                {
                    json.WritePropertyName(key.StartsWith('$') ? "$" + key : key);
                    WriteValue(json, entry);
                }

                json.WriteEndObject();
                break;
            default:
                WriteMark(json, value);
                break;
        }
    }

    private static void WriteMark(Utf8JsonWriter json, PlanValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case PlanValue.Secret secret:
                json.WriteBoolean("$secret", true);
                if (secret.Keys.Length > 0)
                {
                    WriteStrings(json, "keys", secret.Keys);
                }

                break;
            case PlanValue.Unknown:
                json.WriteBoolean("$unknown", true);
                break;
            case PlanValue.Hidden:
                json.WriteBoolean("$hidden", true);
                break;
            case PlanValue.Reference reference:
                json.WriteString("$resource", reference.Urn);
                break;
            case PlanValue.Asset asset:
                json.WriteString("$asset", asset.Kind);
                break;
            default:
                throw new InvalidOperationException($"No encoding for {value.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, PlanOptions options)
    {
        WriteIfTrue(json, "protect", options.Protect);
        WriteIfTrue(json, "retainOnDelete", options.RetainOnDelete);
        if (options.DeleteBeforeReplace is { } deleteBeforeReplace)
        {
            json.WriteBoolean("deleteBeforeReplace", deleteBeforeReplace);
        }

        WriteIfAny(json, "aliases", options.Aliases);
        WriteIfAny(json, "ignoreChanges", options.IgnoreChanges);
        WriteIfAny(json, "replaceOnChanges", options.ReplaceOnChanges);
        WriteIfAny(json, "additionalSecretOutputs", options.AdditionalSecretOutputs);
        if (options.Import is { } import)
        {
            json.WriteString("import", import);
        }

        if (options.Read is { } read)
        {
            json.WriteString("read", read);
        }

        if (options.DeletedWith is { } deletedWith)
        {
            json.WriteString("deletedWith", deletedWith);
        }

        WriteIfSet(json, "createTimeoutSeconds", options.CreateTimeoutSeconds);
        WriteIfSet(json, "updateTimeoutSeconds", options.UpdateTimeoutSeconds);
        WriteIfSet(json, "deleteTimeoutSeconds", options.DeleteTimeoutSeconds);
    }

    private static void WriteIfTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            WriteNumber(json, number);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.Length > 0)
        {
            WriteStrings(json, name, values);
        }
    }

    /// <summary>Writes a list of strings under <paramref name="name"/>.</summary>
    public static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (PlanNumbers.TryGetInteger(value, out var integer))
        {
            json.WriteNumberValue(integer);
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }
}
