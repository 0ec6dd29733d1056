using System.Globalization;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>One run: from the settings to a published directory.</summary>
internal sealed class ModelLoad(LoaderSettings settings)
{
    private readonly Publisher _publisher = new(settings);

    internal async Task RunAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.Root))
            throw new LoaderException(ExitCodes.StorageFailed, $"there is no directory {settings.Root}; is the storage mounted?");
        if (_publisher.IsPublished())
        {
            await ConfirmAsync(cancellation);
            return;
        }
        if (settings.InPlace)
        {
            // Such storage has no lasting open files to lock; two loaders would write the same verified bytes.
            await LoadAsync(() => { }, cancellation);
            return;
        }
        var path = Path.Combine(SafePath.Folder(settings.Root, Staging.Incoming), $"{settings.Slug}@{settings.Revision}.lease");
        var lease = await Lease.AcquireAsync(path, TimeSpan.FromSeconds(settings.LeaseSeconds), _publisher.IsPublished, cancellation);
        if (lease is null)
        {
            await ConfirmAsync(cancellation);
            return;
        }
        await using (lease)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
            try
            {
                await LoadAsync(lease.Check, stop.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                lease.Check();
                throw;
            }
        }
    }

    private async Task ConfirmAsync(CancellationToken cancellation)
    {
        if (settings.Recheck)
            await _publisher.RecheckAsync(cancellation);
        _publisher.SealTarget();
        Log.Information($"already published: {_publisher.Target}");
    }

    private async Task LoadAsync(Action checkLease, CancellationToken cancellation)
    {
        if (_publisher.IsPublished())
        {
            await ConfirmAsync(cancellation);
            return;
        }
        var source = CreateSource();
        using var disposable = source as IDisposable;
        var retry = new Retry(settings);
        var resolved = await retry.RunAsync("revision", () => source.ResolveAsync(cancellation), cancellation);
        if (resolved != settings.Revision)
            Log.Information($"'{settings.Revision}' is the commit {resolved}; only a commit names the same files for ever");
        var listed = await retry.RunAsync("list of files", () => source.ListAsync(resolved, cancellation), cancellation);
        var files = FileNames.Select(listed, settings);
        var total = files.Sum(file => file.Size);
        Log.Information(string.Create(CultureInfo.InvariantCulture, $"{settings.Model} at {resolved}: {files.Count} of {listed.Count} files, {Log.Size(total)}"));

        var staging = Staging.Open(settings, resolved);
        RequireSpace(staging, files);
        using var progress = new Progress(total, TimeSpan.FromSeconds(settings.ProgressSeconds));
        var downloader = new Downloader(source, resolved, staging, progress, settings);
        try
        {
            // A server reads config.json first. Where files appear one by one, it must not find it before the weights.
            var sums = await downloader.FetchAsync(files.Where(file => file.Path != "config.json"), cancellation);
            foreach (var (path, sum) in await downloader.FetchAsync(files.Where(file => file.Path == "config.json"), cancellation))
                sums.Add(path, sum);
            checkLease();
            _publisher.Publish(staging, resolved, files, sums);
        }
        catch (IOException exception) when (DurableFiles.IsFull(exception))
        {
            throw Full(Missing(staging, files), $"{exception.Message.TrimEnd('.')}; what has arrived is kept, and the next run continues");
        }
        progress.Finish();
        Log.Information($"published: {_publisher.Target}");
    }

    private IModelSource CreateSource() => settings.Source.Kind switch
    {
        "huggingFace" => new HuggingFaceSource(settings),
        "s3" => new S3Source(settings),
        "localFolder" => new FolderSource(settings),
        var kind => throw new LoaderException(ExitCodes.Usage, $"source.kind is '{kind}'; allowed: huggingFace, s3, localFolder"),
    };

    private void RequireSpace(Staging staging, IReadOnlyList<RemoteFile> files)
    {
        var missing = Missing(staging, files);
        if (missing > Free())
            throw Full(missing, "nothing was fetched");
    }

    private static long Missing(Staging staging, IReadOnlyList<RemoteFile> files) => files.Sum(file => file.Size - staging.Present(file));

    private long Free() => new DriveInfo(settings.Root).AvailableFreeSpace;

    private LoaderException Full(long missing, string what) => new(ExitCodes.DiskFull, string.Create(CultureInfo.InvariantCulture,
        $"too little space in {settings.Root}: {missing} bytes are needed ({Log.Size(missing)}), {Free()} are free ({Log.Size(Free())}); {what}. Enlarge the volume or remove old revisions"));
}
