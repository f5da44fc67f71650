"""What can fill a slot of a move and is no word list: orders, questions, figures, links.

Each function answers the places in a text; what it can't see stands in its docstring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from socialint.checks.check import Words
from socialint.checks.moves.rough import KINDS
from socialint.layers.entities import ENTITIES
from socialint.layers.view import Layer, View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

Places = Callable[[View], Iterable[Span]]
_NAMED = r"(?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w-]*[^\W\dA-ZÀ-ÖØ-Þ][\w-]*|UK|US|USA|EU)"
_PLACE = regex(
    r"\b(?:(?:in|of|around|across|de|du|des|à|au|aux|en|sur|dans)\s"
    r"(?:[Tt]he |[Ll]a |[Ll]e |[Ll][’'])?"
    rf"|[dD][’'](?=[A-ZÀ-Þ])){_NAMED}|\b(?!(?:It|Here|What|That|There|He|She|Who|Let|Where|How)\b){_NAMED}[’']s\b"
)
_UNIT = r"(?<![\w.,/-])(?:\d{1,4}[ \u00a0]?[A-Z]?|[A-H]\d{0,2})(?![\w%€£$°/]|[.,:]\d)"


def orders(view: View) -> Iterable[Span]:
    """Verbs in the imperative.  Can't see: an English order after a subject or an adverb."""
    from socialint.layers.imperatives import IMPERATIVES  # noqa: PLC0415  few moves ask

    return [Span(order.start, order.end) for order in view.layer(IMPERATIVES) if order.sure]


def readers(view: View) -> Iterable[Span]:
    """Signs of French second person: pronouns, possessives, verb endings.

    Can't see: English, where a class of words does.
    """
    from socialint.layers.address import ADDRESS  # noqa: PLC0415  few moves ask

    return [Span(sign.start, sign.end) for sign in view.layer(ADDRESS) if sign.kind != "fixed"]


def persons(view: View) -> Iterable[Span]:
    """Persons named.  Can't see: a given name that the class lacks, without a title."""
    from socialint.checks.persons import INTRODUCED, PERSONS  # noqa: PLC0415  few moves ask

    return {*(Span(one.start, one.end) for one in view.layer(PERSONS)), *view.layer(INTRODUCED)}


def named(view: View) -> Iterable[Span]:
    """Persons named, and names by their form alone.  Can't see: that such a name is a firm's."""
    from socialint.checks.persons import NAMED  # noqa: PLC0415  few moves ask

    return {*persons(view), *view.layer(NAMED)}


def entities(*kinds: str) -> Places:
    """Figures, links, names, days of these kinds."""
    wanted = frozenset(kinds)
    return lambda view: [
        Span(found.start, found.end) for found in view.layer(ENTITIES) if found.kind in wanted
    ]


def signs(pattern: str) -> Places:
    """Where a sign of punctuation stands."""
    sign = regex(pattern)
    return lambda view: [Span(*found.span()) for found in sign.finditer(view.text)]


def places(view: View) -> Iterable[Span]:
    """Places by their form: "in Leeds", "Leeds's", « à Nyon », « de Bretagne ».

    Can't see: a place in small letters, where a class of words does; that a name is a person's.
    """
    return [Span(*found.span()) for found in _PLACE.finditer(view.text)]


def quotations(view: View) -> Iterable[Span]:
    """The opening marks of what is quoted."""
    return [
        Span(zone.start, zone.start + 1) for zone in view.layer(ZONES).spans.get("quotation", ())
    ]


def heard(*kinds: str) -> Places:
    """The whole of a customer's message of one of these kinds (see `conversation.heard`)."""

    def places(view: View) -> Iterable[Span]:
        from socialint.checks.conversation.heard import HEARD  # noqa: PLC0415  few moves ask

        if view.layer(HEARD).kind in kinds:
            yield Span(0, len(view.text))

    return places


def unhelpful(view: View) -> Iterable[Span]:
    """The whole of a reply that does little for the customer (see `conversation.parts`)."""
    from socialint.checks.conversation.parts import LITTLE, helpfulness  # noqa: PLC0415  few moves ask

    if helpfulness(view, LITTLE) <= LITTLE:
        yield Span(0, len(view.text))


def helpful(view: View) -> Iterable[Span]:
    """The whole of a reply that does much for the customer."""
    from socialint.checks.conversation.parts import MUCH, helpfulness  # noqa: PLC0415  few moves ask

    if helpfulness(view, MUCH) >= MUCH:
        yield Span(0, len(view.text))


def verbs(**features: object) -> Places:
    """Verb forms all of whose readings have these features.

    Can't see: English persons but the third, forms that a lexicon lacks, homographs.
    """
    get, values = attrgetter(*features), tuple(features.values())
    wanted = values if len(values) > 1 else values[0]

    def places(view: View) -> Iterable[Span]:
        from socialint.layers.morphology import MORPHOLOGY  # noqa: PLC0415  few moves ask
        from socialint.layers.tokens import TOKENS  # noqa: PLC0415  few moves ask

        tokens, morphs = view.layer(TOKENS), view.layer(MORPHOLOGY)
        return [
            Span(token.start, token.end)
            for token, morph in zip(tokens, morphs, strict=True)
            if morph.readings and all(get(reading) == wanted for reading in morph.readings)
        ]

    return places


GRAMMAR: Mapping[str, Places] = MappingProxyType(
    {
        **{name: entities(*sorted(kinds)) for name, kinds in KINDS.items()},
        "@complaint": heard("complaint", "dispute", "insult"),
        "@conditional": verbs(mood="Cnd"),
        "@exclamation": signs("!"),
        "@future": verbs(tense="Fut"),
        "@helpful": helpful,
        "@insult": heard("insult"),
        "@named": named,
        "@order": orders,
        "@person": persons,
        "@asking": heard("question"),
        "@praise": heard("praise"),
        "@place": places,
        "@question": signs(r"\?"),
        "@quotation": quotations,
        "@reader": readers,
        "@unhelpful": unhelpful,
        "@code": signs(r"\b(?=[A-Z]*\d)[A-Z0-9]{3,8}\b"),
        "@unit": signs(_UNIT),
        "@we-verb": verbs(form="Fin", person=1, number="Plur"),
        "@you-verb": verbs(form="Fin", person=2),
    }
)


def _layer(name: str, places: Places) -> Layer[Sequence[Span]]:
    return Layer(name, lambda view: sorted(places(view)))


# several rules ask for the same
_LAYERS: Mapping[str, Layer[Sequence[Span]]] = MappingProxyType(
    {name: _layer(name, places) for name, places in GRAMMAR.items()}
)


def by_name(name: str, view: View, words: Words) -> Sequence[Span] | None:
    """Where grammar or a token pattern of the rule stands; None if `name` is a word list."""
    if name in _LAYERS:
        return view.layer(_LAYERS[name])
    found = [patterns[name] for patterns in words.patterns.values() if name in patterns]
    if not found:
        return None
    from socialint.layers.patterns import Patterns, find  # noqa: PLC0415  few moves ask

    sets = [Patterns.of(name, pattern["literals"], pattern["tokens"]) for pattern in found]
    return [Span(item.start, item.end) for item in find(view, sets)]
