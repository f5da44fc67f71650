"""Pictures made by a machine or retouched, shown without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.disclosure.law import in_force, law, variant
from socialint.finding import Hit
from socialint.layers.view import View

MADE = ("generated",)


def prepare(params: Params, words: Words) -> Detect:
    """One hit a draft: a medium that its fields call generated or retouched, and no word does."""

    def detect(subject: Subject) -> Iterator[Hit]:
        field = subject.draft.fields.get("media")
        if not field or not isinstance(field.value, (list, tuple)):
            return
        kinds = [kind for medium in field.value if (kind := _kind(medium))]
        if not kinds or not in_force(subject, kinds[0]):
            return
        if not _is_told(subject, words, kinds[0], field.value):
            args = {"law": law(subject, kinds[0], subject.draft.lang)}
            yield Hit(None, field.span, variant(subject, kinds[0]), args)

    return detect


def _kind(medium: object) -> str:
    """What was done to a picture that may mislead readers: "generated", "retouched" or nothing."""
    if not isinstance(medium, Mapping) or medium.get("realistic") is False:
        return ""
    if medium.get("ai") in MADE:
        return "generated"
    retouched = medium.get("retouched") is True
    return "retouched" if retouched and medium.get("depicts") == "person" else ""


def _is_told(subject: Subject, words: Words, kind: str, media: object) -> bool:
    views = list(subject.views.values())
    for medium in media if isinstance(media, (list, tuple)) else ():
        overlay = medium.get("overlay_text") if isinstance(medium, Mapping) else None
        if overlay and views:
            views.append(View(str(overlay), views[0].declared, lexicons=views[0].lexicons))
    return any(words.matches(view, kind) for view in views)


PICTURES = Check(prepare, args=("law",))
