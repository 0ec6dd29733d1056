using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Storage;

/// <summary>Writes the settings that the loader reads. They hold no secret.</summary>
public static class ModelLoaderSettings
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The text of the settings file.</summary>
    public static string Render(ModelLoaderSpec spec) => new JsonObject
    {
        ["model"] = spec.Model.Id,
        ["revision"] = spec.Model.Revision,
        ["root"] = ModelStorageDefaults.MountPath,
        ["source"] = Source(spec),
        ["publish"] = spec.CanRename ? "rename" : "manifestLast",
        ["include"] = new JsonArray([.. spec.Include.Select(pattern => JsonValue.Create(pattern))]),
        ["exclude"] = new JsonArray([.. spec.Exclude.Select(pattern => JsonValue.Create(pattern))]),
        ["parallelism"] = spec.Parallelism,
    }.ToJsonString(Format) + "\n";

    /// <summary>Sources that hold several models lay them out as the storage does.</summary>
    private static JsonObject Source(ModelLoaderSpec spec) => spec.Source switch
    {
        ModelSource.HuggingFace hub => new JsonObject
        {
            ["kind"] = "huggingFace",
            ["endpoint"] = hub.Endpoint,
            ["tokenFile"] = hub.NeedsToken ? $"{ModelLoaderDefaults.TokenPath}/{ModelLoaderDefaults.TokenKey}" : "",
        },
        ModelSource.S3 s3 => new JsonObject
        {
            ["kind"] = "s3",
            ["bucket"] = s3.Bucket,
            ["prefix"] = spec.Model.PathBelow(s3.Prefix).TrimStart('/'),
            ["region"] = s3.Region,
            ["endpoint"] = s3.Endpoint ?? "",
        },
        ModelSource.LocalFolder folder => new JsonObject
        {
            ["kind"] = "localFolder",
            ["path"] = spec.Model.PathBelow($"{ModelLoaderDefaults.SourcePath}/{folder.Path}".TrimEnd('/')),
        },
        _ => throw new UnreachableException(),
    };
}
