"""Edits put together: those that overlap, and those that leave an empty line behind."""

from __future__ import annotations

from socialint.formats.rewrite import Edit


def whole_lines(body: str, cuts: list[Edit]) -> list[Edit]:
    """Cuts with nothing else on their lines take the lines, and the blank lines that follow."""
    grown: list[Edit] = []
    for cut in cuts:
        last = grown[-1] if grown else None
        if last and not body[last.end : cut.start].strip(" \t"):
            grown[-1] = Edit(last.start, max(last.end, cut.end))
        else:
            grown.append(cut)
    return [_whole_line(body, cut) for cut in grown]


def _whole_line(body: str, cut: Edit) -> Edit:
    start = cut.start
    while start > 0 and body[start - 1] in " \t":
        start -= 1
    end = cut.end
    while end < len(body) and body[end] in " \t\r\n":
        end += 1
    alone = start == 0 or body[start - 1] in "\r\n"
    breaks = end == len(body) or any(char in "\r\n" for char in body[cut.end : end])
    if alone and breaks:
        return _keep_indent(body, Edit(start, end), cut)
    # between two blanks, one of them goes too
    return Edit(start, cut.end) if end > cut.end else cut


def _keep_indent(body: str, grown: Edit, cut: Edit) -> Edit:
    # what follows on the next line keeps its indentation
    end = grown.end
    while end > cut.end and body[end - 1] in " \t":
        end -= 1
    return Edit(grown.start, end)


def merge(edits: list[Edit]) -> tuple[Edit, ...]:
    """The edits in order; of two that overlap, the wider one."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        last = merged[-1] if merged else None
        if last is None or edit.start >= last.end:
            merged.append(edit)
        elif edit.end > last.end:
            merged[-1] = Edit(last.start, edit.end, last.text + edit.text)
    return tuple(merged)
