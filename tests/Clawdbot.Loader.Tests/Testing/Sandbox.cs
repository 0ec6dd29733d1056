using System.Diagnostics;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>
/// Runs programs with no more rights than in their pod. Root could write into read-only directories, so when the tests run as root
/// the loader runs as user 2000 all the same.
/// </summary>
public static class Sandbox
{
    public const int User = 2000;

    public static bool IsRoot { get; } = Environment.IsPrivilegedProcess;

    private static string[] AsUser => IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : [];

    /// <summary>The command, as the pod's user.</summary>
    public static string[] Command(IEnumerable<string> command) => [.. AsUser, .. command];

    /// <summary>The command without network, with everything read-only but <paramref name="work"/> and <paramref name="temporary"/>, which becomes /tmp. As root in namespaces of its own, otherwise in those of a user namespace.</summary>
    public static string[] Sealed(string work, string temporary, IEnumerable<string> command)
    {
        string[] space = IsRoot ? ["unshare", "--net", "--mount"] : ["unshare", "--net", "--mount", "--user", "--map-root-user"];
        return [.. space, "sh", "-c", $"mount --bind '{work}' '{work}' && mount --bind '{temporary}' /tmp && mount -o remount,bind,ro / && exec \"$@\"", "sh", .. AsUser, .. command];
    }

    /// <summary>Gives a folder to the pod's user.</summary>
    public static void Give(string folder)
    {
        if (IsRoot)
            Require("chown", "-R", $"{User}:{User}", folder);
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static void Require(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} does not start; install it: apt-get install util-linux coreutils");
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors}");
    }
}
