using Spectre.Console;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Shows that something goes on, on a terminal only.</summary>
internal static class Progress
{
    /// <summary>Runs <paramref name="work"/>, with <paramref name="title"/> and a spinner while it lasts.</summary>
    public static Task<T> ShowAsync<T>(CommandHost host, bool wanted, string title, Func<Task<T>> work) =>
        wanted && host.IsTerminal
            ? AnsiConsole.Console.Status().StartAsync(Markup.Escape(title), _ => work())
            : work();
}
