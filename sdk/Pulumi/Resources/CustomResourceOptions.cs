namespace Pulumi;

/// <summary>How a custom resource is managed.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replacement deletes the old one first; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Wire names of outputs that are secret beside those the provider marks.</summary>
    public List<string> AdditionalSecretOutputs { get; set; } = [];

    /// <summary>The id of an existing resource to take over.</summary>
    public string? ImportId { get; set; }

    /// <summary>For providers: environment variable of the provider to the variable it is read from.</summary>
    public Dictionary<string, string> EnvVarMappings { get; set; } = [];

    /// <summary>New options of both: scalars of the second count, lists append. Neither is changed.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var result = new CustomResourceOptions();
        foreach (var source in new[] { options1, options2 })
        {
            if (source is null)
            {
                continue;
            }

            ResourceOptionsMerge.Into(result, source);
            result.DeleteBeforeReplace = source.DeleteBeforeReplace ?? result.DeleteBeforeReplace;
            result.AdditionalSecretOutputs = [.. result.AdditionalSecretOutputs, .. source.AdditionalSecretOutputs];
            result.ImportId = source.ImportId ?? result.ImportId;
            foreach (var (name, variable) in source.EnvVarMappings)
            {
                result.EnvVarMappings[name] = variable;
            }
        }

        return result;
    }

    internal override ResourceOptions Clone() => Merge(this, null);
}
