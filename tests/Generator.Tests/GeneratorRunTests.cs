using Pulumi.Generator.Rules;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Tests;

public sealed class GeneratorRunTests
{
    [Fact]
    public void The_committed_files_are_what_the_generator_writes()
    {
        var output = new StringWriter();
        var code = GeneratorRun.Execute([RepositoryFolder.Root, "--check"], output);
        Assert.True(code == 0, output + "Run: dotnet run --project sdk/Generator -- .");
    }

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        var first = GeneratorRun.Generate(RepositoryFolder.Root);
        var second = GeneratorRun.Generate(RepositoryFolder.Root);
        Assert.Equal(first.SelectMany(package => package.Texts), second.SelectMany(package => package.Texts));
    }

    [Theory]
    [InlineData("", "the arguments are ''; usage: dotnet run --project sdk/Generator -- <repository root> [--check]")]
    [InlineData("--force", "the arguments are '--force'; usage: dotnet run --project sdk/Generator -- <repository root> [--check]")]
    [InlineData("a b", "the arguments are 'a b'; usage: dotnet run --project sdk/Generator -- <repository root> [--check]")]
    public void Rejects_other_arguments(string arguments, string message)
    {
        var error = Assert.Throws<GeneratorException>(
            () => GeneratorRun.Execute(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextWriter.Null));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Rejects_a_root_without_the_rule_files()
    {
        var root = Path.Combine(Path.GetTempPath(), "no-such-repository");
        var missing = Path.Combine(root, "sdk", "Generator", "allow-list.txt");
        var error = Assert.Throws<GeneratorException>(() => GeneratorRun.Execute([root], TextWriter.Null));
        Assert.Equal($"'{missing}' does not exist; usage: dotnet run --project sdk/Generator -- <repository root> [--check]", error.Message);
    }

    [Fact]
    public void Says_how_to_install_a_missing_package()
    {
        var error = Assert.Throws<GeneratorException>(() => PackageSource.Open(PackageRules.All[0], Path.GetTempPath()));
        Assert.Equal(
            "The npm package @pulumi/kubernetes is not installed. Run: npm ci --ignore-scripts --prefix sdk/Generator/npm", error.Message);
    }

    [Fact]
    public void Finds_files_that_are_missing_other_or_too_many()
    {
        var folder = Directory.CreateTempSubdirectory("generated").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "same.cs"), "1");
            File.WriteAllText(Path.Combine(folder, "other.cs"), "1");
            File.WriteAllText(Path.Combine(folder, "surplus.cs"), "1");
            var texts = new Dictionary<string, string> { ["same.cs"] = "1", ["other.cs"] = "2", ["a/missing.cs"] = "1" };
            Assert.Equal(["a/missing.cs", "other.cs", "surplus.cs"], GeneratorRun.Compare(folder, texts));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
