using System.Text.Json;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Configuration;

/// <summary>Runs a program with configuration, which reaches it through the process environment.</summary>
public static class ConfigFixture
{
    public static async Task<T> WithConfig<T>(IReadOnlyDictionary<string, string> config, Func<Task<T>> program)
    {
        using var _ = ProcessEnvironment.Set("PULUMI_CONFIG", JsonSerializer.Serialize(config));
        return await Run.Update(program);
    }

    /// <summary>Reads one value of key <c>project:key</c>.</summary>
    public static Task<T> Read<T>(string? value, Func<Config, T> read)
        => WithConfig(value is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["project:key"] = value },
            () => Task.FromResult(read(new Config())));

    /// <summary>What reading one value throws.</summary>
    public static async Task<RunException> ReadError<T>(string? value, Func<Config, T> read)
        => Assert.IsAssignableFrom<RunException>(await Read(value, config => Record.Exception(() => read(config))));
}
