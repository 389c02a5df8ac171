using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Routings;

/// <summary>Whose search a routing slip records.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RoutingKind>))]
public enum RoutingKind
{
    /// <summary>Y2, 首审: the filing division looks for the judge who tried the dispute first.</summary>
    FirstTrial,

    /// <summary>Y3, 首执: the command centre looks for the officer who enforced first.</summary>
    FirstEnforcement,
}

/// <summary>Why a matter belongs to whoever had it first: three grounds of Y2, then six of Y3.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RoutingGround>))]
public enum RoutingGround
{
    /// <summary>撤诉后重新起诉.</summary>
    Refiled,

    /// <summary>调解或裁判衍生.</summary>
    Derived,

    /// <summary>示范案件及平行案件.</summary>
    Model,

    /// <summary>恢复执行.</summary>
    Resumed,

    /// <summary>分立执行.</summary>
    Split,

    /// <summary>同一依据批量执行.</summary>
    Batch,

    /// <summary>关联案件.</summary>
    Related,

    /// <summary>重新分配的案件.</summary>
    Reassigned,

    /// <summary>分期履行的后续部分.</summary>
    Instalment,
}

/// <summary>Where a routing slip stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RoutingStatus>))]
public enum RoutingStatus
{
    /// <summary>待分流.</summary>
    Pending,

    /// <summary>已分流: it has a receiver, the first judge or officer or an ordinary one.</summary>
    Routed,

    /// <summary>异议复核中.</summary>
    Disputed,

    /// <summary>已撤销: it should not have been registered.</summary>
    Withdrawn,
}

/// <summary>What a receiver says is wrong.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ObjectionKind>))]
public enum ObjectionKind
{
    /// <summary>匹配异议: the matter is none of the receiver's earlier ones.</summary>
    Mismatch,

    /// <summary>漏配: somebody else had it first, and the search missed that.</summary>
    MissedMatch,
}

/// <summary>How an objection ended (Y4).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ObjectionOutcome>))]
public enum ObjectionOutcome
{
    /// <summary>异议成立.</summary>
    Granted,

    /// <summary>异议不成立: it goes on with its receiver.</summary>
    Refused,

    /// <summary>协商解决, of a missed match in enforcement (Y3).</summary>
    Settled,
}

/// <summary>The limits of Y2 and Y3.</summary>
public enum RoutingLimit
{
    /// <summary>Y2: from receipt to routing.</summary>
    RouteTrial,

    /// <summary>Y2: from routing to an objection.</summary>
    ObjectTrial,

    /// <summary>Y3: from the search to routing.</summary>
    RouteEnforcement,

    /// <summary>Y3: from routing to an objection.</summary>
    ObjectEnforcement,
}
