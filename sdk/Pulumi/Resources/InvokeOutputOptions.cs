namespace Pulumi;

/// <summary>How a provider function that takes and gives outputs is called.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must exist before the call.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];
}
