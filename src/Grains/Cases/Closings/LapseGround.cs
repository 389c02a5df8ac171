using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>Why a closing report lapses while it is being signed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LapseGround>))]
public enum LapseGround
{
    /// <summary>W14: the person came back after the promise that the report tells of.</summary>
    Returned,

    /// <summary>W3: whose report it is owns the case no longer, or has recused himself.</summary>
    OwnerChanged,

    /// <summary>W14: the owner took the ended case up again while its handing over was being signed.</summary>
    Reopened,
}

public static class LapseNames
{
    public static string Of(LapseGround ground) => ground switch
    {
        LapseGround.Returned => "信访人承诺息诉后又来访，报告失效",
        LapseGround.OwnerChanged => "包案领导变更，报告失效",
        LapseGround.Reopened => "事项重新办理，报告失效",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No name for this ground."),
    };
}
