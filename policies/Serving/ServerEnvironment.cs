using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>The environment variables of a server.</summary>
internal sealed class ServerEnvironment
{
    // $(, a name and ).
    private const int LongestReference = 300;

    private readonly Dictionary<string, EnvironmentVariable> _variables = new(StringComparer.Ordinal);

    /// <summary>Why there may be variables that are not known here; null when all are.</summary>
    public UnknownValueException? Gap { get; private set; }

    /// <summary>The variable called <paramref name="name"/>; null when it is not set.</summary>
    /// <exception cref="UnknownValueException">It is not set, but may be in what is not known.</exception>
    public EnvironmentVariable? Find(string name) => FindGiven(name) ?? (Gap is { } gap ? throw gap : null);

    /// <summary>The variable called <paramref name="name"/>; null when it is not set, or stands in what is not known.</summary>
    public EnvironmentVariable? FindGiven(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The value of a variable, to be put into other texts; null when it is not known, or a secret, which these texts would show.</summary>
    public string? Literal(string name) => FindGiven(name) is { Place.IsSecret: false } variable ? variable.Literal : null;

    /// <summary>Adds a variable; later ones win.</summary>
    public void Set(EnvironmentVariable variable) => _variables[variable.Name] = variable;

    /// <summary>The environment of a Kubernetes container.</summary>
    public static ServerEnvironment OfContainer(Property container)
    {
        var environment = new ServerEnvironment();
        if (container["envFrom"] is var from && (from.IsUnreadable || from.Items.Any()))
        {
            environment.Gap = new UnknownValueException(from, "takes variables from elsewhere");
        }

        var list = container["env"];
        if (list.IsUnreadable)
        {
            environment.Gap = Unreadable(list);
            return environment;
        }

        foreach (var item in list.Items)
        {
            if (item.IsUnreadable || item["name"].IsUnreadable)
            {
                environment.Gap ??= Unreadable(item);
            }
            else if (item["name"].Text is { } name)
            {
                var value = item["value"];
                var literal = value.IsUnreadable || item["valueFrom"] is { IsUnreadable: true } or { Exists: true } ? null : Expanded(value.Scalar ?? "", environment);
                environment.Set(new EnvironmentVariable(name, value.IsUnreadable || value.Exists ? value : item["valueFrom"], literal));
            }
        }

        return environment;
    }

    /// <summary>The environment of a Docker container: strings <c>NAME=value</c>.</summary>
    public static ServerEnvironment OfDocker(Property list)
    {
        var environment = new ServerEnvironment();
        if (list.IsUnreadable)
        {
            environment.Gap = Unreadable(list);
            return environment;
        }

        foreach (var item in list.Items)
        {
            if (item.IsUnreadable)
            {
                environment.Gap ??= Unreadable(item);
            }
            else if (item.Text is { } text && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                environment.Set(new EnvironmentVariable(text[..equals], item, text[(equals + 1)..]));
            }
        }

        return environment;
    }

    /// <summary>
    /// A text in which <c>$(NAME)</c> stands for variables, as Kubernetes expands them; <c>$$</c> is a dollar. What is set but not known is a hole, what is not set stays as it is.
    /// </summary>
    public string Expanded(string text) => Expanded(text, this);

    private static string Expanded(string text, ServerEnvironment environment)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new System.Text.StringBuilder();
        var last = text.LastIndexOf(')');
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '$')
            {
                result.Append('$');
                at++;
            }
            else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '(' && at < last
                && text.IndexOf(')', at, Math.Min(LongestReference, text.Length - at)) is > 0 and var end && text[(at + 2)..end] is var name && (environment.FindGiven(name) is { } || environment.Gap is not null))
            {
                var value = environment.Literal(name);
                result.Append(value is { Length: < 1 << 16 } && result.Length < 1 << 16 ? value : CommandToken.Hole.ToString());
                at = end;
            }
            else
            {
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }

    private static UnknownValueException Unreadable(Property place) => new(place, place.IsSecret ? "is a secret that cannot be looked at" : "is known only after the deployment");
}
