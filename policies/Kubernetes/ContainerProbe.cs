using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>A probe of a container: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/</summary>
internal sealed class ContainerProbe(Container container, Property root)
{
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "grpc", "exec"];

    // What the API server fills in.
    private static readonly (string Name, double Default)[] Timings =
        [("initialDelaySeconds", 0), ("periodSeconds", 10), ("timeoutSeconds", 1), ("successThreshold", 1), ("failureThreshold", 3)];

    /// <summary>Its place.</summary>
    public Property Root { get; } = root;

    /// <summary>Whether it says what to ask.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public bool HasHandler => Handlers.Any(handler => Root[handler].Exists);

    /// <summary>A port that it names and the container does not have; null when there is none.</summary>
    /// <exception cref="UnknownValueException">A name is not known yet.</exception>
    public Property? MissingPort
    {
        get
        {
            foreach (var handler in Handlers)
            {
                if (Root[handler]["port"] is { IsUnreadable: false, Text: { Length: > 0 } name } port
                    && port.Number is null
                    && container.Root["ports"].Items.All(p => p["name"].Text != name))
                {
                    return port;
                }
            }

            return null;
        }
    }

    /// <summary>Whether <paramref name="other"/> asks the same thing at the same times.</summary>
    /// <exception cref="UnknownValueException">Something of them is not known yet.</exception>
    public bool IsSameAs(ContainerProbe other) => Asked() == other.Asked() && Timings.All(t => (Root[t.Name].Number ?? t.Default) == (other.Root[t.Name].Number ?? t.Default));

    // One text for what is asked; the parts are separated by a character that none of them can hold.
    private string Asked() => string.Join('\0', Root switch
    {
        _ when Root["httpGet"] is { Exists: true } get =>
        [
            "httpGet", get["host"].Text ?? "", get["port"].Scalar ?? "", get["path"].Text ?? "/", get["scheme"].Text ?? "HTTP",
            .. get["httpHeaders"].Items.SelectMany(h => new[] { h["name"].Text ?? "", h["value"].Text ?? "" }),
        ],
        _ when Root["tcpSocket"] is { Exists: true } socket => ["tcpSocket", socket["host"].Text ?? "", socket["port"].Scalar ?? ""],
        _ when Root["grpc"] is { Exists: true } grpc => ["grpc", grpc["port"].Scalar ?? "", grpc["service"].Text ?? ""],
        _ => (string[])["exec", .. Root["exec"]["command"].Items.Select(part => part.Text ?? "")],
    });
}
