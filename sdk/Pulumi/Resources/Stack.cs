namespace Pulumi;

/// <summary>The root of a program: all other resources are its descendants.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack as <c>project-stack</c>.</summary>
    /// <param name="options">Changes to apply to all resources.</param>
    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToComponentOptions(options))
    {
        Deployment.Current.Stack = this;
    }

    /// <summary>Registers the <see cref="OutputAttribute"/> properties as the stack's outputs.</summary>
    /// <exception cref="RunException">A property is no output or has no value.</exception>
    internal void RegisterPropertyOutputs()
    {
        var properties = OutputProperties.Of(GetType())
            .Where(property => property.Name is not (WireNames.Urn or WireNames.Id)).ToArray();
        var wrongType = properties.Where(property => !property.IsOutput).Select(property => property.Name).ToArray();
        if (wrongType.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrongType);
        }

        var missing = properties.Where(property => property.Read(this) is null).Select(property => property.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new RunException(
                $"Output(s) {string.Join(", ", missing.Select(name => $"'{name}'"))} have no value assigned. "
                + "[Output] attributed properties must be assigned inside the Stack constructor.");
        }

        RegisterOutputs();
    }

    private static ComponentResourceOptions? ToComponentOptions(StackOptions? options) => options is null ? null : new()
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}
