"""Write the French verb table from the rules of conjugation: python tools/build_french.py.

Reads `french_verbs.txt` beside it; writes `src/socialint/layers/data/verbs.fr.json`: stems, each
with its ending tables, so that a form is looked up by cutting it in two.
Rules: the conjugations any French grammar gives (present, imperfect, future, conditional,
subjunctive, imperative, participles; the simple past is not for posts and left out).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "socialint" / "layers" / "data" / "verbs.fr.json"
PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")


class Parts(NamedTuple):
    """The principal parts from which all forms of a verb follow."""

    present: tuple[str, ...]
    future: str
    participle: str
    subjunctive: tuple[str, ...] | None = None
    imperative: tuple[str, ...] | None = None
    gerund: str | None = None
    imperfect: str | None = None


def listed(stem: str, endings: str) -> tuple[str, ...]:
    """`stem` with each of the endings; `-` is none."""
    return tuple(stem + ending.replace("-", "") for ending in endings.split())


# verbs of the first group that double their consonant; the others take the grave accent
DOUBLING = (
    "appeler",
    "rappeler",
    "épeler",
    "renouveler",
    "ficeler",
    "ruisseler",
    "étinceler",
    "chanceler",
    "jeter",
    "rejeter",
    "projeter",
    "feuilleter",
    "étiqueter",
    "empaqueter",
    "interpeler",
)


# two consonants that begin a syllable together: régler, sevrer, sécher
CLUSTERS = ("gn", "gl", "gr", "br", "ch", "cr", "tr", "vr", "dr", "pl", "gu", "qu")


def strong_stem(infinitive: str) -> str:
    """The stem of -er verbs before a silent e: achèt-, appell-, pai-."""
    stem = infinitive[:-2]
    if infinitive in DOUBLING:
        return stem + stem[-1]
    if stem.endswith("y") and not stem.endswith("ey"):
        return stem[:-1] + "i"
    if infinitive.endswith(("sevrer", "crever")) or (stem[-3:-2] == "é" and stem[-2:] in CLUSTERS):
        return stem[:-3] + stem[-3:].replace("é", "è").replace("e", "è")
    if stem[-2:-1] in ("e", "é") and stem[-1] not in "aeiouyéèêâîôû":
        return stem[:-2] + "è" + stem[-1]
    return stem


def soft(stem: str) -> str:
    """The stem before a or o: mange-, lanç-."""
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def er(infinitive: str) -> Parts:
    """Parler and its spellings."""
    stem, strong = infinitive[:-2], strong_stem(infinitive)
    wide = soft(stem)
    present = (*listed(strong, "e es e"), wide + "ons", stem + "ez", strong + "ent")
    subjunctive = (*listed(strong, "e es e"), stem + "ions", stem + "iez", strong + "ent")
    orders = (strong + "e", present[3], present[4])
    return Parts(present, strong + "er", stem + "é", subjunctive, orders, wide + "ant", wide)


def ir(infinitive: str) -> Parts:
    """Finir."""
    stem = infinitive[:-2]
    return Parts(listed(stem, "is is it issons issez issent"), infinitive, stem + "i")


def third(infinitive: str) -> dict[str, tuple[int, str, str]]:
    """Model: letters cut from the infinitive, endings of the present, of the participle."""
    last = infinitive[-3:-2]
    return {
        "partir": (3, f"s s t {last}ons {last}ez {last}ent", f"{last}i"),
        "vendre": (2, "s s - ons ez ent", "u"),
        "prendre": (4, "nds nds nd nons nez nnent", "-is"),
        "mettre": (4, "ts ts t ttons ttez ttent", "-is"),
        "battre": (4, "ts ts t ttons ttez ttent", "ttu"),
        "rompre": (2, "s s t ons ez ent", "u"),
        "dire": (2, "s s t sons tes sent", "t"),
        "interdire": (2, "s s t sons sez sent", "t"),
        "lire": (3, "is is it isons isez isent", "u"),
        "écrire": (2, "s s t vons vez vent", "t"),
        "conduire": (2, "s s t sons sez sent", "t"),
        "nuire": (2, "s s t sons sez sent", "-"),
        "connaître": (5, "ais ais aît aissons aissez aissent", "u"),
        "connaitre": (5, "ais ais ait aissons aissez aissent", "u"),
        "croire": (4, "ois ois oit oyons oyez oient", "u"),
        "boire": (4, "ois ois oit uvons uvez oivent", "u"),
        "suivre": (3, "s s t vons vez vent", "vi"),
        "vivre": (3, "s s t vons vez vent", "écu"),
        "rire": (2, "s s t ons ez ent", "-"),
        "conclure": (2, "s s t ons ez ent", "-"),
        "inclure": (2, "s s t ons ez ent", "s"),
        "craindre": (4, "ns ns nt gnons gnez gnent", "nt"),
        "plaire": (4, "ais ais aît aisons aisez aisent", "u"),
        "taire": (4, "ais ais ait aisons aisez aisent", "u"),
        "suffire": (2, "s s t sons sez sent", "-"),
        "résoudre": (4, "us us ut lvons lvez lvent", "lu"),
        "coudre": (3, "ds ds d sons sez sent", "su"),
        "vaincre": (3, "cs cs c quons quez quent", "cu"),
        "émouvoir": (6, "eus eus eut ouvons ouvez euvent", "u"),
        "fuir": (2, "is is it yons yez ient", "i"),
        "courir": (2, "s s t ons ez ent", "u"),
        "acquérir": (4, "iers iers iert érons érez ièrent", "is"),
        "recevoir": (6, "çois çois çoit cevons cevez çoivent", "çu"),
        "voir": (4, "vois vois voit voyons voyez voient", "vu"),
        "prévoir": (3, "ois ois oit oyons oyez oient", "u"),
        "venir": (4, "iens iens ient enons enez iennent", "enu"),
    }


IRREGULAR_FUTURE = {
    "venir": ("enir", "iendr"),
    "courir": ("courir", "courr"),
    "acquérir": ("érir", "err"),
    "recevoir": ("cevoir", "cevr"),
    "voir": ("voir", "verr"),
    "émouvoir": ("ouvoir", "ouvr"),
    "prévoir": ("voir", "voir"),
    "cueillir": ("cueillir", "cueiller"),
}


def model(name: str, infinitive: str) -> Parts:
    """The principal parts of `infinitive`, conjugated like `name`."""
    if name == "er":
        return er(infinitive)
    if name == "ir":
        return ir(infinitive)
    if name in ("ouvrir", "cueillir"):
        stem = infinitive[:-2]
        past = stem[:-1] + "ert" if name == "ouvrir" else stem + "i"
        future = stem + ("ir" if name == "ouvrir" else "er")
        present = listed(stem, "e es e ons ez ent")
        return Parts(present, future, past, imperative=(stem + "e", present[3], present[4]))
    if name == "faire":
        stem = infinitive[:-5]
        return Parts(
            listed(stem, "fais fais fait faisons faites font"),
            stem + "fer",
            stem + "fait",
            listed(stem + "fass", "e es e ions iez ent"),
        )
    cut, present, past = third(infinitive)[name]
    stem = infinitive[:-cut]
    future = infinitive.removesuffix("e")
    if name in IRREGULAR_FUTURE:
        old, new = IRREGULAR_FUTURE[name]
        future = infinitive.removesuffix(old) + new
    past_stem = stem[:-1] if name == "vivre" else stem
    if name in ("prendre", "mettre"):
        past_stem = infinitive.removesuffix("ettre" if name == "mettre" else "endre")
    return Parts(listed(stem, present), future, past_stem + past.replace("-", ""))


IRREGULAR: dict[str, Parts] = {
    "être": Parts(
        ("suis", "es", "est", "sommes", "êtes", "sont"),
        "ser",
        "été",
        ("sois", "sois", "soit", "soyons", "soyez", "soient"),
        ("sois", "soyons", "soyez"),
        "étant",
        "ét",
    ),
    "avoir": Parts(
        ("ai", "as", "a", "avons", "avez", "ont"),
        "aur",
        "eu",
        ("aie", "aies", "ait", "ayons", "ayez", "aient"),
        ("aie", "ayons", "ayez"),
        "ayant",
    ),
    "aller": Parts(
        ("vais", "vas", "va", "allons", "allez", "vont"),
        "ir",
        "allé",
        ("aille", "ailles", "aille", "allions", "alliez", "aillent"),
        ("va", "allons", "allez"),
    ),
    "pouvoir": Parts(
        ("peux", "peux", "peut", "pouvons", "pouvez", "peuvent"),
        "pourr",
        "pu",
        listed("puiss", "e es e ions iez ent"),
        (),
    ),
    "vouloir": Parts(
        ("veux", "veux", "veut", "voulons", "voulez", "veulent"),
        "voudr",
        "voulu",
        ("veuille", "veuilles", "veuille", "voulions", "vouliez", "veuillent"),
        ("veuille", "veuillons", "veuillez"),
    ),
    "devoir": Parts(("dois", "dois", "doit", "devons", "devez", "doivent"), "devr", "dû", None, ()),
    "savoir": Parts(
        ("sais", "sais", "sait", "savons", "savez", "savent"),
        "saur",
        "su",
        listed("sach", "e es e ions iez ent"),
        ("sache", "sachons", "sachez"),
        "sachant",
    ),
    "valoir": Parts(
        ("vaux", "vaux", "vaut", "valons", "valez", "valent"),
        "vaudr",
        "valu",
        ("vaille", "vailles", "vaille", "valions", "valiez", "vaillent"),
        (),
    ),
    "mourir": Parts(("meurs", "meurs", "meurt", "mourons", "mourez", "meurent"), "mourr", "mort"),
    "naître": Parts(("nais", "nais", "naît", "naissons", "naissez", "naissent"), "naîtr", "né"),
    "envoyer": Parts(
        ("envoie", "envoies", "envoie", "envoyons", "envoyez", "envoient"),
        "enverr",
        "envoyé",
        None,
        ("envoie", "envoyons", "envoyez"),
    ),
    "renvoyer": Parts(
        ("renvoie", "renvoies", "renvoie", "renvoyons", "renvoyez", "renvoient"),
        "renverr",
        "renvoyé",
        None,
        ("renvoie", "renvoyons", "renvoyez"),
    ),
    "asseoir": Parts(
        ("assieds", "assieds", "assied", "asseyons", "asseyez", "asseyent"), "assiér", "assis"
    ),
    "falloir": Parts(
        ("", "", "faut", "", "", ""),
        "faudr",
        "fallu",
        ("", "", "faille", "", "", ""),
        (),
        "",
        "fall",
    ),
    "pleuvoir": Parts(
        ("", "", "pleut", "", "", "pleuvent"),
        "pleuvr",
        "plu",
        ("", "", "pleuve", "", "", "pleuvent"),
        (),
        "pleuvant",
        "pleuv",
    ),
}


def subjunctive(parts: Parts, nous: str) -> tuple[str, ...]:
    """Que je prenne, que nous prenions: from they and we."""
    they = parts.present[5].removesuffix("ent")
    stems = (they, they, they, nous, nous, they)
    return tuple(s + e for s, e in zip(stems, SUBJUNCTIVE, strict=True))


def participles(past: str) -> Iterator[tuple[str, str]]:
    """The past participle with its agreements."""
    yield past, "Kms"
    bare = past.replace("dû", "du")
    yield bare + "e", "Kfs"
    yield past if past.endswith("s") else bare + "s", "Kmp"
    yield bare + "es", "Kfp"


def forms(infinitive: str, parts: Parts) -> Iterator[tuple[str, str]]:
    """Every form with its code: mood or tense letter, then person and number."""
    nous = parts.present[3].removesuffix("ons")
    past = parts.imperfect or nous
    yield infinitive, "N"
    yield from zip(parts.present, (f"P{p}" for p in PERSONS), strict=True)
    for ending, person in zip(IMPERFECT, PERSONS, strict=True):
        # manger: mangeais, but mangions
        stem = nous[:-1] if nous.endswith("ge") and ending[0] == "i" else past
        stem = stem[:-1] + "c" if stem.endswith("ç") and ending[0] == "i" else stem
        yield stem + ending, f"I{person}"
        yield parts.future + ending, f"C{person}"
    for ending, person in zip(FUTURE, PERSONS, strict=True):
        yield parts.future + ending, f"F{person}"
    yield from zip(
        parts.subjunctive or subjunctive(parts, nous), (f"S{p}" for p in PERSONS), strict=True
    )
    default = (parts.present[1], parts.present[3], parts.present[4])
    commands = default if parts.imperative is None else parts.imperative
    yield from zip(commands, ("M2s", "M1p", "M2p"), strict=False)
    yield parts.gerund if parts.gerund is not None else nous + "ant", "G"
    yield from participles(parts.participle)


def twins(infinitive: str) -> Iterator[tuple[str, str]]:
    """The second spelling that some verbs have: préférerai, je paye."""
    stem = infinitive[:-2]
    if infinitive.endswith("ayer"):
        endings = zip(("e", "es", "e", "ent"), ("1s", "2s", "3s", "3p"), strict=True)
        yield from ((stem + e, mood + person) for e, person in endings for mood in "PS")
        yield stem + "e", "M2s"
    if infinitive.endswith("er") and (infinitive.endswith("ayer") or "é" in stem[-3:]):
        yield from ((f"{infinitive}{e}", f"F{p}") for e, p in zip(FUTURE, PERSONS, strict=True))
        yield from ((f"{infinitive}{e}", f"C{p}") for e, p in zip(IMPERFECT, PERSONS, strict=True))


def conjugations() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each verb with its forms."""
    for infinitive, parts in IRREGULAR.items():
        yield infinitive, [pair for pair in forms(infinitive, parts) if pair[0]]
    name = ""
    for line in (HERE / "french_verbs.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            for infinitive in line.split():
                yield infinitive, [*forms(infinitive, model(name, infinitive)), *twins(infinitive)]


def table(pairs: list[tuple[str, str]], stem: str) -> dict[str, str]:
    """Ending → codes, for one verb."""
    found: dict[str, set[str]] = {}
    for form, code in pairs:
        found.setdefault(form[len(stem) :], set()).add(code)
    return {ending: " ".join(sorted(codes)) for ending, codes in sorted(found.items())}


def common_start(forms: list[str]) -> str:
    """The letters all forms begin with."""
    first, last = min(forms), max(forms)
    same = (index for index, char in enumerate(first) if last[index : index + 1] != char)
    return first[: next(same, len(first))]


def main() -> None:
    """Write the table."""
    tables: list[dict[str, str]] = []
    verbs: dict[str, list[str]] = {}
    for infinitive, pairs in conjugations():
        stem = common_start([form for form, _ in pairs])
        endings = table(pairs, stem)
        if endings not in tables:
            tables.append(endings)
        rest = infinitive[len(stem) :]
        verbs.setdefault(f"{tables.index(endings)}:{rest}", []).append(stem)
    models = [
        {
            "infinitive": key.split(":")[1],
            "stems": " ".join(stem or "-" for stem in stems),
            "endings": tables[int(key.split(":")[0])],
        }
        for key, stems in verbs.items()
    ]
    text = json.dumps(models, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('{"infinitive"', '\n{"infinitive"') + "\n", "utf-8")


if __name__ == "__main__":
    main()
