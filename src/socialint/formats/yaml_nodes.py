"""YAML files, and front matter, as nodes."""

from __future__ import annotations

from socialint.errors import Problem
from socialint.formats.nodes import Node, UnreadableError, problem
from socialint.text import Source


def read_yaml(source: Source, start: int = 0, end: int | None = None) -> tuple[Node, ...] | Problem:
    """The documents in source.text[start:end], or what makes them unreadable.

    Nothing is converted: plain `yes`, `12` and `2026-03-01` stay text (`Scalar.plain` tells them
    from quoted ones); only a plain null is None.  An alias is the very node that it names, so
    its positions are those of the anchored text; merge keys (`<<`) are resolved, what they lend
    stands last.
    """
    from yaml import YAMLError  # noqa: PLC0415  costs a tenth of a cold start

    from socialint.formats.yaml_compose import compose  # noqa: PLC0415  the same

    stop = len(source.text) if end is None else end
    begin = start
    while source.text.startswith("\ufeff", begin, stop):  # libyaml's marks don't count it
        begin += 1
    try:
        return compose(source.text, begin, stop)
    except UnreadableError as refused:
        return problem(source, refused.code, refused.offset, **refused.words)
    except (YAMLError, UnicodeEncodeError) as error:
        from socialint.formats.yaml_errors import explain  # noqa: PLC0415  4 ms, hardly ever needed

        return explain(source, begin, stop, error)
