namespace Clawdbot.Infra.Assistant;

/// <summary>The ids of the assistant: CB2500 to CB2549. docs/diagnostics.md gives cause and remedy of each.</summary>
public static class AssistantDiagnosticIds
{
    /// <summary>An image whose tag does not start with a release of OpenClaw.</summary>
    public const string UnknownRelease = "CB2500";

    /// <summary>A release with published security holes.</summary>
    public const string InsecureRelease = "CB2501";

    /// <summary>A release whose probes or settings differ from those that are written.</summary>
    public const string UnsupportedRelease = "CB2502";

    /// <summary>A model that no pool serves.</summary>
    public const string UnservedModel = "CB2503";

    /// <summary>A model whose context cannot hold the assistant's own prompt.</summary>
    public const string ContextTooSmall = "CB2504";

    /// <summary>A chat channel that would answer to everybody, or to nobody.</summary>
    public const string ChannelAccess = "CB2505";

    /// <summary>iMessage without a Mac to run it on.</summary>
    public const string IMessageNeedsMac = "CB2506";

    /// <summary>A detail of the way to the Mac that ssh would not accept.</summary>
    public const string InvalidMacAccess = "CB2507";

    /// <summary>The same model twice among first choice and fallbacks.</summary>
    public const string RepeatedModel = "CB2508";

    /// <summary>An address of the control page that a browser would not send.</summary>
    public const string InvalidOrigin = "CB2509";
}
