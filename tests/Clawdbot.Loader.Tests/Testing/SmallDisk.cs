namespace Clawdbot.Loader.Tests.Testing;

/// <summary>A file system of a few MiB on a folder: a tmpfs. Mounting needs root.</summary>
public sealed class SmallDisk : IDisposable
{
    public SmallDisk(string folder, int kibibytes)
    {
        Folder = folder;
        Assert.True(Sandbox.IsRoot, "A full disk can only be tested as root: sudo ./test.sh");
        Sandbox.Require("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k,mode=0755,uid={Sandbox.User},gid={Sandbox.User}", "clawdbot-loader-test", folder);
    }

    public string Folder { get; }

    public void Dispose() => Sandbox.Require("umount", Folder);
}
