using System.Text;
using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Files;

public sealed class OutputFolderTests
{
    [Fact]
    public void Accepts_a_folder_that_does_not_exist_and_makes_its_parents()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("a", "b", "out");
        OutputFolder.Replace(folder, Files(("x.yaml", "1\n"), ("deep/y.yaml", "2\n")), CancellationToken.None);
        Assert.Equal("1\n", File.ReadAllText(Path.Combine(folder, "x.yaml")));
        Assert.Equal("2\n", File.ReadAllText(Path.Combine(folder, "deep", "y.yaml")));
        Assert.Equal([".clawdbot-render", "deep", "x.yaml"], Names(folder));
        Assert.Equal(["out"], Names(temporary.Sub("a", "b")));
    }

    [Fact]
    public void Accepts_its_own_folder_and_removes_what_is_stale()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("out");
        OutputFolder.Replace(folder, Files(("old.yaml", "1"), ("same.yaml", "1")), CancellationToken.None);
        OutputFolder.Replace(folder, Files(("new.yaml", "2"), ("same.yaml", "2")), CancellationToken.None);
        Assert.Equal([".clawdbot-render", "new.yaml", "same.yaml"], Names(folder));
        Assert.Equal("2", File.ReadAllText(Path.Combine(folder, "same.yaml")));
    }

    [Fact]
    public void Accepts_an_empty_folder_behind_a_link_and_keeps_the_link()
    {
        using var temporary = new TemporaryFolder();
        var real = Directory.CreateDirectory(temporary.Sub("real")).FullName;
        var link = temporary.Sub("link");
        Directory.CreateSymbolicLink(link, real);
        OutputFolder.Replace(link, Files(("x", "1")), CancellationToken.None);
        Assert.Equal([".clawdbot-render", "x"], Names(real));
        Assert.NotNull(new DirectoryInfo(link).LinkTarget);
    }

    [Fact]
    public void Rejects_foreign_files_by_name_and_changes_nothing()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Sub("out");
        OutputFolder.Replace(folder, Files(("own.yaml", "1")), CancellationToken.None);
        foreach (var name in new[] { "a.txt", ".hidden", "sub/c.yaml", "z" })
        {
            temporary.Write($"out/{name}", "mine");
        }

        var error = Assert.Throws<DiagnosticException>(() => OutputFolder.Replace(folder, Files(("own.yaml", "2")), CancellationToken.None));
        Assert.Equal(
            $"CB0009: --out {folder} is a folder with files that clawdbot did not write (.hidden, a.txt, sub/c.yaml and 1 more); "
            + "allowed: an empty folder, a new one, or one that clawdbot wrote. Move those files away or pass another --out folder.",
            error.Message);
        Assert.Equal("1", File.ReadAllText(Path.Combine(folder, "own.yaml")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "sub", "c.yaml")));
    }

    [Fact]
    public void Rejects_a_path_that_is_a_file()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("f", "mine");
        var error = Assert.Throws<DiagnosticException>(() => OutputFolder.Check(file));
        Assert.Equal($"CB0008: --out {file} is a file; allowed: a folder, existing or new. Pass another --out folder.", error.Message);
    }

    [Fact]
    public void Rejects_an_empty_name()
    {
        var error = Assert.Throws<DiagnosticException>(() => OutputFolder.Check(""));
        Assert.Equal("CB0008: --out '' is an empty name; allowed: a folder, existing or new. Pass a folder, for example --out build/manifests.", error.Message);
    }

    [Fact]
    public void Rejects_a_folder_below_a_file()
    {
        using var temporary = new TemporaryFolder();
        var folder = Path.Combine(temporary.Write("f", "mine"), "out");
        var error = Assert.Throws<DiagnosticException>(() => OutputFolder.Replace(folder, Files(("x", "1")), CancellationToken.None));
        Assert.StartsWith($"CB0008: --out {folder} is not writable (", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(temporary.Sub("f")));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    public void Rejects_the_current_folder_and_those_above_it(string folder)
    {
        var error = Assert.Throws<DiagnosticException>(() => OutputFolder.Check(folder));
        Assert.Equal(
            $"CB0008: --out {folder} is the current folder or one above it; allowed: a folder that can be replaced as a whole. "
            + "Pass a folder of its own, for example --out build/manifests.",
            error.Message);
    }

    [Fact]
    public void Cancelled_WritesNothing()
    {
        using var temporary = new TemporaryFolder();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => OutputFolder.Replace(temporary.Sub("out"), Files(("x", "1")), cancelled.Token));
        Assert.Empty(Names(temporary.Path));
    }

    private static Dictionary<string, byte[]> Files(params (string Path, string Content)[] files) =>
        files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Content));

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
