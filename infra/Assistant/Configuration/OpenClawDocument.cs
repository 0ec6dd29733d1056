using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>
/// The file <c>openclaw.json</c>: the keys that are written, no others. OpenClaw refuses to start on a key that it does not know, so each
/// of these is in the schema of the pinned release, which a test holds (tests/…/Assistant/Data/openclaw-keys.txt).
/// </summary>
internal sealed record OpenClawDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        // It is a file for a program and for people, not for a web page: names of models stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required GatewayPart Gateway { get; init; }

    public required ModelsPart Models { get; init; }

    public required AgentsPart Agents { get; init; }

    public required ChannelsPart Channels { get; init; }

    public required SessionPart Session { get; init; }

    public required ToolsPart Tools { get; init; }

    public required MessagesPart Messages { get; init; }

    public required PluginsPart Plugins { get; init; }

    public required LoggingPart Logging { get; init; }

    public required DiagnosticsPart Diagnostics { get; init; }

    public required DiscoveryPart Discovery { get; init; }

    public required UpdatePart Update { get; init; }

    /// <summary>The document, its keys in the order of this record, with a line break at the end: equal documents are equal bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    internal sealed record SessionPart(string DmScope);

    internal sealed record MessagesPart(MessageQueue Queue);

    internal sealed record MessageQueue(string Mode, int Cap, string Drop);

    internal sealed record PluginsPart(IReadOnlyList<string> Allow, SortedDictionary<string, PluginEntry>? Entries);

    internal sealed record PluginEntry(bool Enabled);

    internal sealed record LoggingPart(string Level, string ConsoleLevel, string ConsoleStyle);

    internal sealed record DiagnosticsPart(bool Enabled);

    internal sealed record DiscoveryPart(MulticastPart Mdns);

    internal sealed record MulticastPart(string Mode);

    internal sealed record UpdatePart(bool CheckOnStart);
}
