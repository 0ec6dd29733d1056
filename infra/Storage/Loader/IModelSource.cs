namespace Clawdbot.Infra.Storage.Loader;

/// <summary>A place that has models.</summary>
internal interface IModelSource
{
    /// <summary>Turns the wanted revision into what will be fetched: a commit where the source has commits.</summary>
    Task<string> ResolveAsync(CancellationToken cancellation);

    /// <summary>Everything that the source has of it, judged by nobody yet.</summary>
    Task<IReadOnlyList<RemoteFile>> ListAsync(string resolved, CancellationToken cancellation);

    /// <summary>The content of a file from <paramref name="offset"/> on; null when the source cannot start there.</summary>
    /// <exception cref="TransientException">It did not work this time.</exception>
    Task<Stream?> OpenAsync(RemoteFile file, string resolved, long offset, CancellationToken cancellation);
}
