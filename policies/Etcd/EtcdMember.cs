using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Releases;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Etcd;

/// <summary>A container that runs a member of etcd. Options: https://etcd.io/docs/v3.6/op-guide/configuration/</summary>
internal sealed class EtcdMember
{
    private readonly List<(string Word, Property Place)> _words = [];
    private readonly Property? _unknownArgument;

    private EtcdMember(Container container)
    {
        Container = container;
        foreach (var list in new[] { container.Root["command"], container.Root["args"] })
        {
            if (list.IsUnreadable)
            {
                _unknownArgument = list;
                continue;
            }

            foreach (var argument in list.Items)
            {
                if (argument.IsUnreadable)
                {
                    _unknownArgument = argument;
                }
                else
                {
                    // A script for a shell is the words it is made of.
                    _words.AddRange((argument.Text ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => (word, argument)));
                }
            }
        }
    }

    /// <summary>The container.</summary>
    public Container Container { get; }

    /// <summary>The workload.</summary>
    public Workload Workload => Container.Workload;

    /// <summary>The object that makes the pods.</summary>
    public KubernetesObject Owner => Workload.Owner;

    /// <summary>Number of members that its initial cluster names; 0 when it names none here.</summary>
    public int InitialMembers => Find("initial-cluster")?.Text?.Split(',', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    /// <summary>Whether there is more than one member, in this workload or beside it.</summary>
    /// <exception cref="UnknownValueException">The number is not known yet.</exception>
    public bool HasOthers => Workload.Replicas > 1 || InitialMembers > 1;

    /// <summary>Whether options may be set where this cannot be seen: in a file, in variables of another object, in an argument that is not known yet.</summary>
    public bool MaySetElsewhere => _unknownArgument is not null || HasUnknownVariables || Container.Root["envFrom"] is { IsUnreadable: true } || Container.Root["envFrom"].Items.Any() || Find("config-file") is not null;

    private bool HasUnknownVariables => Container.Root["env"] is var variables && (variables.IsUnreadable || variables.Items.Any(item => item.IsUnreadable || item["name"].IsUnreadable));

    /// <summary>The members in a workload; none for Jobs, and for pods of a control plane, which have rules of their own.</summary>
    public static IEnumerable<EtcdMember> Of(Workload workload)
    {
        if (!workload.IsReplicated || workload.Pod.IsUnreadable || workload.Pod["containers"].IsUnreadable || workload.Pod["initContainers"].IsUnreadable)
        {
            return [];
        }

        return workload.Containers.Where(container => container.Role == ContainerRole.Main).Select(container => new EtcdMember(container)).Where(member => member.IsEtcd);
    }

    /// <summary>A container as a member, whatever it runs.</summary>
    public static EtcdMember In(Container container) => new(container);

    /// <summary>The members in a stack.</summary>
    public static IEnumerable<EtcdMember> Of(PolicyStack stack) =>
        stack.Objects.Select(item => item.Workload).OfType<Workload>().SelectMany(Of);

    /// <summary>The option <paramref name="name"/>: on the command line, or else as a variable; null when it is not set.</summary>
    public EtcdOption? Find(string name)
    {
        var flag = "--" + name;
        for (var i = 0; i < _words.Count; i++)
        {
            // One hyphen means the same.
            var word = _words[i].Word.StartsWith("--", StringComparison.Ordinal) ? _words[i].Word : "-" + _words[i].Word;
            if (word.StartsWith(flag + "=", StringComparison.Ordinal))
            {
                return new EtcdOption(_words[i].Place, word[(flag.Length + 1)..].Trim('"', '\''));
            }

            if (word == flag)
            {
                var (next, place) = i + 1 < _words.Count ? _words[i + 1] : ("-", _words[i].Place);
                return next.StartsWith('-') || next == "\\"
                    ? new EtcdOption(_words[i].Place, "true")
                    : new EtcdOption(_words[i].Place, next.Trim('"', '\'')) { IsSecret = _words[i].Place.IsSecret || place.IsSecret };
            }
        }

        var environment = Container.Root["env"];
        if (environment.IsUnreadable)
        {
            return null;
        }

        var key = "ETCD_" + name.Replace('-', '_').ToUpperInvariant();
        var variable = environment.Items.FirstOrDefault(item => item is { IsUnreadable: false } && item["name"] is { IsUnreadable: false, Text: { } text } && text == key);
        return variable is null ? null : new EtcdOption(variable["value"], variable["value"].IsUnreadable ? null : variable["value"].Scalar);
    }

    /// <summary>Whether an image is etcd's, also one for a single architecture, as there were until 3.6.</summary>
    public static bool IsEtcdImage(ReleaseImage? image) => image?.Program is "etcd" or "etcd-amd64" or "etcd-arm64" or "etcd-ppc64le" or "etcd-s390x";

    // The clients and the tools of etcd come in the same image.
    private bool IsEtcd
    {
        get
        {
            var image = Container.Image;
            var isImage = image.IsUnreadable ? Container.Name == "etcd" : IsEtcdImage(ReleaseImage.At(image));
            var programs = _words.Select(w => w.Word[(w.Word.LastIndexOf('/') + 1)..]).ToList();
            return (isImage && !programs.Exists(p => p is "etcdctl" or "etcdutl")) || (programs.Contains("etcd") && Find("initial-cluster") is not null);
        }
    }
}
