using System.Text;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// Names of a loader's objects. A Job cannot be changed, so its name says what it does: another model, revision, setting or program is
/// another Job.
/// </summary>
public static class ModelLoaderNames
{
    /// <summary>Characters of the model's name that are kept: with everything around them a name stays below 63.</summary>
    private const int SlugLength = 28;

    private const int RevisionLength = 8;

    /// <summary>Name for a model and revision: readable, and distinct by a hash where shortening would not be.</summary>
    public static string Base(ModelReference model) =>
        $"load-{Plain(model.Slug, SlugLength)}-{Plain(model.Revision, RevisionLength)}-{SourceProgram.Hash($"{model.Id}@{model.Revision}")}";

    /// <summary>Name for one content of a model's Job.</summary>
    /// <param name="model">What is loaded.</param>
    /// <param name="parts">Everything that the Job depends on.</param>
    public static string Content(ModelReference model, IEnumerable<string> parts) => $"{Base(model)}-{SourceProgram.Hash(string.Join('\0', parts))}";

    /// <summary>Lower-case letters, digits and '-' only, without one at the ends.</summary>
    private static string Plain(string text, int length)
    {
        var plain = new StringBuilder();
        foreach (var character in text)
        {
            var next = char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-';
            if (next != '-' || plain.Length > 0 && plain[^1] != '-')
                plain.Append(next);
        }
        return plain.ToString(0, Math.Min(length, plain.Length)).TrimEnd('-');
    }
}
