using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>What the program is told. It holds no secret, only where secrets lie. A verb needs only its own parts.</summary>
internal sealed record ReadinessSettings
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Seconds for everything together.</summary>
    public required int DeadlineSeconds { get; init; }

    /// <summary>The access tier.</summary>
    public GatewaySettings? Gateway { get; init; }

    /// <summary>Models that must be listed and answer.</summary>
    public ModelSettings[] Models { get; init; } = [];

    /// <summary>The load.</summary>
    public LoadSettings? Load { get; init; }

    /// <summary>Everything else that the checklist asks.</summary>
    public CheckSettings? Checks { get; init; }

    /// <summary>What the probe of the storage needs.</summary>
    public StorageSettings? Storage { get; init; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="UsageException">It cannot be read, is no JSON, or has an unknown or lacks a needed member.</exception>
    internal static ReadinessSettings Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ReadinessSettings>(File.ReadAllText(file), Strict) ?? throw new UsageException($"{file} is empty");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be used: {exception.Message}");
        }
    }

    /// <summary>A part that the verb needs.</summary>
    internal static T Need<T>(T? part, string name)
        where T : class => part ?? throw new UsageException($"the settings lack '{name}'");
}
