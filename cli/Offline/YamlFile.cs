using System.Globalization;
using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clawdbot.Cli.Offline;

/// <summary>Reads a YAML file of one document.</summary>
internal static class YamlFile
{
    /// <summary>
    /// Lists and mappings within each other, at most. The settings need six; the parser's recursion overflows the stack at some thousand,
    /// which no handler can catch.
    /// </summary>
    private const int DeepestLevel = 64;

    /// <summary>Bytes, at most: a stack file has a few thousand, and the kubeconfig of a large site tens of thousands.</summary>
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>The document of <paramref name="path"/>; null when the file is empty.</summary>
    /// <exception cref="DiagnosticException">The file cannot be read, is not YAML, or is not a mapping.</exception>
    public static YamlMapping? Load(string path)
    {
        try
        {
            var text = ReadText(path);
            CheckDepth(path, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
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

    /// <summary>Reads as much as the file says it holds: a device would never end.</summary>
    private static string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > LargestFile)
        {
            throw Problem(
                DiagnosticIds.UnreadableFile, path, string.Create(CultureInfo.InvariantCulture, $"{file.Length} bytes long"),
                string.Create(CultureInfo.InvariantCulture, $"at most {LargestFile} bytes"), "Check what the path is.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    private static void CheckDepth(string path, string text)
    {
        const int StreamAndDocument = 2;
        var parser = new Parser(new StringReader(text));
        for (var depth = -StreamAndDocument; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestLevel)
            {
                throw Problem(
                    DiagnosticIds.StackFileShape, $"{path}:{YamlMapping.Position(parser.Current.Start)}: the depth", $"more than {DeepestLevel}",
                    $"at most {DeepestLevel} levels of lists and mappings", "Flatten the value.");
            }
        }
    }

    private static DiagnosticException Problem(string id, string subject, string value, string allowed, string remedy) =>
        new([new Diagnostic(id, subject, value, allowed, remedy)]);
}
