namespace Pulumi;

/// <summary>A named callback for failed operations.</summary>
public class ErrorHook
{
    /// <param name="name">A name that is unique in the program.</param>
    /// <param name="callback">What to run.</param>
    public ErrorHook(string name, ErrorHookCallback callback)
        : this(name, callback, Task.CompletedTask)
    {
    }

    /// <summary>For hooks that are registered elsewhere.</summary>
    protected internal ErrorHook(string name, ErrorHookCallback callback, Task registered)
    {
        Name = name;
        Callback = callback;
        Registered = registered;
    }

    /// <summary>The unique name.</summary>
    public string Name { get; }

    /// <summary>What to run.</summary>
    public ErrorHookCallback Callback { get; }

    internal Task Registered { get; }
}
