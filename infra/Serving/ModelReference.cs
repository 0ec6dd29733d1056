namespace Clawdbot.Infra.Serving;

/// <summary>A model and the revision of its files.</summary>
/// <param name="Id">Organisation and name on Hugging Face: <c>Qwen/Qwen3-32B-AWQ</c>.</param>
/// <param name="Revision">Commit (40 hexadecimal digits), tag or branch of the files. Only a commit is immutable.</param>
public sealed record ModelReference(string Id, string Revision)
{
    /// <summary><c>org--name</c>: the directory of the model, and the value of the label <c>clawdbot.dev/model</c>.</summary>
    public string Slug => Id.Replace("/", "--", StringComparison.Ordinal);

    /// <summary>Whether the revision names exactly one set of files for ever.</summary>
    public bool IsImmutable => Revision.Length == 40 && Revision.All(char.IsAsciiHexDigitLower);

    /// <summary>Directory of the weights below <paramref name="root"/>.</summary>
    /// <param name="root">Mount point without a trailing slash.</param>
    public string PathBelow(string root) => $"{root}/{Slug}/{Revision}";
}
