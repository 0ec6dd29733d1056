namespace Clawdbot.Infra.Assistant;

/// <summary>The scripts of the assistant's pod, which are files in <c>infra/Assistant/Scripts</c>.</summary>
internal static class AssistantScripts
{
    internal const string Seed = "seed.sh";
    internal const string Probe = "probe.mjs";
    internal const string MacCommand = "imsg.sh";
    internal const string MacReadiness = "ready.sh";

    /// <summary>The text of a script.</summary>
    internal static string Read(string name)
    {
        var assembly = typeof(AssistantScripts).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Clawdbot.Infra.Assistant.Scripts.{name}")
            ?? throw new InvalidOperationException($"The script {name} is not in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
