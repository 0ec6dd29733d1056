namespace Pulumi;

/// <summary>What a program may ask of its run.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>The stack's name.</summary>
    public string StackName => _deployment.Identity.Stack;

    /// <summary>The project's name.</summary>
    public string ProjectName => _deployment.Identity.Project;

    /// <summary>The folder of the project file.</summary>
    public string RootDirectory => _deployment.Identity.RootDirectory;

    /// <summary>The organization's name.</summary>
    public string OrganizationName => _deployment.Identity.Organization;

    /// <summary>Whether this is a preview, which changes nothing.</summary>
    public bool IsDryRun => _deployment.Identity.IsDryRun;

    /// <summary>Calls a provider function; the result is unknown while an argument is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options);

    /// <summary>Calls a provider function; the result is unknown while an argument is or a resource it depends on does not exist.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options);

    /// <summary>Calls a provider function; the result is unknown while an argument is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoke<T>(token, args, options);

    /// <summary>Calls a provider function; the result is unknown while an argument is or a resource it depends on does not exist.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => _deployment.Invoke<T>(token, args, options);

    /// <summary>As Invoke, for a function that gives a single value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options, single: true);

    /// <summary>As Invoke, for a function that gives a single value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options, single: true);

    /// <summary>As Invoke, for a function that gives a single value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _deployment.Invoke<T>(token, args, options, single: true);

    /// <summary>As Invoke, for a function that gives a single value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        _deployment.Invoke<T>(token, args, options, single: true);

    /// <summary>Calls a provider function with arguments that must be known.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<T>(token, args, options);

    /// <summary>Calls a provider function with arguments that must be known.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeAsync<T>(token, args, options);

    /// <summary>As InvokeAsync, for a function that gives a single value.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<T>(token, args, options, single: true);

    /// <summary>As InvokeAsync, for a function that gives a single value.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _deployment.InvokeAsync<T>(token, args, options, single: true);

    /// <summary>Calls a provider function for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<object>(token, args, options);

    /// <summary>Calls a provider function for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeAsync<object>(token, args, options);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Call<T>(token, args, self, options);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        _deployment.Call<T>(token, args, self, options);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Call<object>(token, args, self, options);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        _deployment.Call<object>(token, args, self, options);

    /// <summary>Adds a transform of all function calls; it only runs in the engine, which calls back for it.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform) => _deployment.RegisterInvokeTransform(transform);
}
