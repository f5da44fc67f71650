"""Posts made from a seed: the same ones on every machine, in both languages."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

SEED = 20261122

SENTENCES = {
    "en": (
        "The {place} opens again on {day} at {hour} am.",
        "Bring the {thing} you no longer use, we take it apart together.",
        "{count} neighbours came last week, and most of them left with something that works.",
        "Thank you to {name} for lending us the van.",
        "What would you repair first, the {thing} or the lamp?",
        "The full list is at https://harbour-repair.example/{slug}",
        "We have moved the {thing} bench next to the window, so you can see what you solder.",
        "Numbers for the year are in the report: {count} repairs, {small} of them bicycles.",
        "You don't need to book, and you don't need to know how it works.",
        "A {thing} that hums is usually a loose screw; here is how to check it safely.",
    ),
    "fr": (
        "L’{place} rouvre {day} à {hour} h.",
        "Apportez le {thing} qui ne sert plus, nous l’ouvrirons ensemble.",
        "{count} voisins sont venus la semaine dernière, et presque tous sont repartis contents.",
        "Merci à {name} pour le prêt de la camionnette.",
        "Que répareriez-vous d’abord : le {thing} ou la lampe ?",
        "La liste complète est ici : https://ateliers-du-canal.example/{slug}",
        "L’établi du {thing} est maintenant près de la fenêtre, on y voit ce que l’on soude.",
        "Le bilan de l’année est en ligne : {count} réparations, dont {small} vélos.",
        "Inutile de réserver, inutile de savoir comment cela marche.",
        "Un {thing} qui bourdonne, c’est souvent une vis desserrée ; voici comment vérifier.",
    ),
}
MESSAGES = {
    "en": (
        "The {thing} you repaired in March hums again. Can I bring it back on {day}?",
        "I waited {small} minutes in front of a locked door on {day}. Not impressed.",
        "Do you also take a {thing} without its cable?",
    ),
    "fr": (
        "Le {thing} réparé en mars bourdonne de nouveau. Puis-je le rapporter {day} ?",
        "J’ai attendu {small} minutes devant une porte fermée {day}. Pas très content.",
        "Prenez-vous aussi un {thing} sans son câble ?",
    ),
}
ANSWERS = {
    "en": (
        "Hello {name}, thank you for telling us.",
        "The {thing} bench is free on {day} from {hour} am, and Marc will look at it with you.",
        "We opened late that day: the key was with a colleague on the train.",
        "Bring the cable too, so that we can test it.",
        "If that day does not suit you, write to us in a private message.",
    ),
    "fr": (
        "Bonjour {name}, merci de nous le dire.",
        "L’établi du {thing} est libre {day} dès {hour} h, et Marc le regardera avec vous.",
        "Nous avons ouvert en retard ce jour-là : la clé était dans le train d’un collègue.",
        "Apportez aussi le câble, nous l’essaierons.",
        "Si ce jour ne vous va pas, écrivez-nous en message privé.",
    ),
}
WORDS = {
    "en": {
        "place": ("workshop", "tool library", "sewing room"),
        "day": ("Monday", "Tuesday", "Friday", "Saturday"),
        "thing": ("kettle", "toaster", "radio", "drill", "printer", "mixer"),
        "name": ("Priya", "Tom", "Aoife", "the rowing club"),
    },
    "fr": {
        "place": ("atelier", "outilthèque", "espace couture"),
        "day": ("lundi", "mardi", "vendredi", "samedi"),
        "thing": ("grille-pain", "robot", "poste de radio", "mixeur", "ventilateur"),
        "name": ("Maëlle", "Karim", "Solène", "la mairie"),
    },
}
# where a link can be followed and a text is not too long: findings are not what is measured
CHANNELS = ("linkedin", "facebook", "telegram", "blog", "newsletter")
FIRST = datetime(2000, 1, 3, 8, tzinfo=UTC)


def post(rng: random.Random, lang: str, length: int = 840) -> str:
    """A post of about `length` code points."""
    return made(rng, lang, SENTENCES[lang], length)


def made(rng: random.Random, lang: str, sentences: Sequence[str], length: int) -> str:
    """A text of about `length` code points out of such sentences."""
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        words = {name: rng.choice(choices) for name, choices in WORDS[lang].items()}
        numbers = {
            "hour": rng.randint(8, 11),
            "count": rng.randint(20, 400),
            "small": rng.randint(2, 19),
            "slug": f"{rng.getrandbits(24):06x}",
        }
        parts.append(rng.choice(sentences).format(**words, **numbers))
        parts.append(rng.choice((" ", " ", " ", "\n\n")))
    return "".join(parts).strip()


def drafts(count: int, length: int = 840) -> Iterator[dict[str, str]]:
    """Drafts in turn French and English, ten a day, as a busy team posts for many years."""
    rng = random.Random(SEED)  # noqa: S311  a benchmark wants the same posts each time
    for number in range(count):
        lang = ("fr", "en")[number % 2]
        yield {
            "id": f"d{number}",
            "lang": lang,
            "channel": rng.choice(CHANNELS),
            "publish_at": (FIRST + timedelta(days=number // 10, hours=number % 10)).isoformat(),
            "text": post(rng, lang, length),
        }


def replies(count: int, length: int = 300) -> Iterator[dict[str, str]]:
    """Replies in turn French and English, each with the message that it answers."""
    rng = random.Random(SEED)  # noqa: S311  a benchmark wants the same replies each time
    for number in range(count):
        lang = ("fr", "en")[number % 2]
        yield {
            "id": f"r{number}",
            "kind": "reply",
            "lang": lang,
            "channel": "facebook",
            "text": made(rng, lang, ANSWERS[lang], length),
            "in_reply_to": made(rng, lang, MESSAGES[lang], 1),
        }


def markdown_folder(folder: Path, count: int) -> None:
    """`count` Markdown files with front matter."""
    folder.mkdir(parents=True, exist_ok=True)
    for draft in drafts(count):
        head = "\n".join(f"{name}: {draft[name]}" for name in ("lang", "channel", "publish_at"))
        text = f"---\n{head}\nobjective: information\n---\n{draft['text']}\n"
        (folder / f"{draft['id']}.md").write_text(text, encoding="utf-8")


def jsonl_file(path: Path, count: int, *, kind: str = "post") -> None:
    """One draft a line: posts, or replies."""
    with path.open("w", encoding="utf-8") as out:
        for draft in replies(count) if kind == "reply" else drafts(count):
            out.write(json.dumps(draft, ensure_ascii=False) + "\n")


def csv_file(path: Path, count: int) -> None:
    """A calendar of one draft a row, as French spreadsheets write it."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, delimiter=";")
        rows.writerow(("Date", "Canal", "Langue", "Texte"))
        for draft in drafts(count):
            rows.writerow((draft["publish_at"], draft["channel"], draft["lang"], draft["text"]))


def bank_file(path: Path, size: int) -> int:
    """A Markdown bank of about `size` bytes, a draft in each fence; answers how many."""
    written = count = 0
    with path.open("w", encoding="utf-8") as out:
        out.write("# Bank\n")
        for draft in drafts(size // 400):
            head = f"\n## Post {count} ({draft['lang']})\n\n**LinkedIn**\n\n"
            text = f"{head}```\n{draft['text']}\n```\n"
            written += len(text.encode())
            count += 1
            out.write(text)
            if written >= size:
                break
    return count


def long_post(path: Path, lang: str) -> None:
    """One post, long enough for readability to say anything."""
    rng = random.Random(SEED)  # noqa: S311  a benchmark wants the same post each time
    path.write_text(f"---\nlang: {lang}\n---\n{post(rng, lang, 1500)}\n", encoding="utf-8")


def doc_pack(folder: Path) -> None:
    """A rule of token patterns, which needs spaCy on texts with one of its words."""
    rule = folder / "bench" / "shouted-call"
    rule.mkdir(parents=True)
    head = "code: BNC002\nname: shouted-call\nseverity: info\nconfidence: high\ncheck: patterns\n"
    (rule / "rule.yaml").write_text(head, encoding="utf-8")
    text = (
        'message: "“{quote}” shouts"\nwhy: It is loud.\nfix: Use other words.\n'
        "patterns:\n  shouted:\n    literals: [comment]\n"
        "    tokens:\n      - [{LOWER: comment, IS_UPPER: true}]\n"
        'examples:\n  bad: ["⟦COMMENT⟧ below"]\n  good: ["A comment below."]\n'
    )
    (rule / "en.yaml").write_text(text, encoding="utf-8")


def pack(folder: Path, phrases: int) -> None:
    """A rule pack of that many phrases, of words that the posts and other posts are made of."""
    rng = random.Random(SEED)  # noqa: S311  a benchmark wants the same phrases each time
    rule = folder / "bench" / "listed-phrase"
    rule.mkdir(parents=True)
    head = (
        "code: BNC001\nname: listed-phrase\nseverity: warning\nconfidence: high\ncheck: phrases\n"
    )
    (rule / "rule.yaml").write_text(head, encoding="utf-8")
    for lang, sentences in SENTENCES.items():
        words = sorted({word for text in sentences for word in text.split() if word.isalpha()})
        made = sorted({f"{rng.choice(words)} {rng.choice(words)} {n:x}x" for n in range(phrases)})
        terms = "".join(f"      - {entry}\n" for entry in made)
        text = (
            'message: "“{quote}” is listed"\nwhy: It stands in the list.\n'
            f"fix: Use other words.\nlists:\n  all:\n    terms:\n{terms}"
            f'examples:\n  bad: ["⟦{made[0]}⟧ it is"]\n  good: ["Nothing of the kind."]\n'
        )
        (rule / f"{lang}.yaml").write_text(text, encoding="utf-8")
