namespace Clawdbot.Policies.Serving;

/// <summary>How many words follow a flag.</summary>
internal enum VllmFlagKind
{
    /// <summary>None: <c>--enforce-eager</c>, <c>--no-enforce-eager</c>.</summary>
    Switch,

    /// <summary>One.</summary>
    Value,

    /// <summary>One or more.</summary>
    Values,
}
