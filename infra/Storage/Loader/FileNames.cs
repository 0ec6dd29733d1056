using System.IO.Enumeration;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Judges the names that a source gives: they come from strangers.</summary>
internal static class FileNames
{
    /// <summary>List of checksums that this loader writes.</summary>
    internal const string Sums = "SHA256SUMS";

    /// <summary>Description of what was published; its presence means that everything else is there.</summary>
    internal const string Manifest = "manifest.json";

    /// <summary>Ending of a file that is not complete.</summary>
    internal const string PartSuffix = ".part";

    /// <summary>Longest name that Linux file systems take, in bytes.</summary>
    private const int MaximumPart = 255 - 5;

    /// <summary>Why a relative path must not be written below a directory of ours; null when it may.</summary>
    internal static string? Problem(string path)
    {
        if (path.Length == 0)
            return "is empty";
        if (path[0] == '/')
            return "is absolute";
        if (path.Any(char.IsControl))
            return "has control characters";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "has a backslash";
        foreach (var part in path.Split('/'))
        {
            if (part is "" or "." or "..")
                return "has empty, '.' or '..' parts";
            if (part[0] == '.')
                return "has a hidden part";
            if (System.Text.Encoding.UTF8.GetByteCount(part) > MaximumPart)
                return $"has a part longer than {MaximumPart} bytes";
        }
        return path.EndsWith(PartSuffix, StringComparison.Ordinal) ? $"ends with {PartSuffix}" : null;
    }

    /// <summary>Whether a file is wanted. Our own two names never are.</summary>
    internal static bool IsWanted(string path, LoaderSettings settings) =>
        path is not (Sums or Manifest)
        && settings.Include.Any(pattern => Matches(pattern, path))
        && !settings.Exclude.Any(pattern => Matches(pattern, path));

    /// <summary>
    /// A pattern that ends with '/' names a folder and all below it; one with another '/' is for the whole path; any other is for the last part.
    /// </summary>
    private static bool Matches(string pattern, string path)
    {
        if (pattern.EndsWith('/'))
            return path.StartsWith(pattern, StringComparison.Ordinal);
        var subject = pattern.Contains('/', StringComparison.Ordinal) ? path : path[(path.LastIndexOf('/') + 1)..];
        return FileSystemName.MatchesSimpleExpression(pattern, subject, ignoreCase: false);
    }

    /// <summary>Refuses lists that are hostile, or that hold one path twice or as both file and folder.</summary>
    /// <exception cref="LoaderException">Some wanted name is refused, or none is wanted.</exception>
    internal static IReadOnlyList<RemoteFile> Select(IEnumerable<RemoteFile> listed, LoaderSettings settings)
    {
        var wanted = listed.Where(file => IsWanted(file.Path, settings)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
            throw new LoaderException(ExitCodes.UnusableListing, "the source lists no wanted file; look at the revision and at include and exclude");
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in wanted)
        {
            if (Problem(file.Path) is { } problem)
                throw new LoaderException(ExitCodes.UnusableListing, $"refused: the file name '{file.Path}' {problem}; nothing was published");
            if (file.Size < 0)
                throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{file.Path}' has the size {file.Size}");
            if (!paths.Add(file.Path))
                throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{file.Path}' is listed twice");
        }
        foreach (var path in paths)
        {
            for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            {
                if (paths.Contains(path[..slash]))
                    throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{path[..slash]}' is listed as a file and as a folder");
            }
        }
        return wanted;
    }
}
