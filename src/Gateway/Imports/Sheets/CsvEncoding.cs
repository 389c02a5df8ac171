using System.Text;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Tells the encoding of a text file by its content. A stated charset isn't believed: browsers and scripts guess it.</summary>
internal static class CsvEncoding
{
    private const int Gb18030CodePage = 54936;

    /// <summary>UTF-16 by its mark; UTF-8 if every byte of the file fits it; else GB18030 if every byte fits that. Bounded memory.</summary>
    /// <exception cref="SheetUnreadableException">None of them: the file isn't text, or is damaged.</exception>
    public static Encoding Of(Stream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        stream.Position = 0;
        var marked = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2;
        Encoding[] candidates = marked && mark is [0xFF, 0xFE] ? [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)]
            : marked && mark is [0xFE, 0xFF] ? [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)]
            : [new UTF8Encoding(false, throwOnInvalidBytes: true), Gb18030()];
        return candidates.FirstOrDefault(encoding => IsTextIn(encoding, stream))
            ?? throw new SheetUnreadableException("文件不是可识别的表格：既不是 .xlsx，也不是 UTF-8 或 GB18030 编码的 CSV，请重新导出后上传。");
    }

    private static bool IsTextIn(Encoding encoding, Stream stream)
    {
        stream.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[16 * 1024];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            while (true)
            {
                var read = stream.Read(bytes);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                if (chars.AsSpan(0, count).Contains('\0'))
                    return false;
                if (read == 0)
                    return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Gb18030() =>
        CodePagesEncodingProvider.Instance.GetEncoding(Gb18030CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("GB18030 is part of the framework and is missing.");
}
