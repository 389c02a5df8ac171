using System.Linq.Expressions;
using PetitionMesh.Embedded.Calls;

namespace PetitionMesh.Embedded.Copying;

/// <summary>Isolates what passes between caller and grain, compiled once per method; null means that nothing needs a copy.</summary>
internal static class ArgumentCopier
{
    /// <exception cref="NotSupportedException">A parameter's type can neither be shared nor copied.</exception>
    public static Func<TArguments, TArguments>? For<TArguments>(MethodShape shape) where TArguments : struct
    {
        var parameters = shape.Method.GetParameters();
        var needsCopy = parameters.Select(parameter =>
            !MethodShape.IsImmutable(parameter) && !IsShared(parameter.ParameterType, shape)).ToArray();
        if (!needsCopy.Contains(true)) return null;
        var tuple = Expression.Parameter(typeof(TArguments));
        var items = parameters.Select((parameter, i) =>
        {
            Expression item = Expression.Field(tuple, "Item" + (i + 1));
            return needsCopy[i] ? Expression.Call(typeof(Copier<>).MakeGenericType(parameter.ParameterType), "Copy", null, item) : item;
        });
        var copy = Expression.New(typeof(TArguments).GetConstructor(shape.ParameterTypes)!, items);
        return Expression.Lambda<Func<TArguments, TArguments>>(copy, tuple).Compile();
    }

    /// <inheritdoc cref="For{TArguments}"/>
    public static Func<TResult, TResult>? ForResult<TResult>(MethodShape shape) =>
        MethodShape.IsImmutable(shape.Method.ReturnTypeCustomAttributes) || IsShared(typeof(TResult), shape)
            ? null
            : Copier<TResult>.Copy;

    private static bool IsShared(Type type, MethodShape shape)
    {
        try
        {
            return Isolation.IsShared(type);
        }
        catch (NotSupportedException refusal)
        {
            throw new NotSupportedException($"{shape.Method.DeclaringType}.{shape.Method.Name}: {refusal.Message}", refusal);
        }
    }
}
