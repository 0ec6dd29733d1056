using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>Units as Grafana names them (grafana/grafana, packages/grafana-data, valueFormats/categories.ts).</summary>
public static class PanelUnits
{
    /// <summary>A count.</summary>
    public const string Count = "short";

    /// <summary>A share, 0 to 1, shown in percent.</summary>
    public const string Share = "percentunit";

    /// <summary>Percent, 0 to 100.</summary>
    public const string Percent = "percent";

    /// <summary>Seconds.</summary>
    public const string Seconds = "s";

    /// <summary>Bytes in powers of 1024.</summary>
    public const string Bytes = "bytes";

    /// <summary>Bytes per second.</summary>
    public const string BytesPerSecond = "binBps";

    /// <summary>Requests per second.</summary>
    public const string RequestsPerSecond = "reqps";

    /// <summary>Events per second.</summary>
    public const string EventsPerSecond = "cps";

    /// <summary>Degrees Celsius.</summary>
    public const string Celsius = "celsius";

    /// <summary>Watts.</summary>
    public const string Watts = "watt";

    /// <summary>A plain number, such as a code or a weight.</summary>
    public const string Number = "none";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [Count, Share, Percent, Seconds, Bytes, BytesPerSecond, RequestsPerSecond, EventsPerSecond, Celsius, Watts, Number];
}
