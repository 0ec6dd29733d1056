namespace Clawdbot.Infra.Gateway;

/// <summary>The repair script, carried in the assembly so that the stack can be started from any directory.</summary>
public static class GatewayScript
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(GatewayScript).Assembly.GetManifestResourceStream($"Clawdbot.Infra.Gateway.{GatewayDefaults.ScriptFile}")
            ?? throw new InvalidOperationException($"The assembly lacks the resource {GatewayDefaults.ScriptFile}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
