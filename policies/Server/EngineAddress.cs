using System.Globalization;

namespace Clawdbot.Policies.Server;

/// <summary>Where the engine listens.</summary>
/// <param name="Host">Name or IP address.</param>
/// <param name="Port">TCP port.</param>
internal sealed record EngineAddress(string Host, int Port)
{
    /// <summary>Reads <c>HOST:PORT</c>; null when it is something else.</summary>
    public static EngineAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            && Uri.CheckHostName(text[..colon]) != UriHostNameType.Unknown
            ? new EngineAddress(text[..colon].Trim('[', ']'), port)
            : null;
    }
}
