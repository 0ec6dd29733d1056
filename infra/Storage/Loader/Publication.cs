using System.Text.Json;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>What <c>manifest.json</c> of a published model says.</summary>
/// <param name="Model">Organisation and name.</param>
/// <param name="Revision">Revision that was asked for; the name of the directory.</param>
/// <param name="Resolved">What was fetched: the commit, where the source has commits.</param>
/// <param name="Files">The files, sorted by path.</param>
internal sealed record Publication(string Model, string Revision, string Resolved, IReadOnlyList<Publication.Entry> Files)
{
    /// <param name="Path">Relative path.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Lower-case hexadecimal.</param>
    internal sealed record Entry(string Path, long Size, string Sha256);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The file's text.</summary>
    internal string Text => JsonSerializer.Serialize(this, Format) + "\n";

    /// <summary>The publication in a folder; null when there is none, or an unreadable one.</summary>
    internal static Publication? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<Publication>(File.ReadAllBytes(Path.Combine(folder, FileNames.Manifest)), Format) is { Files: not null } read ? read : null;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }
}
