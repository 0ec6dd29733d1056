using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Files;

public sealed class InputFileTests
{
    [Fact]
    public void Accepts_text_with_and_without_a_mark()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Sub("a.csv");
        File.WriteAllBytes(file, [0xEF, 0xBB, 0xBF, (byte)'a']);
        Assert.Equal("a", InputFile.Read("--validate", file));
        Assert.Equal("ä\r\n", InputFile.Read("--validate", temporary.Write("b.csv", "ä\r\n")));
    }

    [Fact]
    public void Rejects_what_is_not_a_file_of_text()
    {
        using var temporary = new TemporaryFolder();
        var binary = temporary.Sub("binary");
        File.WriteAllBytes(binary, [0xFF, 0xFE, 0x00]);
        Assert.Equal("not UTF-8 text", Value(binary));
        Assert.Equal("a folder", Value(temporary.Path));
        Assert.Equal("missing", Value(temporary.Sub("none", "at.all")));
        Assert.Equal("no name of a file", Value(""));
    }

    private static string Value(string path) => Assert.Single(Assert.Throws<DiagnosticException>(() => InputFile.Read("--validate", path)).Diagnostics).Value;
}
