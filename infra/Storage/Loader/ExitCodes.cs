namespace Clawdbot.Infra.Storage.Loader;

/// <summary>How the program ends. The Job gives up at once on the codes that no repetition would mend.</summary>
internal static class ExitCodes
{
    /// <summary>The model is published, by this run or an earlier one.</summary>
    internal const int Published = 0;

    /// <summary>A defect of the loader.</summary>
    internal const int Defect = 1;

    /// <summary>The settings or the credentials are missing or malformed.</summary>
    internal const int Usage = 2;

    /// <summary>The source did not answer, or not usefully, after all attempts. Worth repeating later.</summary>
    internal const int SourceUnavailable = 3;

    /// <summary>The source says no: the model, the revision or a file does not exist, or the token may not read it.</summary>
    internal const int SourceRefused = 4;

    /// <summary>A file arrived with a wrong checksum every time.</summary>
    internal const int Corrupted = 5;

    /// <summary>The storage has too little space.</summary>
    internal const int DiskFull = 6;

    /// <summary>The list of files is hostile, empty, or lacks what makes it verifiable.</summary>
    internal const int UnusableListing = 7;

    /// <summary>The storage refuses: permissions, a read-only mount, an input/output error.</summary>
    internal const int StorageFailed = 8;

    /// <summary>The target directory exists, but is not what this loader would have published.</summary>
    internal const int ForeignTarget = 9;

    /// <summary>Another loader has taken over the work, because this one stood still too long.</summary>
    internal const int LeaseLost = 10;

    /// <summary>Ended by SIGTERM or SIGINT; the next run continues. 128 + 15, as shells report it.</summary>
    internal const int Terminated = 143;
}
