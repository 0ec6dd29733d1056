namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Reads mounted secrets. Messages name the file, never the content.</summary>
internal static class SecretFile
{
    internal static string Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            return text.Length > 0 ? text : throw new UsageException($"{file} is empty");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read");
        }
    }
}
