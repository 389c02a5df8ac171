using PetitionMesh.Grains.FirstRequests;

namespace PetitionMesh.Gateway.FirstRequests;

/// <summary>What people call the kinds and states of first requests, on sheets that come and that go.</summary>
internal static class FirstRequestNames
{
    /// <summary>诉求类别.</summary>
    public static string Chinese(this RequestKind kind) => kind switch
    {
        RequestKind.Inquiry => "查询",
        RequestKind.Consultation => "咨询",
        RequestKind.Business => "业务受理",
        RequestKind.Complaint => "投诉",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this kind."),
    };

    /// <summary>办理方式.</summary>
    public static string Chinese(this RequestHandling handling) => handling switch
    {
        RequestHandling.OnTheSpot => "当场办结",
        RequestHandling.Promised => "限期答复",
        RequestHandling.Guided => "引导预约",
        RequestHandling.Complex => "疑难登记",
        _ => throw new ArgumentOutOfRangeException(nameof(handling), handling, "No name for this handling."),
    };
}
