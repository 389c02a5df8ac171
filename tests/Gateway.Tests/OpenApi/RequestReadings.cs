using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>
/// Notes which query fields and headers are looked at once an endpoint has been chosen, whether they were sent or not. So what an endpoint
/// reads is known by itself: nobody has to keep a list of it.
/// </summary>
internal sealed class RequestReadings : IStartupFilter
{
    private readonly ConcurrentDictionary<(string Endpoint, string Field), bool> _seen = [];

    public IEnumerable<string> QueryOf(string endpoint) => Of(endpoint, "?");

    public IEnumerable<string> HeadersOf(string endpoint) => Of(endpoint, "");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            context.Request.Query = new Query(context.Request.Query, name => Note(context, "?" + name));
            var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
            request.Headers = new Headers(request.Headers, name => Note(context, name));
            return go(context);
        });
        next(app);
    };

    private IEnumerable<string> Of(string endpoint, string mark) => _seen.Keys
        .Where(s => s.Endpoint == endpoint && s.Field.StartsWith('?') == (mark == "?"))
        .Select(s => s.Field[mark.Length..]);

    private void Note(HttpContext context, string field)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            _seen[($"{context.Request.Method} /{route.Trim('/')}", field)] = true;
    }

    private sealed class Query(IQueryCollection inner, Action<string> note) : IQueryCollection
    {
        /// <summary>Whoever takes them all may read any.</summary>
        private const string Every = "*";

        public StringValues this[string key] => Read(key)[key];

        public int Count => inner.Count;

        public ICollection<string> Keys => Read(Every).Keys;

        public bool ContainsKey(string key) => Read(key).ContainsKey(key);

        public bool TryGetValue(string key, out StringValues value) => Read(key).TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => Read(Every).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private IQueryCollection Read(string key)
        {
            note(key);
            return inner;
        }
    }

    private sealed class Headers(IHeaderDictionary inner, Action<string> note) : IHeaderDictionary
    {
        public StringValues this[string key]
        {
            get
            {
                note(key);
                return inner[key];
            }
            set => inner[key] = value;
        }

        public long? ContentLength { get => inner.ContentLength; set => inner.ContentLength = value; }

        public ICollection<string> Keys => inner.Keys;

        public ICollection<StringValues> Values => inner.Values;

        public int Count => inner.Count;

        public bool IsReadOnly => inner.IsReadOnly;

        public void Add(string key, StringValues value) => inner.Add(new KeyValuePair<string, StringValues>(key, value));

        public void Add(KeyValuePair<string, StringValues> item) => inner.Add(item);

        public void Clear() => inner.Clear();

        public bool Contains(KeyValuePair<string, StringValues> item) => inner.Contains(item);

        public bool ContainsKey(string key)
        {
            note(key);
            return inner.ContainsKey(key);
        }

        public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => inner.CopyTo(array, arrayIndex);

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => inner.GetEnumerator();

        public bool Remove(string key) => inner.Remove(key);

        public bool Remove(KeyValuePair<string, StringValues> item) => inner.Remove(item);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value)
        {
            note(key);
            return inner.TryGetValue(key, out value);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
