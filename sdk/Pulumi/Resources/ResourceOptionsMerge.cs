namespace Pulumi;

/// <summary>Merging of the members that all options share.</summary>
internal static class ResourceOptionsMerge
{
    /// <summary>Writes into <paramref name="target"/> what <paramref name="source"/> sets: scalars replace, lists append.</summary>
    public static void Into(ResourceOptions target, ResourceOptions source)
    {
        target.Id = source.Id ?? target.Id;
        target.Parent = source.Parent ?? target.Parent;
        target.DependsOn = target.DependsOn.Concat(source.DependsOn);
        target.Protect = source.Protect ?? target.Protect;
        target.IgnoreChanges = [.. target.IgnoreChanges, .. source.IgnoreChanges];
        target.Version = source.Version ?? target.Version;
        target.Provider = source.Provider ?? target.Provider;
        target.CustomTimeouts = source.CustomTimeouts ?? target.CustomTimeouts;
        target.ResourceTransformations = [.. target.ResourceTransformations, .. source.ResourceTransformations];
        target.ResourceTransforms = [.. target.ResourceTransforms, .. source.ResourceTransforms];
        target.Aliases = [.. target.Aliases, .. source.Aliases];
        target.Urn = source.Urn ?? target.Urn;
        target.ReplaceOnChanges = [.. target.ReplaceOnChanges, .. source.ReplaceOnChanges];
        target.PluginDownloadURL = source.PluginDownloadURL ?? target.PluginDownloadURL;
        target.RetainOnDelete = source.RetainOnDelete ?? target.RetainOnDelete;
        target.DeletedWith = source.DeletedWith ?? target.DeletedWith;
        target.ReplaceWith = target.ReplaceWith.Concat(source.ReplaceWith);
        target.Hooks = target.Hooks.Concat(source.Hooks);
        target.HideDiffs = [.. target.HideDiffs, .. source.HideDiffs];
        target.ReplacementTrigger = source.ReplacementTrigger ?? target.ReplacementTrigger;
    }
}
