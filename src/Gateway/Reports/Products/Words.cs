using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>The words of papers for what the ledger calls by code.</summary>
internal static class Words
{
    public static string Chinese(this EndingGround ground) => ground switch
    {
        EndingGround.OralPromise => "口头息诉罢访",
        EndingGround.WrittenUndertaking => "书面息诉罢访承诺",
        EndingGround.Rejected => "最高人民法院驳回",
        EndingGround.Terminated => "终结报备",
        EndingGround.HandedOver => "责任移交地方",
        EndingGround.Retrial => "导入再审程序",
        EndingGround.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "No such ground."),
    };

    public static string Chinese(this OwnerOrigin origin) => origin switch
    {
        OwnerOrigin.FirstReceiver => "首次接访",
        OwnerOrigin.Imported => "台账载明",
        OwnerOrigin.Assigned => "交办指定",
        OwnerOrigin.Joined => "并案",
        OwnerOrigin.Succession => "接任",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No such origin."),
    };
}
