namespace Pulumi;

/// <summary>What the serializer needs of an <see cref="Output{T}"/> of any type.</summary>
internal interface IOutput
{
    /// <summary>The data, boxed; the task is complete when the output is.</summary>
    ValueTask<OutputData<object?>> GetBoxedDataAsync();
}
