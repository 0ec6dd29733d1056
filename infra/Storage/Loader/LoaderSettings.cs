using System.Text.Json;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>What to load, from a JSON file. Secrets are never in it.</summary>
internal sealed record LoaderSettings
{
    /// <summary>Organisation and name.</summary>
    public string Model { get; init; } = "";

    /// <summary>Commit, tag or branch; also the name of the published directory.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Mount point of the storage.</summary>
    public string Root { get; init; } = "";

    /// <summary>Where the files come from.</summary>
    public SourceSettings Source { get; init; } = new();

    /// <summary><c>rename</c>, or <c>manifestLast</c> for storage that cannot rename directories.</summary>
    public string Publish { get; init; } = "rename";

    /// <summary>Patterns of the wanted files.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of files to leave out although they are wanted.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether a published model is read and hashed again; otherwise its sizes are compared.</summary>
    public bool Recheck { get; init; }

    /// <summary>Files fetched at once.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Attempts without any progress before the source counts as unavailable.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>First pause between attempts, in milliseconds; it doubles up to a minute.</summary>
    public int RetryMilliseconds { get; init; } = 1000;

    /// <summary>Seconds without a byte before a connection counts as broken.</summary>
    public int StallSeconds { get; init; } = 60;

    /// <summary>Seconds without a sign of life before another loader counts as dead.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>Seconds between lines about the progress.</summary>
    public int ProgressSeconds { get; init; } = 10;

    /// <summary><c>org--name</c>.</summary>
    internal string Slug => Model.Replace("/", "--", StringComparison.Ordinal);

    /// <summary>Whether files are written where they will stay.</summary>
    internal bool InPlace => Publish == "manifestLast";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="LoaderException">The file cannot be read or says something impossible.</exception>
    internal static LoaderSettings Read(string file)
    {
        LoaderSettings? settings;
        try
        {
            settings = JsonSerializer.Deserialize<LoaderSettings>(File.ReadAllBytes(file), Strict);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new LoaderException(ExitCodes.Usage, $"cannot read the settings {file}: {exception.Message}");
        }
        return settings?.Problem() switch
        {
            null when settings is not null => settings,
            var problem => throw new LoaderException(ExitCodes.Usage, $"{file}: {problem ?? "empty"}"),
        };
    }

    private string? Problem()
    {
        if (Model.Split('/') is not [_, _] || FileNames.Problem(Model) is not null || FileNames.Problem(Slug) is not null)
            return $"model is '{Model}'; allowed: <organisation>/<name>";
        if (Revision.Contains('/', StringComparison.Ordinal) || FileNames.Problem(Revision) is not null)
            return $"revision is '{Revision}'; allowed: a commit, tag or branch without '/'";
        if (!Path.IsPathFullyQualified(Root))
            return $"root is '{Root}'; allowed: an absolute path";
        if (Publish is not ("rename" or "manifestLast"))
            return $"publish is '{Publish}'; allowed: rename, manifestLast";
        if (Include.Count == 0)
            return "include is empty; allowed: at least one pattern";
        var smallest = new[] { Parallelism, Attempts, RetryMilliseconds, StallSeconds, LeaseSeconds, ProgressSeconds }.Min();
        return smallest < 1 ? $"a number is {smallest}; allowed: 1 and more" : null;
    }
}
