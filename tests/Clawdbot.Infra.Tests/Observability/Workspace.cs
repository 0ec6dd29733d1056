namespace Clawdbot.Infra.Tests.Observability;

/// <summary>A temporary folder that goes away with the test.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clawdbot-alerts-");

    internal string Folder => _folder.FullName;

    internal string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
