using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Files;

public sealed class OutputFileTests
{
    private const string Mark = "ours";

    [Fact]
    public void Accepts_a_new_file_and_one_that_it_wrote()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Sub("a", "page.html");
        OutputFile.Replace("--html", file, Mark, "one, ours"u8.ToArray());
        OutputFile.Replace("--html", file, Mark, "two, ours"u8.ToArray());
        Assert.Equal("two, ours", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(temporary.Sub("a")));
    }

    [Fact]
    public void Rejects_a_file_of_somebody_else_and_leaves_it_alone()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("Program.cs", "mine");
        var error = Assert.Throws<DiagnosticException>(() => OutputFile.Replace("--html", file, Mark, "ours"u8.ToArray()));
        Assert.Equal(
            $"CB0009: --html {file} is a file that clawdbot did not write; allowed: a new file or one that clawdbot wrote. "
            + "Move that file away or pass another --html path.",
            error.Message);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Rejects_a_folder()
    {
        using var temporary = new TemporaryFolder();
        var error = Assert.Throws<DiagnosticException>(() => OutputFile.Replace("--html", temporary.Path, Mark, []));
        Assert.Equal(
            $"CB0008: --html {temporary.Path} is a folder; allowed: a file, existing or new. Pass another --html path or change its permissions.",
            error.Message);
    }

    [Fact]
    public void Rejects_a_path_below_a_file_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        var path = Path.Combine(temporary.Write("f", "mine"), "page.html");
        var error = Assert.Throws<DiagnosticException>(() => OutputFile.Replace("--html", path, Mark, []));
        Assert.Equal(
            $"CB0008: --html {path} is below {temporary.Sub("f")}, which is a file; allowed: a path whose parents are folders. "
            + "Pass another --html path or change its permissions.",
            error.Message);
        Assert.Single(Directory.GetFileSystemEntries(temporary.Path));
    }
}
