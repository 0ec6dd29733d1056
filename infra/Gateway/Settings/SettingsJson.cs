using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Writes a settings document: the same settings give the same bytes on every machine.</summary>
public static class SettingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // Read by programs and people, never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, members in the order of their declaration, with a final line feed.</summary>
    public static string Write(RouterSettings settings) => Serialize(settings);

    /// <inheritdoc cref="Write(RouterSettings)"/>
    public static string Write(AccessTierSettings settings) => Serialize(settings);

    private static string Serialize<T>(T settings) => JsonSerializer.Serialize(settings, Options) + "\n";
}
