using System.Globalization;
using System.Text;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>One line per event on standard output, errors on standard error. Names of files come from strangers, so nothing can break a line.</summary>
internal static class Log
{
    internal static void Information(string message) => Write(Console.Out, "info", message);

    internal static void Warning(string message) => Write(Console.Out, "warning", message);

    internal static void Error(string message) => Write(Console.Error, "error", message);

    /// <summary>An address without its query, which may hold a signature that gives access.</summary>
    internal static string Show(Uri address) => address.GetLeftPart(UriPartial.Path);

    /// <summary>For example <c>12.3 GiB</c>.</summary>
    internal static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GiB"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):F1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };

    private static void Write(TextWriter writer, string level, string message)
    {
        var line = new StringBuilder(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        line.Append(' ').Append(level).Append(' ');
        foreach (var character in message)
            line.Append(char.IsControl(character) ? ' ' : character);
        writer.WriteLine(line.ToString());
    }
}
