using System.Text;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Readiness;
using Clawdbot.Loader.Tests.Testing;
using Clawdbot.Readiness.Tests.Testing;

namespace Clawdbot.Readiness.Tests;

/// <summary>The program that is tested is the one that ships.</summary>
public sealed class ShippedProgramTests
{
    [Fact]
    public void Builds_from_the_config_map_without_network_repository_or_a_writable_root()
    {
        ShippedReadiness.Require();
        Assert.DoesNotContain("warning", ShippedReadiness.BuildLog, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Clawdbot.Readiness.dll", ShippedReadiness.BuildLog, StringComparison.Ordinal);
    }

    [Fact]
    public void The_config_map_holds_the_files_of_the_repository()
    {
        var folder = Path.Combine(Repository.Root, "infra", "Readiness", "Program");
        var files = Directory.GetFiles(folder, "*.cs").Concat(Directory.GetFiles(folder, "*.csproj")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        Assert.Equal(files.OrderBy(file => file.Key, StringComparer.Ordinal), ReadinessProgram.Program.Sources);
        Assert.Contains(ReadinessProgram.Program.Project, ReadinessProgram.Program.Sources.Keys);
    }

    [Fact]
    public void The_config_map_stays_far_below_its_limit() =>
        Assert.InRange(ReadinessProgram.Program.Sources.Sum(file => Encoding.UTF8.GetByteCount(file.Key) + Encoding.UTF8.GetByteCount(file.Value)), 1, SourceProgram.MaximumBytes / 3);

    [Fact]
    public void The_project_has_no_packages() =>
        Assert.DoesNotContain("PackageReference", ReadinessProgram.Program.Sources[ReadinessProgram.Program.Project], StringComparison.Ordinal);

    [Fact]
    public void Exit_codes_and_modes_are_those_of_the_program()
    {
        var codes = ReadinessProgram.Program.Sources["ExitCodes.cs"];
        Assert.All(LoadTestDefaults.FinalExitCodes, code => Assert.Contains($" = {code};", codes, StringComparison.Ordinal));
        var modes = ReadinessProgram.Program.Sources["ModeSwitch.cs"];
        Assert.Contains($"Production = \"{ReadinessGateDefaults.Production}\";", modes, StringComparison.Ordinal);
        Assert.Contains($"Maintenance = \"{ReadinessGateDefaults.Maintenance}\";", modes, StringComparison.Ordinal);
    }
}
