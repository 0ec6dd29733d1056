using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Files;

public sealed class OutputFileTests
{
    [Fact]
    public void Accepts_a_new_file_and_an_existing_one()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Sub("a", "page.html");
        OutputFile.Replace("--html", file, "one"u8.ToArray());
        OutputFile.Replace("--html", file, "two"u8.ToArray());
        Assert.Equal("two", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(temporary.Sub("a")));
    }

    [Fact]
    public void Rejects_a_folder()
    {
        using var temporary = new TemporaryFolder();
        var error = Assert.Throws<DiagnosticException>(() => OutputFile.Replace("--html", temporary.Path, []));
        Assert.Equal(
            $"CB0008: --html {temporary.Path} is a folder; allowed: a file, existing or new. Pass another --html path or change its permissions.",
            error.Message);
    }

    [Fact]
    public void Rejects_a_path_below_a_file_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        var path = Path.Combine(temporary.Write("f", "mine"), "page.html");
        var error = Assert.Throws<DiagnosticException>(() => OutputFile.Replace("--html", path, []));
        Assert.StartsWith($"CB0008: --html {path} is not writable (", error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(temporary.Path));
    }
}
