using System.Buffers.Binary;
using System.Text;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Rows in the binary form of PostgreSQL's COPY, written cell by cell into one buffer. The driver's importer makes a parameter of
/// every cell, which was a fifth of a rebuild.
/// </summary>
/// <param name="into">The driver's raw COPY; whoever opened it ends it.</param>
internal sealed class CopyStream(Stream into)
{
    private const int BufferSize = 64 * 1024;

    private const short EndOfRows = -1;
    private const int NullCell = -1;

    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly DateTimeOffset FirstInstant = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private byte[] _buffer = new byte[BufferSize];
    private int _length;

    /// <summary>Eleven bytes that tell it from a text, then no flags and no extension.</summary>
    private static ReadOnlySpan<byte> Head => [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0];

    public void Begin() => Head.CopyTo(Take(Head.Length));

    public void BeginRow(int cells) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)cells);

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), NullCell);

    public void Cell(bool value) => Room(sizeof(byte))[0] = value ? (byte)1 : (byte)0;

    public void Cell(int value) => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);

    public void Cell(long value) => BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);

    /// <summary>A date; the last there is stands for infinity, as everywhere in the driver.</summary>
    public void Cell(DateOnly value) => Cell(value == DateOnly.MaxValue ? int.MaxValue : value.DayNumber - FirstDay);

    /// <summary>A timestamptz: whole microseconds, as <see cref="Projection.ToMicroseconds"/> cuts them.</summary>
    public void Cell(DateTimeOffset value) => Cell((value - FirstInstant).Ticks / TimeSpan.TicksPerMicrosecond);

    public void Cell(Guid value) => value.TryWriteBytes(Room(16), bigEndian: true, out _);

    public void Cell(string value)
    {
        var room = Take(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var written = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, written);
        _length -= room.Length - sizeof(int) - written;
    }

    /// <summary>After the last row.</summary>
    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), EndOfRows);
        Flush();
    }

    /// <summary>Room for a cell of known length, which stands before it.</summary>
    private Span<byte> Room(int bytes)
    {
        var room = Take(sizeof(int) + bytes);
        BinaryPrimitives.WriteInt32BigEndian(room, bytes);
        return room[sizeof(int)..];
    }

    private Span<byte> Take(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Flush();
        if (_buffer.Length < bytes)
            _buffer = new byte[bytes];
        var room = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return room;
    }

    private void Flush()
    {
        into.Write(_buffer, 0, _length);
        _length = 0;
    }
}
