namespace Clawdbot.Cli.Offline;

/// <summary>
/// What the program gets in place of every secret setting: the offline command never decrypts, and a secret that stands
/// in plain text is replaced all the same. A placeholder found in a plan shows that the program treats a secret as plain text.
/// </summary>
internal static class SecretPlaceholder
{
    /// <summary>What every placeholder contains and nothing else does.</summary>
    public const string Marker = "offline-placeholder-for-secret-";

    /// <summary>The placeholder for a configuration key.</summary>
    public static string For(string key) => Marker + key.Replace(':', '-');

    /// <summary>Whether <paramref name="text"/> contains a placeholder.</summary>
    public static bool IsIn(string text) => text.Contains(Marker, StringComparison.Ordinal);
}
