using System.Collections.Immutable;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:modelSource</c>: where the files of the models are fetched from.</summary>
internal static class ModelSourceReader
{
    /// <summary>Nobody fetches: the files are put into the storage by somebody else.</summary>
    private const string None = "none";

    internal static ImmutableDictionary<string, ImmutableArray<string>> KeysByKind { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["huggingFace"] = ["endpoint", "tokenSecret"],
        ["s3"] = ["bucket", "prefix", "region", "endpoint", "credentialsSecret"],
        ["localFolder"] = ["claim", "path"],
        [None] = [],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Every key of any kind; the caller narrows them to those of the kind.</summary>
    internal static ImmutableArray<string> Keys { get; } = ["kind", .. KeysByKind.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value).Distinct()];

    /// <summary>The source; null for none, and after a mistake in the kind, which is reported.</summary>
    internal static ModelSource? Read(SettingsObject entry) => entry.Choice("kind", "huggingFace", "s3", "localFolder", None) switch
    {
        "huggingFace" => new ModelSource.HuggingFace(
            entry.OptionalText("endpoint") ?? ModelLoaderDefaults.HuggingFaceEndpoint,
            entry.OptionalFlag("tokenSecret") ?? false),
        "s3" => new ModelSource.S3(
            entry.Text("bucket", "unknown"),
            entry.OptionalText("prefix") ?? "",
            entry.Text("region", "unknown"),
            entry.OptionalText("endpoint"),
            entry.OptionalText("credentialsSecret")),
        "localFolder" => new ModelSource.LocalFolder(entry.Text("claim", "unknown"), entry.OptionalText("path") ?? ""),
        _ => null,
    };
}
