using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PetitionMesh.Bench.Load;

/// <summary>Writes one caller's requests into its own buffers; nothing is allocated per request but the person's number.</summary>
internal sealed class RequestText
{
    private readonly byte[] _out = new byte[8 * 1024];
    private readonly byte[] _body = new byte[4 * 1024];
    private readonly byte[] _receptionHead;
    private readonly byte[] _lookupHead;
    private readonly Caller _caller;
    private readonly string _key;
    private long _sent;

    private static readonly string[] Channels =
        [.. Enumerable.Repeat("visit", 60), .. Enumerable.Repeat("letter", 15), .. Enumerable.Repeat("call", 12),
         .. Enumerable.Repeat("email", 5), .. Enumerable.Repeat("online", 5), .. Enumerable.Repeat("video", 3)];

    private static readonly string[] Claims =
    [
        "对判决结果不服，认为一审法院认定事实不清、适用法律错误，要求对本案依法再审，并请承办法官当面说明判决理由和依据",
        "反映执行案件立案后长期没有进展，被执行人名下有房产和车辆可供执行，要求尽快采取执行措施并告知办理的进度和期限",
        "认为鉴定程序不合法，鉴定机构没有通知当事人到场，要求重新鉴定，并对原审中没有采纳的证据作出书面的解释和答复",
        "来访人家庭生活困难，因案致贫，申请司法救助，同时要求法院协调有关部门帮助解决其医疗费用和子女入学方面的问题",
    ];

    private static readonly string[] Opinions =
        ["已听取诉求并登记，由首接领导包案，七日内约见当事人答复", "已释法说理，调取原审卷宗核实后书面答复"];

    public RequestText(Caller caller, int connection, string key)
    {
        _caller = caller;
        _key = string.Create(CultureInfo.InvariantCulture, $"{key}-{connection}-");
        _receptionHead = Head("/api/receptions", "Idempotency-Key: ");
        _lookupHead = Head("/api/ownership/lookup", "Content-Length: ");
    }

    public ReadOnlyMemory<byte> Reception(Random random, int person, DateTimeOffset occurredAt)
    {
        Utf8.TryWrite(_body, CultureInfo.InvariantCulture,
            $$"""
            {"court":"{{_caller.Court}}","channel":"{{Channels[random.Next(Channels.Length)]}}","receivedBy":"{{_caller.Leaders[random.Next(_caller.Leaders.Count)]}}","occurredAt":"{{occurredAt:yyyy-MM-ddTHH:mm:sszzz}}","petitioner":{"idType":"residentId","idNumber":"{{Person.IdNumber(person)}}","name":"{{Person.Name(person)}}","phone":"{{Person.Phone(person)}}"},"case":{"caseNumber":"{{Person.CaseNumber(person)}}"},"claim":"{{Claims[random.Next(Claims.Length)]}}","opinion":"{{Opinions[random.Next(Opinions.Length)]}}","headcount":1,"level":"local"}
            """, out var length);
        var at = _receptionHead.Length;
        Utf8.TryWrite(_out.AsSpan(at), CultureInfo.InvariantCulture, $"{_key}{_sent++}\r\nContent-Length: {length}\r\n\r\n", out var written);
        return Finish(_receptionHead, written, length);
    }

    public ReadOnlyMemory<byte> Lookup(int person)
    {
        Utf8.TryWrite(_body, CultureInfo.InvariantCulture, $$"""{"idType":"residentId","idNumber":"{{Person.IdNumber(person)}}"}""", out var length);
        Utf8.TryWrite(_out.AsSpan(_lookupHead.Length), CultureInfo.InvariantCulture, $"{length}\r\n\r\n", out var written);
        return Finish(_lookupHead, written, length);
    }

    private ReadOnlyMemory<byte> Finish(byte[] head, int written, int length)
    {
        head.CopyTo(_out, 0);
        _body.AsSpan(0, length).CopyTo(_out.AsSpan(head.Length + written));
        return _out.AsMemory(0, head.Length + written + length);
    }

    private byte[] Head(string path, string lastHeader) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_caller.Token}\r\nContent-Type: application/json\r\n{lastHeader}");
}
