using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Infra.Assistant;

/// <summary>What the assistant is, known before anything is deployed.</summary>
public sealed record ClawdbotAssistantSpec
{
    /// <summary>Image of OpenClaw, its tag starting with the release.</summary>
    public string Image { get; init; } = ClawdbotAssistantDefaults.Image;

    /// <summary>What the pools serve; see <see cref="AssistantModel.ServedBy"/>. Those with too small a context are not offered to it.</summary>
    public required ImmutableArray<AssistantModel> Models { get; init; }

    /// <summary>Name of the model that answers.</summary>
    public required string Model { get; init; }

    /// <summary>Names of the models that are tried in this order when the first does not answer.</summary>
    public ImmutableArray<string> FallbackModels { get; init; } = [];

    /// <summary>How many requests it may send at once.</summary>
    public required AssistantBudget Budget { get; init; }

    /// <summary>Size of the volume with its state, in GiB. It can grow later, not shrink.</summary>
    public int StorageGiB { get; init; } = ClawdbotAssistantDefaults.StorageGiBDefault;

    /// <summary>Storage class of that volume; null takes the cluster's default.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Memory of the container, request and limit, in MiB.</summary>
    public int MemoryMiB { get; init; } = ClawdbotAssistantDefaults.MemoryMiBDefault;

    /// <summary>The Telegram channel; null leaves it off.</summary>
    public TelegramSettings? Telegram { get; init; }

    /// <summary>Whether the iMessage channel is wanted.</summary>
    public bool IMessageEnabled { get; init; }

    /// <summary>The way to the Mac that iMessage needs.</summary>
    public IMessageSettings? IMessage { get; init; }

    /// <summary>Addresses under which browsers open the control page, as <c>https://assistant.example</c>; empty turns the page off.</summary>
    public ImmutableArray<string> ControlPageOrigins { get; init; } = [];

    /// <summary>Whether the plugin <c>diagnostics-prometheus</c>, which is installed into the state by hand, shall answer scrapes.</summary>
    public bool Metrics { get; init; }

    /// <summary>The models that the assistant is told of.</summary>
    public IEnumerable<AssistantModel> OfferedModels => Models.Where(model => model.IsLargeEnough);
}
