using System.Diagnostics;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>A folder outside the repository, gone after the test whatever permissions its content has.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
        : this(System.IO.Path.GetTempPath())
    {
    }

    /// <summary>Makes the folder below <paramref name="parent"/>.</summary>
    public TemporaryFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, $"clawdbot-loader-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
        Sandbox.Give(Path);
    }

    public string Path { get; }

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        using var chmod = Process.Start("chmod", ["-R", "u+w", Path]);
        chmod.WaitForExit();
        Directory.Delete(Path, recursive: true);
    }
}
