"""Replies against what they answer: the message, the parts of a good answer, time, silence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint import Draft, Linter, Profile
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.heard import about as what_about
from socialint.checks.conversation.hours import Hours, duration, open_time, read_hours
from socialint.checks.conversation.parts import NAMES, PARTS
from socialint.checks.conversation.shown import shown_parts
from socialint.cli import main
from socialint.draft import Message
from socialint.layers.view import View
from socialint.rulepack.pack import merged

DATA = Path(__file__).parent.parent / "data"
LINTER = Linter()
LEXICONS = merged(LINTER.packs)
PARIS = ZoneInfo("Europe/Paris")


def seen(text: str, lang: str) -> View:
    return View(text, lang, lexicons=LEXICONS)


@pytest.mark.parametrize(
    ("lang", "text", "kind", "about"),
    [
        (
            "fr",
            "La machine est en panne depuis mardi et personne ne répond.",
            "complaint",
            "service",
        ),
        ("fr", "Le grille-pain a pris feu !", "complaint", "safety"),
        ("fr", "Le verre est arrivé cassé.", "complaint", "fault"),
        ("fr", "Bande de charlatans.", "insult", "fault"),
        ("fr", "Menteurs, ce n'est pas du lin.", "dispute", "fault"),
        ("fr", "Ton appli a mangé ma réservation", "complaint", "service"),
        ("fr", "Votre livreur a cabossé notre portail hier soir.", "complaint", "service"),
        ("fr", "Vous avez rayé ma table.", "complaint", "fault"),
        ("fr", "Mon chien a mangé votre gâteau.", "remark", ""),
        ("fr", "Votre tarte a mangé le menu.", "remark", ""),
        ("fr", "Quel accueil, bravo et merci !", "praise", ""),
        ("fr", "À quelle heure ouvrez-vous ?", "question", ""),
        (
            "en",
            "The machine has been broken since Tuesday and nobody replies.",
            "complaint",
            "service",
        ),
        ("en", "The toaster caught fire!", "complaint", "safety"),
        ("en", "The glass came cracked.", "complaint", "fault"),
        ("en", "You bunch of clowns.", "insult", "fault"),
        ("en", "Liars, this isn't linen.", "dispute", "fault"),
        ("en", "Your app ate my booking", "complaint", "fault"),
        ("en", "your new driver dented our gate", "complaint", "service"),
        ("en", "You binned my coat.", "complaint", "fault"),
        ("en", "My dog ate your cake.", "remark", ""),
        ("en", "Your shop is next to my school.", "remark", ""),
        ("en", "What a welcome, lovely people!", "praise", ""),
        ("en", "When do you open?", "question", ""),
        ("en", "Windows 11.", "remark", ""),
    ],
)
def test_what_the_customer_said_is_told(lang: str, text: str, kind: str, about: str) -> None:
    heard = seen(text, lang)
    assert (heard.layer(HEARD).kind, what_about(heard)) == (kind, about)


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Nous vous rappelons demain.", {"action", "deadline"}),
        ("fr", "Nous regrettons.", {"apology"}),
        ("fr", "Nous ne vous rappelons jamais.", set()),
        ("fr", "Quand on lit, on sait.", set()),
        ("fr", "« Nous vous rappelons demain. »", set()),
        ("fr", "C'est notre erreur.", {"ownership"}),
        ("en", "We'll call you tomorrow.", {"action", "deadline"}),
        ("en", "We regret it.", {"apology"}),
        ("en", "We never call anyone.", set()),
        ("en", "Write to us in a message.", {"guidance", "private-channel"}),
        ("en", "That was our mistake.", {"ownership"}),
    ],
)
def test_the_parts_of_an_answer_are_found(lang: str, text: str, names: set[str]) -> None:
    view = seen(text, lang)
    assert {part.name for part in view.layer(PARTS)} == names
    assert all(text[slice(*part.span)].strip() for part in view.layer(PARTS))


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "You'll find it in our terms, so we consider this closed.", []),
        ("en", "It was on Monday, which was a bad day.", []),
        ("en", "Cards do get blocked. See you at 5 pm.", []),
        (
            "en",
            "Sorry! We have already sent a new one; DM us your size by Friday.",
            ["apology Sorry", "action We have already sent", "offer new one",
             "private-channel DM", "guidance DM us", "deadline by Friday"],
        ),
        (
            "en",
            "You're right, that's on us. The team will call you today.",
            ["acknowledgement You're right", "ownership You're right", "ownership that's on us",
             "action The team will call", "deadline today"],
        ),
        (
            "en",
            "Which size was it? Please bring the receipt, we’ll swap it for free.",
            ["guidance Which", "guidance Please bring", "action we’ll swap", "offer free"],
        ),
        ("en", "Thanks, because of you we fixed it.", ["thanks Thanks", "explanation because of",
             "action we fixed"]),
        ("en", "We’ll call you by 5 pm.", ["action We’ll call", "deadline by 5 pm"]),
        ("en", "We will send it before Friday noon, within 2 days.",
         ["action We will send", "deadline before Friday noon", "deadline within 2 days"]),
        ("en", "We open at 9 am, for 2 hours.", ["action We open"]),
        ("fr", "On vous rappelle avant 17 h.", ["action On vous rappelle", "deadline avant 17 h"]),
        ("fr", "On vous le renvoie d’ici vendredi midi, au plus tard à 12 h 30.",
         ["action On vous le renvoie", "deadline d’ici vendredi midi",
          "deadline au plus tard à 12 h 30"]),
        ("fr", "Nous vous écrivons sous 48 h ou le 3 mai à 14 h.",
         ["action Nous vous écrivons", "deadline sous 48 h", "deadline 3 mai à 14 h"]),
        ("fr", "Nous fermons à 17 h pour 48 h de travaux.", ["action Nous fermons"]),
        ("fr", "Vous verrez dans nos conditions, nous considérons le sujet comme clos.", []),
        ("fr", "C’était lundi, et le bus passait. Merci de ne pas insister.", []),
        ("fr", "Vous avez laissé la porte ouverte, comme l’indique la photo.", []),
        (
            "fr",
            "Désolés ! Nous vous avons déjà renvoyé un colis ; écrivez-nous en MP avant lundi.",
            ["apology Désolés", "action Nous vous avons déjà renvoyé", "guidance écrivez-nous",
             "private-channel en MP", "deadline avant lundi"],
        ),
        (
            "fr",
            "Vous avez raison, c’est notre erreur. L’équipe vous rappelle aujourd’hui.",
            ["acknowledgement Vous avez raison", "ownership Vous avez raison",
             "ownership notre erreur", "action L’équipe vous rappelle", "deadline aujourd’hui"],
        ),
        (
            "fr",
            "Quel jour était-ce ? Gardez le ticket, on vous le remplace sans frais.",
            ["guidance Quel jour", "guidance Gardez", "action on vous le remplace",
             "offer sans frais"],
        ),
        ("fr", "Merci ! À cause du gel, on a réparé hier.", ["thanks Merci",
             "explanation À cause du", "action on a réparé"]),
    ],
)  # fmt: skip
def test_a_card_shows_the_parts_and_no_other_words(
    lang: str, text: str, found: Sequence[str]
) -> None:
    parts = [each for each in shown_parts(seen(text, lang)) if each.name in NAMES]
    assert [f"{each.name} {text[slice(*each.span)]}" for each in parts] == found


@pytest.mark.parametrize(
    ("lang", "message", "text", "rule"),
    [
        ("en", "The plug gave me an electric shock.", "Thanks! Please DM us.", "canned-reply"),
        ("en", "Our boy fell off your slide.", "Hi Ann, get in touch by DM.", "canned-reply"),
        ("en", "Your lamp is smoking.", "How awful. Please DM us.", "no-next-step"),
        ("en", "Your lamp is smoking.", "How awful. Unplug it, please.", None),
        ("en", "Your lamp is smoking.", "Please ring 0800 000 000.", None),
        ("en", "Any nuts in it for an allergy?", "Thanks! Please DM us.", None),
        ("fr", "J’ai pris une décharge.", "Merci ! Écrivez-nous en MP.", "canned-reply"),
        ("fr", "Mon fils s’est brûlé avec.", "Bonjour Luc, écrivez-nous en privé.", "canned-reply"),
        ("fr", "Votre lampe fume.", "C’est grave. Écrivez-nous en MP.", "no-next-step"),
        ("fr", "Votre lampe fume.", "C’est grave. Débranchez-la.", None),
        ("fr", "Le livreur fume chez moi.", "C’est grave. Écrivez-nous en MP.", None),
        ("fr", "Des noix dedans, pour un allergique ?", "Merci ! Écrivez-nous en MP.", None),
    ],
)
def test_a_danger_needs_something_urgent(
    lang: str, message: str, text: str, rule: str | None
) -> None:
    report = LINTER.check_text(text, kind="reply", lang=lang, in_reply_to=message)
    found = [one.rule for one in report.findings if one.variant == "danger"]
    assert found == ([rule] if rule else [])


def good(lang: str) -> Sequence[tuple[str, str]]:
    lines = (DATA / f"good_replies.{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["in_reply_to"], row["text"]) for row in map(json.loads, lines)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_good_replies_pass_in_silence(lang: str) -> None:
    """Refusals with reasons, corrections, admissions, firm words to an insult."""
    told = [
        (finding.rule, text)
        for message, text in good(lang)
        for finding in LINTER.check_text(
            text, kind="reply", lang=lang, in_reply_to=message
        ).findings
        if finding.code.startswith("RPL") and finding.severity != "info"
    ]
    assert told == []


def test_there_are_enough_good_replies() -> None:
    assert len(good("fr")) >= 150
    assert len(good("en")) >= 120


@pytest.mark.parametrize(
    ("text", "hours"), [("4h", 4), ("30 min", 0.5), ("2 days", 48), ("1 j", 24), ("1,5 h", 1.5)]
)
def test_lengths_of_time_are_read(text: str, hours: float) -> None:
    assert duration(text) == timedelta(hours=hours)


def test_what_is_no_length_of_time_is_none() -> None:
    assert duration("soon") is None


OFFICE = Hours(PARIS, range(5), time(9), time(18), frozenset(["2026-04-06"]))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ((2026, 3, 6, 17), (2026, 3, 9, 10), 2),  # over a weekend
        ((2026, 4, 3, 17), (2026, 4, 7, 10), 2),  # and a holiday
        ((2026, 3, 2, 20), (2026, 3, 2, 23), 0),  # after hours
        ((2026, 3, 2, 8), (2026, 3, 2, 19), 9),
    ],
)
def test_only_service_hours_count(start: Sequence[int], end: Sequence[int], hours: float) -> None:
    first, last = (datetime(*each, tzinfo=PARIS) for each in (start, end))  # type: ignore[arg-type, misc]  # four numbers
    assert open_time(first, last, OFFICE) == timedelta(hours=hours)


def test_an_hour_that_the_clocks_skip_is_not_there() -> None:
    always = read_hours({}, PARIS)
    day = date(2026, 3, 29)
    start = datetime.combine(day, time(1), PARIS)
    assert open_time(start, datetime.combine(day, time(4), PARIS), always) == timedelta(hours=2)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31))  # noqa: DTZ001  made aware below


@given(MOMENTS, MOMENTS, MOMENTS)
def test_open_time_adds_up_and_never_exceeds_the_clock(
    one: datetime, two: datetime, three: datetime
) -> None:
    first, middle, last = sorted(each.replace(tzinfo=UTC) for each in (one, two, three))
    parts = open_time(first, middle, OFFICE) + open_time(middle, last, OFFICE)
    whole = open_time(first, last, OFFICE)
    assert abs(parts - whole) < timedelta(seconds=1)
    assert timedelta() <= whole <= last - first + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("promise", "found"),
    [("4h", ["warning"]), ("1h", ["error"]), ("6h", []), ({"question": "4h"}, [])],
)
def test_a_reply_is_late_by_its_profile(promise: object, found: Sequence[str]) -> None:
    message = Message("Le verre est cassé.", received_at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    sent = datetime(2026, 3, 2, 14, tzinfo=UTC)
    draft = Draft("Un autre part ce soir.", "reply", publish_at=sent, in_reply_to=message)
    linter = Linter(profile=Profile({"replies": {"first_response": promise}}))
    told = [one.severity for one in linter.check_draft(draft).findings if one.rule == "late-reply"]
    assert told == found


def test_without_a_time_of_arrival_nothing_is_late() -> None:
    draft = Draft("Un autre part ce soir.", "reply", in_reply_to=Message("Le verre est cassé."))
    linter = Linter(profile=Profile({"replies": {"first_response": "1h"}}))
    assert "late-reply" not in {one.rule for one in linter.check_draft(draft).findings}


REPLY = """kind: reply
lang: en
in_reply_to: The glass came cracked.
text: "That was our mistake. A new one leaves today: call 07700 900123. Sam"
"""


@pytest.fixture
def reply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reply.yaml").write_text(REPLY, encoding="utf-8")
    return "reply.yaml"


def test_a_card_says_what_a_reply_has_and_lacks(
    reply: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "--reply", reply, "--format", "json"]) == 0
    (card,) = json.loads(capsys.readouterr().out)
    assert (card["message"], card["about"]) == ("complaint", "fault")
    owned = next(one for one in card["found"] if one["part"] == "ownership")
    assert (owned["quote"], owned["start"]["line"]) == ("our mistake", 4)
    assert "apology" in card["missing"]
    assert "900123" not in json.dumps(card)


@pytest.mark.parametrize(
    ("said", "answer", "missed"),
    [
        ("Bravo, votre équipe est formidable !", "On a vu votre mot.", ["thanks", "signature"]),
        ("What a wonderful team, thank you!", "We loved every word.", ["thanks", "signature"]),
    ],
)
def test_an_answer_to_praise_misses_no_apology_and_sees_no_deed_in_a_look(
    said: str, answer: str, missed: list[str], reply: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(reply).write_text(
        f'kind: reply\nin_reply_to: "{said}"\ntext: "{answer}"\n', encoding="utf-8"
    )
    assert main(["explain", "--reply", reply, "--format", "json"]) == 0
    (card,) = json.loads(capsys.readouterr().out)
    assert (card["message"], card["missing"], card["found"]) == ("praise", missed, [])


@pytest.mark.parametrize(
    ("lang", "said", "answer"),
    [
        (
            "en",
            "You charged my card twice, I want my money back.",
            "Post your order number and card number here. We consider the case closed.",
        ),
        (
            "fr",
            "Vous avez débité ma carte deux fois, rendez-moi mon argent.",
            "Donnez ici votre numéro de commande et de carte. L'affaire est close pour nous.",
        ),
    ],
)
def test_a_case_kept_in_public_is_told_once(lang: str, said: str, answer: str) -> None:
    found = Linter().check_text(answer, kind="reply", lang=lang, in_reply_to=said).findings
    (finding,) = (one for one in found if one.rule in {"no-handover", "public-conflict"})
    assert finding.rule == "no-handover"
    assert "public-conflict" in [one.rule for one in finding.related]


def test_a_card_is_printed_for_people(reply: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--reply", reply, "--lang", "fr"]) == 0
    printed = capsys.readouterr().out
    assert "faute assumée" in printed
    assert "900123" not in printed


@pytest.mark.parametrize("form", ["human", "json"])
@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "there is no reply here give a reply `kind: reply`, or what it answers"),
        ("fr", "il n’y a pas de réponse ici donnez à une réponse `kind: reply`, ou sous"),
    ],
)
def test_a_file_without_replies_is_refused_with_the_cure(
    reply: str, lang: str, told: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(reply).write_text("text: Bread from nine.\n", encoding="utf-8")
    for path, is_there in ((reply, True), (".", True), ("gone.md", False)):
        assert main(["explain", "--reply", path, "--lang", lang, "--format", form]) == 2
        out, err = capsys.readouterr()
        assert out in {"", "[]\n"}
        assert (told in " ".join(err.replace("╰", " ").split())) == is_there


def test_a_folder_gives_the_cards_of_all_its_replies(
    reply: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "another.yaml").write_text(REPLY, encoding="utf-8")
    (tmp_path / "post.md").write_text("Bread from nine.\n", encoding="utf-8")
    assert main(["explain", "--reply", ".", "--format", "json"]) == 0
    cards = json.loads(capsys.readouterr().out)
    assert [card["path"] for card in cards] == ["another.yaml", reply]


@pytest.mark.parametrize(
    ("channels", "told"), [([], "(DM)"), (["dm", "the help desk"], "(DM, the help desk)")]
)
def test_the_fix_names_the_private_channels(channels: Sequence[str], told: str) -> None:
    linter = Linter(profile=Profile({"replies": {"private_channels": channels}}))
    report = linter.check_text(
        "Tell us your order number and your date of birth right here.",
        kind="reply",
        lang="en",
        in_reply_to="My parcel never came.",
    )
    (finding,) = (one for one in report.findings if one.rule == "no-handover")
    assert told in finding.fix("en")
