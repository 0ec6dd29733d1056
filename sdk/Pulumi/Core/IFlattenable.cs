namespace Pulumi;

/// <summary>A collection of inputs that can be seen as one output of plain values.</summary>
internal interface IFlattenable
{
    /// <summary>The output of the whole collection.</summary>
    IOutput Flatten();
}
