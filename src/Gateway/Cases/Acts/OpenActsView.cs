using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Gateway.Cases.Acts;

/// <summary>What the caller may do on a case now, each act with its form, so that whoever shows it needs to know no rule.</summary>
/// <param name="PaperKinds">As what a paper may be filed.</param>
internal sealed record OpenActsView(ImmutableArray<OpenActView> Items, ImmutableArray<ChoiceView> PaperKinds)
{
    private static readonly ImmutableArray<ChoiceView> Kinds = [.. Enum.GetValues<PaperKind>().Select(k => new ChoiceView(EnumWords.Of(k), PaperNames.Of(k)))];

    public static OpenActsView Of(CaseId id, ImmutableArray<OpenAct> open) => new([.. open.Select(o => OpenActView.Of(id, o))], Kinds);
}

/// <summary>One act that is open, with its form.</summary>
/// <param name="Address">Where its form is sent.</param>
/// <param name="Concerns">The recorded acts that it may answer or confirm, or the limits that it may pause or resume; empty where it concerns the case as a whole.</param>
internal sealed record OpenActView(CaseAct Act, string Address, string Title, string Rule, ImmutableArray<string> Concerns, ImmutableArray<FormFieldView> Fields)
{
    public static OpenActView Of(CaseId id, OpenAct open)
    {
        var form = ActForms.Of(open.Act);
        return new(form.Act, $"/api/cases/{id}/{form.Slug}", form.Title, form.Rule, open.Concerns, [.. form.Fields.Select(f => FormFieldView.Of(f, open.Choices))]);
    }
}

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="Title">Its name on the form.</param>
/// <param name="Choices">What may be chosen; empty where it is filled in freely.</param>
internal sealed record FormFieldView(string Name, string Title, FieldKind Kind, bool Required, ImmutableArray<ChoiceView> Choices)
{
    /// <param name="left">Of a choice, what is left; empty for all of it.</param>
    public static FormFieldView Of(ActField field, ImmutableArray<string> left) => new(
        field.Name, field.Title, field.Kind, field.Required,
        [.. field.Choices.Where(c => left.IsDefaultOrEmpty || left.Contains(c)).Select(c => new ChoiceView(c, ChoiceNames.Of(c)))]);
}

/// <summary>One of several.</summary>
/// <param name="Value">In the request.</param>
/// <param name="Name">As people read it.</param>
internal sealed record ChoiceView(string Value, string Name);
