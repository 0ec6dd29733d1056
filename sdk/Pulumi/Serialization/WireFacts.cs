namespace Pulumi.Serialization;

/// <summary>Takes the wrappers out of a wire value and notes what was found.</summary>
internal sealed class WireFacts
{
    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    /// <summary>The value without secret wrappers; unknown parts become null.</summary>
    public object? Strip(object? wire)
    {
        switch (wire)
        {
            case WireSecret secret:
                IsSecret = true;
                return Strip(secret.Value);
            case WireUnknown:
                IsKnown = false;
                return null;
            case List<object?> list:
                return list.ConvertAll(Strip);
            case Dictionary<string, object?> map:
                var result = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
                foreach (var (key, value) in map)
                {
                    result.Add(key, Strip(value));
                }

                return result;
            default:
                return wire;
        }
    }
}
