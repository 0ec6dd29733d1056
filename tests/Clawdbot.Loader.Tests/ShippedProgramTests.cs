using System.Text;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests;

/// <summary>The program that is tested is the one that ships.</summary>
public sealed class ShippedProgramTests
{
    [Fact]
    public void Builds_from_the_config_map_without_network_repository_or_a_writable_root()
    {
        ShippedLoader.Require();
        Assert.DoesNotContain("warning", ShippedLoader.BuildLog, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Clawdbot.Loader.dll", ShippedLoader.BuildLog, StringComparison.Ordinal);
    }

    [Fact]
    public void The_config_map_holds_the_files_of_the_repository()
    {
        var folder = Path.Combine(Repository.Root, "infra", "Storage", "Loader");
        var files = Directory.GetFiles(folder, "*.cs").Concat(Directory.GetFiles(folder, "*.csproj")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        Assert.Equal(files.OrderBy(file => file.Key, StringComparer.Ordinal), ModelLoaderProgram.Sources);
        Assert.Contains(ModelLoaderProgram.Program.Project, ModelLoaderProgram.Sources.Keys);
    }

    [Fact]
    public void The_config_map_stays_far_below_its_limit() =>
        Assert.InRange(ModelLoaderProgram.Sources.Sum(file => Encoding.UTF8.GetByteCount(file.Key) + Encoding.UTF8.GetByteCount(file.Value)), 1, SourceProgram.MaximumBytes / 3);

    [Fact]
    public void The_project_has_no_packages() =>
        Assert.DoesNotContain("PackageReference", ModelLoaderProgram.Sources[ModelLoaderProgram.Program.Project], StringComparison.Ordinal);

    [Fact]
    public void The_final_exit_codes_are_those_of_the_program()
    {
        var codes = ModelLoaderProgram.Sources["ExitCodes.cs"];
        Assert.All(ModelLoaderDefaults.FinalExitCodes, code => Assert.Contains($" = {code};", codes, StringComparison.Ordinal));
    }
}
