using System.Runtime.InteropServices;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>What .NET has no call for: flushing a directory, and renaming one in a single step.</summary>
internal static partial class DurableFiles
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;
    private const int FileExists = 17;
    private const int NotEmpty = 39;

    /// <summary>Errors of a full disk and of a used-up quota (ENOSPC, EDQUOT).</summary>
    internal static bool IsFull(IOException exception) => exception.HResult is 28 or 122;

    /// <summary>Makes the names in a directory durable. File systems in user space that lack it say so with EINVAL.</summary>
    internal static void FlushFolder(string path)
    {
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (Synchronize(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Renames in one atomic step.</summary>
    /// <returns>False when the new name exists and is not an empty directory.</returns>
    internal static bool TryRename(string from, string to)
    {
        if (Rename(from, to) == 0)
            return true;
        return Marshal.GetLastPInvokeError() is FileExists or NotEmpty ? false : throw Failure("rename", to);
    }

    private static IOException Failure(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(string from, string to);
}
