using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>Reads a YAML file of one document.</summary>
internal static class YamlFile
{
    /// <summary>The document of <paramref name="path"/>; null when the file is empty.</summary>
    /// <exception cref="DiagnosticException">The file cannot be read, is not YAML, or is not a mapping.</exception>
    public static YamlMapping? Load(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents switch
            {
                [] => null,
                [{ RootNode: YamlScalarNode { Value: null or "" } }] => null,
                [{ RootNode: YamlMappingNode root }] => new YamlMapping(path, root),
                _ => throw Problem(
                    DiagnosticIds.StackFileShape, path, stream.Documents.Count > 1 ? "several documents" : "not a mapping",
                    "one document of key: value lines", "Correct the file."),
            };
        }
        catch (YamlException e)
        {
            throw Problem(
                DiagnosticIds.YamlSyntax, $"{path}:{YamlMapping.Position(e.Start)}",
                $"not valid YAML ({OneLine.Of(e.Message)})", "YAML with unique keys", "Correct the file at that line and column.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(
                DiagnosticIds.UnreadableFile, path, $"unreadable ({OneLine.Of(e.Message)})",
                "a file that this user may read", "Check that it exists and its permissions.");
        }
    }

    private static DiagnosticException Problem(string id, string subject, string value, string allowed, string remedy) =>
        new([new Diagnostic(id, subject, value, allowed, remedy)]);
}
