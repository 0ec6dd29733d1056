namespace Pulumi;

/// <summary>A named callback around the operations on resources.</summary>
public class ResourceHook
{
    /// <param name="name">A name that is unique in the program.</param>
    /// <param name="callback">What to run.</param>
    /// <param name="options">When to run it.</param>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options ?? new ResourceHookOptions(), Task.CompletedTask)
    {
    }

    /// <summary>For hooks that are registered elsewhere.</summary>
    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered)
    {
        Name = name;
        Callback = callback;
        Options = options;
        Registered = registered;
    }

    /// <summary>The unique name.</summary>
    public string Name { get; }

    /// <summary>What to run.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When to run it.</summary>
    public ResourceHookOptions Options { get; }

    internal Task Registered { get; }
}
