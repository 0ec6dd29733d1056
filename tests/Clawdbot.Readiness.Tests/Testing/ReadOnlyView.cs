using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>A folder once more, read-only, as a volume mount of a pod has it. Mounting needs root.</summary>
public sealed class ReadOnlyView : IDisposable
{
    public ReadOnlyView(string folder, string view)
    {
        View = view;
        Assert.True(Sandbox.IsRoot, "A read-only mount can only be tested as root: sudo ./test.sh");
        Directory.CreateDirectory(view);
        Sandbox.Require("mount", "--bind", folder, view);
        Sandbox.Require("mount", "-o", "remount,bind,ro", view);
    }

    public string View { get; }

    public void Dispose() => Sandbox.Require("umount", View);
}
