namespace Pulumi;

/// <summary>The hooks of a resource.</summary>
public class ResourceHookBinding
{
    /// <summary>Run before creating.</summary>
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    /// <summary>Run after creating.</summary>
    public List<ResourceHook> AfterCreate { get; set; } = [];

    /// <summary>Run before updating.</summary>
    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    /// <summary>Run after updating.</summary>
    public List<ResourceHook> AfterUpdate { get; set; } = [];

    /// <summary>Run before deleting.</summary>
    public List<ResourceHook> BeforeDelete { get; set; } = [];

    /// <summary>Run after deleting.</summary>
    public List<ResourceHook> AfterDelete { get; set; } = [];

    /// <summary>Run when an operation fails.</summary>
    public List<ErrorHook> OnError { get; set; } = [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count
        + BeforeDelete.Count + AfterDelete.Count + OnError.Count == 0;

    /// <summary>A copy with lists of its own.</summary>
    public ResourceHookBinding Clone() => Concat(new ResourceHookBinding());

    /// <summary>A new binding of the hooks of both.</summary>
    public ResourceHookBinding Concat(ResourceHookBinding other) => new()
    {
        BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
        AfterCreate = [.. AfterCreate, .. other.AfterCreate],
        BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
        AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
        BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
        AfterDelete = [.. AfterDelete, .. other.AfterDelete],
        OnError = [.. OnError, .. other.OnError],
    };
}
