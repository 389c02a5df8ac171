namespace PetitionMesh.Grains.Cases.Closings;

/// <summary>J8: the kinds of outcome as people read them.</summary>
public static class OutcomeNames
{
    public static string Of(string outcome) => outcome switch
    {
        "procedure" => "程序或实体确有错误，导入程序处理",
        "explainedOtherWays" => "诉求有理但法律途径穷尽，已作解释并另寻途径",
        "persuaded" => "诉求无理，已作解释疏导",
        "assisted" => "生活困难，已予司法救助",
        _ => "",
    };
}
