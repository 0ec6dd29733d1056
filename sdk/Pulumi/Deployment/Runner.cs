namespace Pulumi;

/// <summary>Waits until nothing of a program is in flight, and collects what failed: each failure once.</summary>
internal sealed class Runner
{
    private readonly object _gate = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<Exception, Failure> _failures = new(ReferenceEqualityComparer.Instance);
    private readonly List<Failure> _inOrder = [];
    private int _inFlight;

    /// <summary>Waits for the task too, and counts its failure.</summary>
    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _inFlight);
        task.ContinueWith(
            static (completed, state) => ((Runner)state!).Complete(completed),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Runs the program and everything it starts; gives the failures in the order in which they came up.</summary>
    public async Task<IReadOnlyList<Failure>> RunAsync(Func<Task> program)
    {
        // The program itself is in flight from the start, so that the count cannot reach zero before it ends.
        Interlocked.Increment(ref _inFlight);
        Complete(await Settle(program).ConfigureAwait(false));
        await _idle.Task.ConfigureAwait(false);
        lock (_gate)
        {
            return [.. _inOrder];
        }
    }

    /// <summary>Notes a failure; a resource it surfaced at is kept for the message.</summary>
    public void Report(Exception exception, Resource? resource)
    {
        while (exception is AggregateException { InnerExceptions: [var only] })
        {
            exception = only;
        }

        lock (_gate)
        {
            if (!_failures.TryGetValue(exception, out var failure))
            {
                _failures[exception] = failure = new Failure(exception);
                _inOrder.Add(failure);
            }

            failure.Resource ??= resource;
        }
    }

    private static async Task<Task> Settle(Func<Task> program)
    {
        Task task;
        try
        {
            task = program();
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        await task.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        return task;
    }

    private void Complete(Task task)
    {
        if (task.IsFaulted)
        {
            foreach (var exception in task.Exception!.InnerExceptions)
            {
                Report(exception, resource: null);
            }
        }
        else if (task.IsCanceled)
        {
            Report(new TaskCanceledException(task), resource: null);
        }

        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _idle.TrySetResult();
        }
    }

    /// <summary>Something that went wrong, and the first resource it surfaced at.</summary>
    internal sealed class Failure(Exception exception)
    {
        public Exception Exception { get; } = exception;

        public Resource? Resource { get; set; }

        public string Describe()
        {
            var resource = (Exception as ResourceException)?.Resource ?? Resource;
            var message = Exception is RunException or ResourceException or LogException
                ? Exception.Message
                : $"{Exception.GetType().FullName}: {Exception.Message}";
            return resource is null ? message : $"resource '{resource.GetResourceName()}' ({resource.GetResourceType()}): {message}";
        }
    }
}
