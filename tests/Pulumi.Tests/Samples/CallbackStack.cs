namespace Pulumi.Tests.Samples;

/// <summary>A stack that runs a callback in its constructor.</summary>
public sealed class CallbackStack : Stack
{
    public CallbackStack(StackOptions? options, Action create)
        : base(options)
        => create();

    /// <summary>Provides one stack made by <paramref name="create"/>.</summary>
    public sealed class Provider(Func<CallbackStack> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(CallbackStack) ? create() : null;
    }
}
