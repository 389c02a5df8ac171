using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains;

/// <summary>How an act on a grain ended, whatever it answers. Done now when none of these says otherwise.</summary>
public interface IActOutcome
{
    /// <summary>A rule says no; null otherwise.</summary>
    Refusal? Refusal { get; }

    /// <summary>Another activation was faster; ask again with the same command.</summary>
    bool Contended { get; }

    /// <summary>The caller had seen another version; nothing was written.</summary>
    bool Moved { get; }

    /// <summary>Set when the same command was answered before.</summary>
    CommandRecord? First { get; }

    /// <summary>The key was used for another body.</summary>
    bool KeyReused { get; }
}
