using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>Hands the stack object to the SDK and keeps what came of it: the object, or the exception that the SDK would turn into text.</summary>
internal sealed class StackFactory<TStack>(Func<TStack> create) : IServiceProvider
    where TStack : Stack
{
    /// <summary>The stack; null until the SDK asked for it.</summary>
    public TStack? Stack { get; private set; }

    /// <summary>What its constructor threw; null when it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    public object? GetService(Type serviceType)
    {
        if (serviceType != typeof(TStack))
        {
            return null;
        }

        try
        {
            return Stack = create();
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
    }
}
