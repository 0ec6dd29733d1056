namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>Programs that the tests start; a missing one is a failure that says how to install it.</summary>
public static class RequiredProgram
{
    /// <summary>Full path of <paramref name="name"/>.</summary>
    public static string Find(string name, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{name} is missing. Install it: apt-get install --no-install-recommends {package}");
    }
}
