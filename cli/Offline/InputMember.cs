namespace Clawdbot.Cli.Offline;

/// <summary>One member of an arguments type.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Json">Whether the value is sent as JSON text.</param>
/// <param name="Read">Reads the member of an instance.</param>
internal sealed record InputMember(string Name, bool Json, Func<object?, object?> Read);
