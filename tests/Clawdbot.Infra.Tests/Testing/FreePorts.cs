using System.Net;
using System.Net.Sockets;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>
/// Ports of this machine for servers that a test starts. They lie below those that the system gives to outgoing connections, so that none is
/// taken between here and the start of the server; no two tests of the process get the same.
/// </summary>
public static class FreePorts
{
    private const int First = 20000;
    private const int Count = 12000;

    private static readonly Lock Gate = new();
    private static int _next = Environment.ProcessId * 97 % Count;

    public static int One() => Take(1)[0];

    public static int[] Take(int count)
    {
        var ports = new int[count];
        lock (Gate)
        {
            for (var index = 0; index < count; index++)
                ports[index] = Next();
        }
        return ports;
    }

    private static int Next()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            _next = (_next + 1) % Count;
            if (IsFree(First + _next))
                return First + _next;
        }
        throw new InvalidOperationException("No free port between 20000 and 32000.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
