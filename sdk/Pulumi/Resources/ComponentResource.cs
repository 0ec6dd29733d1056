namespace Pulumi;

/// <summary>A resource that is made of other resources.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers the component.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">A name that is unique among the stack's resources of that type and parent.</param>
    /// <param name="options">How it and its children are managed.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options, remote: false)
    {
    }

    /// <summary>Registers the component.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">A name that is unique among the stack's resources of that type and parent.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it and its children are managed.</param>
    /// <param name="remote">Whether a provider makes the children.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
    {
    }

    /// <summary>Registers the component.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">A name that is unique among the stack's resources of that type and parent.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it and its children are managed.</param>
    /// <param name="remote">Whether a provider makes the children.</param>
    /// <param name="registerPackageRequest">The parameterized package that it belongs to.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options, remote)
    {
        // A parameterized package only matters to the engine, which asks for it by the type's package.
        _ = registerPackageRequest;
    }

    /// <summary>Says that the component is complete; its <see cref="OutputAttribute"/> properties are its outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputProperties.Read(this));

    /// <summary>Says that the component is complete.</summary>
    /// <param name="outputs">Its outputs by wire name.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Task.FromResult(outputs));

    /// <summary>Says that the component is complete.</summary>
    /// <param name="outputs">Its outputs by wire name.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Says that the component is complete.</summary>
    /// <param name="outputs">Its outputs by wire name.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Current.RegisterOutputs(this, outputs);
}
