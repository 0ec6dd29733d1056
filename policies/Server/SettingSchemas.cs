using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Server;

/// <summary>Settings of a rule as JSON schemas. The engine checks the configuration against them, and takes the defaults from them.</summary>
internal static class SettingSchemas
{
    /// <summary>The schemas by name of the setting.</summary>
    public static PropertyValue.Map Of(IReadOnlyList<RuleSetting> settings) => new([.. settings.Select(setting => KeyValuePair.Create(setting.Name, (PropertyValue)Of(setting)))]);

    private static PropertyValue.Map Of(RuleSetting setting)
    {
        var type = setting.Kind == RuleSettingKind.Number ? "number" : "string";
        var schema = PropertyValue.Map.Empty;
        if (setting.Kind == RuleSettingKind.Texts)
        {
            schema = schema.With("type", new PropertyValue.Text("array")).With("items", Restricted(PropertyValue.Map.Empty.With("type", new PropertyValue.Text(type)), setting));
        }
        else
        {
            schema = Restricted(schema.With("type", new PropertyValue.Text(type)), setting);
        }

        return schema.With("description", new PropertyValue.Text(setting.Description)).With("default", Value(setting.Default));
    }

    private static PropertyValue.Map Restricted(PropertyValue.Map schema, RuleSetting setting) => schema
        .With("minimum", setting.Minimum is { } low ? new PropertyValue.Number(low) : null)
        .With("maximum", setting.Maximum is { } high ? new PropertyValue.Number(high) : null)
        .With("enum", setting.Choices.Count > 0 ? Value(setting.Choices) : null);

    private static PropertyValue Value(object value) => value switch
    {
        double number => new PropertyValue.Number(number),
        string text => new PropertyValue.Text(text),
        _ => new PropertyValue.List([.. ((IReadOnlyList<string>)value).Select(text => new PropertyValue.Text(text))]),
    };
}
