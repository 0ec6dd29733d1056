using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack of the service provider against mocks; gives all resources in the order of registration.</summary>
    /// <exception cref="RunException">One thing went wrong.</exception>
    /// <exception cref="AggregateException">Several things went wrong.</exception>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestStackAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"The service provider has no {typeof(TStack).FullName}. Register the stack type with it first."));

    /// <summary>Runs a stack against mocks; gives all resources, the stack first, in the order of registration.</summary>
    /// <exception cref="RunException">One thing went wrong.</exception>
    /// <exception cref="AggregateException">Several things went wrong.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestStackAsync(mocks, options, () =>
        {
            try
            {
                return new TStack();
            }
            catch (TargetInvocationException exception) when (exception.InnerException is not null)
            {
                throw exception.InnerException;
            }
        });

    /// <summary>Runs a function as a stack against mocks; gives its resources in the order of registration, and its outputs.</summary>
    /// <exception cref="RunException">One thing went wrong.</exception>
    /// <exception cref="AggregateException">Several things went wrong.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestCoreAsync(testMocks, testOptions, async () =>
        {
            // What the function gives is for the caller, who may pass anything; only a stack class has outputs to register.
            var stack = new Stack();
            outputs = await createResources().ConfigureAwait(false);
            stack.RegisterPropertyOutputs();
        }).ConfigureAwait(false);
        return ([.. resources.Where(resource => resource.GetType() != typeof(Stack))], outputs);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs a function as a stack against mocks; gives its resources in the order of registration.</summary>
    /// <exception cref="RunException">One thing went wrong.</exception>
    /// <exception cref="AggregateException">Several things went wrong.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        (await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        }).ConfigureAwait(false)).Resources;

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    private static Task<ImmutableArray<Resource>> TestStackAsync<TStack>(IMocks mocks, TestOptions? options, Func<TStack> create)
        where TStack : Stack => TestCoreAsync(mocks, options, () =>
        {
            create().RegisterPropertyOutputs();
            return Task.CompletedTask;
        });

    private static async Task<ImmutableArray<Resource>> TestCoreAsync(IMocks mocks, TestOptions? options, Func<Task> program)
    {
        var identity = new DeploymentIdentity(
            options?.OrganizationName ?? "organization",
            options?.ProjectName ?? "project",
            options?.StackName ?? "stack",
            options?.RootDirectory ?? "",
            options?.IsPreview ?? true);
        var engine = new MockEngine();
        var monitor = new MockMonitor(mocks, identity);

        // Set within this asynchronous method, so that the caller's own run, if it has one, stays what it is.
        var deployment = new Deployment(engine, monitor, identity);
        Ambient.Value = deployment;
        var failures = await deployment.Runner.RunAsync(program).ConfigureAwait(false);
        var errors = engine.Errors.Select(message => new RunException(message))
            .Concat(failures.Select(failure => new RunException(failure.Describe(), failure.Exception)))
            .ToArray();
        return errors switch
        {
            [] => monitor.Resources,
            [var only] => throw only,
            _ => throw new AggregateException(errors.AsEnumerable<Exception>()),
        };
    }
}
