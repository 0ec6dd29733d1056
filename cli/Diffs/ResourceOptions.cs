using System.Collections.Immutable;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>The options of a resource as settings, so that they are compared like inputs. Aliases are left out: they tell who a resource is, not how it is.</summary>
internal static class ResourceOptions
{
    /// <summary>The options that are set.</summary>
    public static PlanValue.Map Of(PlanResource resource)
    {
        var options = resource.Options;
        var entries = new List<KeyValuePair<string, PlanValue>>();
        Add("protect", options.Protect ? new PlanValue.Flag(true) : null);
        Add("retainOnDelete", options.RetainOnDelete ? new PlanValue.Flag(true) : null);
        Add("deleteBeforeReplace", options.DeleteBeforeReplace is { } first ? new PlanValue.Flag(first) : null);
        Add("ignoreChanges", Texts(options.IgnoreChanges));
        Add("replaceOnChanges", Texts(options.ReplaceOnChanges));
        Add("additionalSecretOutputs", Texts(options.AdditionalSecretOutputs));
        Add("import", Text(options.Import));
        Add("read", Text(options.Read));
        Add("deletedWith", options.DeletedWith is { } with ? new PlanValue.Reference(with) : null);
        Add("createTimeoutSeconds", Number(options.CreateTimeoutSeconds));
        Add("updateTimeoutSeconds", Number(options.UpdateTimeoutSeconds));
        Add("deleteTimeoutSeconds", Number(options.DeleteTimeoutSeconds));
        return PlanValue.Map.Of(entries);

        void Add(string key, PlanValue? value)
        {
            if (value is not null)
            {
                entries.Add(KeyValuePair.Create(key, value));
            }
        }
    }

    private static PlanValue.Text? Text(string? text) => text is null ? null : new PlanValue.Text(text);

    private static PlanValue.Number? Number(double? number) => number is { } value ? new PlanValue.Number(value) : null;

    private static PlanValue.List? Texts(ImmutableArray<string> texts) => texts.IsEmpty ? null : new PlanValue.List([.. texts.Select(text => new PlanValue.Text(text))]);
}
