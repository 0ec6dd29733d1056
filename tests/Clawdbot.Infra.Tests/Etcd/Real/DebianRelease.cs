namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>
/// Everything in which Debian 12's etcd 3.4.23, which the tests run, lacks what the pinned 3.6.14 has. Whatever is not listed here is run as rendered.
/// </summary>
public static class DebianRelease
{
    /// <summary><c>/readyz</c> came with 3.4.29 and 3.5.11.</summary>
    public const string ReadyPath = "/health";

    private static readonly Dictionary<string, string[]> Flags = new(StringComparer.Ordinal)
    {
        // 3.5 and later.
        ["--tls-min-version=TLS1.2"] = [],
        // Feature gates came with 3.6. The check at start-up was an experimental flag, that of compactions did not exist.
        ["--feature-gates=CompactHashCheck=true,InitialCorruptCheck=true"] = ["--experimental-initial-corrupt-check=true"],
    };

    /// <summary>Arguments of a member.</summary>
    public static IEnumerable<string> Arguments(IReadOnlyCollection<string> rendered)
    {
        Assert.All(Flags.Keys, flag => Assert.Contains(flag, rendered));
        // The only logger of 3.5 and later has to be chosen here.
        return rendered.SelectMany(argument => Flags.GetValueOrDefault(argument, [argument])).Append("--logger=zap");
    }

    /// <summary>Command lines of tools: etcdutl came with 3.5, and both options of the restore with 3.6.</summary>
    public static string[] Command(IEnumerable<string> rendered) =>
    [
        .. rendered.Select(part => part is "/usr/local/bin/etcdutl" or "/usr/local/bin/etcdctl" ? RequiredProgram.Find("etcdctl", "etcd-client") : part)
            .Where(part => part is not "--mark-compacted" && !part.StartsWith("--bump-revision", StringComparison.Ordinal)),
    ];
}
