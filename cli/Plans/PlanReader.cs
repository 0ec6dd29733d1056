using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Plans;

/// <summary>
/// Reads <c>plan.json</c> back. What <see cref="PlanJson"/> writes must be there and of its type; members that are not known are skipped, because later releases may
/// add some under the same version.
/// </summary>
internal static class PlanReader
{
    /// <summary>The plan.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="DiagnosticException">The file is no plan of this version.</exception>
    public static Plan Read(string file, string text)
    {
        var root = JsonPart.Parse(file, text).AsObject();
        var version = root.Get("version").AsInteger();
        if (version != PlanJson.Version)
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.PlanVersion, $"version in {file}", version.ToString(CultureInfo.InvariantCulture),
                PlanJson.Version.ToString(CultureInfo.InvariantCulture), "Write the file again with this release: `clawdbot preview STACK --out DIR`.")]);
        }

        return new Plan(
            root.Get("project").AsText(), root.Get("stack").AsText(), Resources(root.Get("resources")), [.. root.Get("pools").AsItems().Select(Pool)],
            Map(root.Get("outputs")), Texts(root.Get("warnings")))
        {
            Notes = Texts(root.Get("notes")),

            // Plans of older releases do not say; the stricter reading is the safe one.
            IsProduction = root.Find("production")?.AsFlag() ?? true,
        };
    }

    private static ImmutableArray<PlanResource> Resources(JsonPart list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var resources = ImmutableArray.CreateBuilder<PlanResource>();
        foreach (var part in list.AsItems())
        {
            var resource = Resource(part.AsObject());
            if (!seen.Add(resource.Urn))
            {
                throw part.Get("urn").Wrong($"a second resource {resource.Urn}", "each URN once");
            }

            resources.Add(resource);
        }

        return [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)];
    }

    private static PlanResource Resource(JsonPart part) => new(
        part.Get("urn").AsText(), part.Get("type").AsText(), part.Get("name").AsText(), part.Get("parent").AsTextOrNull(), part.Get("provider").AsTextOrNull(),
        part.Get("custom").AsFlag(), Texts(part.Get("dependencies")), Options(part.Get("options").AsObject()), Map(part.Get("inputs")));

    private static PlanOptions Options(JsonPart part) => new()
    {
        Protect = part.Find("protect")?.AsFlag() ?? false,
        RetainOnDelete = part.Find("retainOnDelete")?.AsFlag() ?? false,
        DeleteBeforeReplace = part.Find("deleteBeforeReplace")?.AsFlag(),
        Aliases = TextsOrNone(part.Find("aliases")),
        IgnoreChanges = TextsOrNone(part.Find("ignoreChanges")),
        ReplaceOnChanges = TextsOrNone(part.Find("replaceOnChanges")),
        AdditionalSecretOutputs = TextsOrNone(part.Find("additionalSecretOutputs")),
        Import = part.Find("import")?.AsText(),
        Read = part.Find("read")?.AsText(),
        DeletedWith = part.Find("deletedWith")?.AsText(),
        CreateTimeoutSeconds = part.Find("createTimeoutSeconds")?.AsNumber(),
        UpdateTimeoutSeconds = part.Find("updateTimeoutSeconds")?.AsNumber(),
        DeleteTimeoutSeconds = part.Find("deleteTimeoutSeconds")?.AsNumber(),
    };

    private static PlanPool Pool(JsonPart part)
    {
        part.AsObject();
        return new PlanPool(
            part.Get("name").AsText(), part.Get("model").AsText(), part.Get("sku").AsText(), part.Get("gpus").AsInteger(), part.Get("replicas").AsInteger(), Texts(part.Get("flags")))
        {
            Rollout = IsSet(part, "loadSeconds") ? new PlanRollout(
                part.Get("loadSeconds").AsNumber(), part.Get("startupSeconds").AsInteger(), part.Get("drainSeconds").AsInteger(),
                part.Get("maxSurge").AsInteger(), part.Get("maxUnavailable").AsInteger()) : null,
            Capacity = IsSet(part, "weightsGiB") ? new PlanCapacity(
                part.Get("weightsGiB").AsNumber(), part.Get("kvCacheGiB").AsNumber(), part.Get("headroomGiB").AsNumber(), (long)part.Get("kvCacheTokens").AsNumber(),
                part.Get("maxConcurrency").AsNumber(), part.Get("tokensPerSecond").AsNumber(), IsSet(part, "pricePerHour") ? part.Get("pricePerHour").AsNumber() : null,
                [.. part.Get("reasons").AsItems().Select(reason => (reason.Get("flag").AsText(), reason.Get("value").AsText(), reason.Get("reason").AsText()))]) : null,
        };
    }

    private static bool IsSet(JsonPart part, string name) => part.Find(name) is { Kind: not JsonTokenType.Null };

    private static ImmutableArray<string> Texts(JsonPart part) => [.. part.AsItems().Select(item => item.AsText())];

    private static ImmutableArray<string> TextsOrNone(JsonPart? part) => part is null ? [] : Texts(part);

    private static PlanValue.Map Map(JsonPart part) =>
        Value(part.AsObject()) as PlanValue.Map ?? throw part.Wrong("a mark", "an object of values");

    private static PlanValue Value(JsonPart part) => part.Kind switch
    {
        JsonTokenType.StartObject when part.Members is [{ Key: ['$', not '$', ..] or "$" }, ..] => Mark(part),
        JsonTokenType.StartObject => PlanValue.Map.Of(part.Members.Select(member => KeyValuePair.Create(Key(member), Value(member.Value)))),
        JsonTokenType.StartArray => new PlanValue.List([.. part.Items.Select(Value)]),
        JsonTokenType.String => new PlanValue.Text(part.AsText()),
        JsonTokenType.Number => new PlanValue.Number(part.Number),
        JsonTokenType.Null => PlanValue.Nothing,
        _ => new PlanValue.Flag(part.AsFlag()),
    };

    private static string Key(KeyValuePair<string, JsonPart> member) => !member.Key.StartsWith('$') ? member.Key
        : member.Key.StartsWith("$$", StringComparison.Ordinal) ? member.Key[1..]
        : throw member.Value.Wrong($"under '{member.Key}'", "a mark as the only key of its object, or a real key with a second $");

    private static PlanValue Mark(JsonPart part)
    {
        var (name, value) = part.Members[0];
        var known = name switch
        {
            "$secret" when value.AsFlag() => new PlanValue.Secret(TextsOrNone(part.Find("keys"))),
            "$unknown" when value.AsFlag() => PlanValue.NotYetKnown,
            "$hidden" when value.AsFlag() => PlanValue.NotInspectable,
            "$resource" => new PlanValue.Reference(value.AsText()),
            "$asset" => new PlanValue.Asset(value.AsText()),
            _ => null,
        };
        var members = part.Members.Count - (name == "$secret" && part.Find("keys") is not null ? 1 : 0);
        return known is not null && members == 1 ? known : throw part.Wrong($"an unknown mark '{name}'", "$secret, $unknown, $hidden, $resource or $asset");
    }
}
