namespace Orleans.Runtime
{
    /// <summary>Anything that can be called by its identity: a grain or a reference to one.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>The root of every grain contract.</summary>
    public interface IGrain : Runtime.IAddressable;

    /// <summary>A grain contract whose identity is a string, the only kind of key this project uses.</summary>
    public interface IGrainWithStringKey : IGrain;
}
