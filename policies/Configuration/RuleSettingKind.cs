namespace Clawdbot.Policies.Configuration;

/// <summary>The types of configurable values.</summary>
internal enum RuleSettingKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,
}
