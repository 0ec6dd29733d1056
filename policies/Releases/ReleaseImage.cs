using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Releases;

/// <summary>A container image, as far as its name tells which program it is and which release.</summary>
/// <param name="Repository">Everything before tag and digest.</param>
/// <param name="Tag">The tag; empty when there is none.</param>
/// <param name="Digest">The digest; empty when there is none.</param>
internal sealed record ReleaseImage(string Repository, string Tag, string Digest)
{
    /// <summary>The last part of the repository: <c>etcd</c> for <c>quay.io/coreos/etcd</c>.</summary>
    public string Program { get; } = Repository[(Repository.LastIndexOf('/') + 1)..];

    /// <summary>The release that the tag names; null when it names none.</summary>
    public ReleaseNumber? Release => ReleaseNumber.Parse(Tag);

    /// <summary>Reads an image; null when <paramref name="text"/> is none.</summary>
    public static ReleaseImage? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : text[(at + 1)..];
        var name = at < 0 ? text : text[..at];

        // A colon before the last slash belongs to the registry's port.
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? new ReleaseImage(name[..colon], name[(colon + 1)..], digest) : new ReleaseImage(name, "", digest);
    }

    /// <summary>Reads the image at <paramref name="place"/>; null when none stands there.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public static ReleaseImage? At(Property place) => Parse(place.Text);
}
