using System.Text;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Files;

/// <summary>Reads a file that a person named.</summary>
internal static class InputFile
{
    // A table of every start-up ever published has a few megabytes; more is another kind of file.
    private const long LargestBytes = 64 * 1024 * 1024;

    /// <summary>The whole text, UTF-8 with or without a mark.</summary>
    /// <param name="option">The option that names the file, for messages.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DiagnosticException">It does not exist, is no text, is too large, or cannot be read.</exception>
    public static string Read(string option, string path)
    {
        try
        {
            if (path.Length == 0)
            {
                throw Problem(option, "''", "no name of a file");
            }

            if (Directory.Exists(path))
            {
                throw Problem(option, path, "a folder");
            }

            if (new FileInfo(path) is { Exists: true, Length: > LargestBytes })
            {
                throw Problem(option, path, "larger than 64 MiB");
            }

            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Problem(option, path, "missing");
        }
        catch (DecoderFallbackException)
        {
            throw Problem(option, path, "not UTF-8 text");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Problem(option, path, $"unreadable ({OneLine.Of(e.Message)})");
        }
    }

    private static DiagnosticException Problem(string option, string path, string value) => new(
        [new Diagnostic(DiagnosticIds.UnreadableFile, $"{option} {OneLine.Of(path)}", value, "a text file of at most 64 MiB that this user may read", $"Pass another {option} path.")]);
}
