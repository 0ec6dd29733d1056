namespace Pulumi;

/// <summary>An error that belongs to a resource.</summary>
public class ResourceException : Exception
{
    /// <param name="message">What is wrong.</param>
    /// <param name="resource">The resource it belongs to.</param>
    /// <param name="hideStack">Whether a stack trace would tell the user nothing.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
