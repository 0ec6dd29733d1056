namespace Clawdbot.Infra.Readiness.Program;

/// <summary>
/// The mode of the system. It is only ever replaced if nobody else changed it since it was read, so that a person's decision made during
/// the checks stands.
/// </summary>
/// <param name="etcd">The live configuration.</param>
/// <param name="settings">Where it is.</param>
internal sealed class ModeSwitch(EtcdClient etcd, EtcdSettings settings)
{
    /// <summary>Value while the system is not to be used.</summary>
    internal const string Maintenance = "maintenance";

    /// <summary>Value once everything was checked.</summary>
    internal const string Production = "production";

    private EtcdValue? _seen;

    /// <summary>Remembers the mode, which is maintenance from now on if it was never set.</summary>
    internal async Task Begin(CancellationToken stop)
    {
        if (_seen is not null)
            return;
        await Try(async endpoint =>
        {
            var seen = await etcd.Read(endpoint, settings.ModeKey, stop);
            if (seen.Value is null)
            {
                await etcd.Replace(endpoint, settings.ModeKey, seen.Revision, Maintenance, stop);
                seen = await etcd.Read(endpoint, settings.ModeKey, stop);
            }
            _seen = seen;
            return true;
        }, stop);
    }

    /// <summary>Sets the mode. Returns what is valid now and, if that is not what was wanted, why.</summary>
    internal async Task<(string Mode, string? Problem)> End(string mode, CancellationToken stop)
    {
        try
        {
            await Begin(stop);
            if (_seen!.Value == mode)
                return (mode, null);
            var replaced = await Try(endpoint => etcd.Replace(endpoint, settings.ModeKey, _seen.Revision, mode, stop), stop);
            if (replaced)
                return (mode, null);
            string? now = null;
            await Try(async endpoint => (now = (await etcd.Read(endpoint, settings.ModeKey, stop)).Value) is not null, stop);
            // The first answer may have been lost on its way although it was done.
            if (now == mode)
                return (mode, null);
            return (now ?? "missing", $"somebody else changed {settings.ModeKey} during the checks; it is left as it is");
        }
        catch (Exception exception) when (exception is CheckException or HttpRequestException or OperationCanceledException or UsageException)
        {
            return (_seen?.Value ?? "unknown", $"{settings.ModeKey} could not be set to {mode}: {exception.Message}");
        }
    }

    /// <summary>Asks one member after the other until one answers.</summary>
    private async Task<bool> Try(Func<string, Task<bool>> call, CancellationToken stop)
    {
        for (var index = 0; ; index++)
        {
            try
            {
                return await call(settings.Endpoints[index]);
            }
            catch (Exception exception) when (exception is CheckException or HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested && index < settings.Endpoints.Length - 1)
            {
                // The next member may know better.
            }
        }
    }
}
