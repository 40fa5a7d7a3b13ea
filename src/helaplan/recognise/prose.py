"""What a sentence of running text is about: something that will be done, something to be reached, or how things are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helaplan.recognise.schedules import find_schedules
from helaplan.recognise.statements import sentences
from helaplan.recognise.targets import find_targets
from helaplan.recognise.units import Unit
from helaplan.registers.headings import plain_heading

#: What is longer is looked at no further than this.
_LONGEST = 4000
_NAMED_GOAL = re.compile(
    r"\b(?:mål(?:et|en|sättningen|sättning)?(?:\s+för\s+\S+(?:\s+\d{4})?)?\s+(?:är|för|under)|(?:our|the)\s+goal\s+is)\b",
    re.IGNORECASE,
)
_WANTS = r"(?:ska|skall|vill|bör|hoppas|siktar|avser|strävar|planerar|räknar|ambitionen|will|aim|want)"
#: "Målet är att …" sets a goal whether it can be counted or not.
_STATED_GOAL = re.compile(
    r"(?:(?:vårt|ett|det|föreningens|årets|our|the)\s+)?(?:\w+\s+)?(?:mål|målet|målsättning|målsättningen|goal)"
    r"(?:\s+(?:för|med|i|under)\s+(?:\S+\s+){1,3}?|\s+)(?:är|is)\s",
    re.IGNORECASE,
)
_INTENT = re.compile(rf"\b{_WANTS}\b", re.IGNORECASE)
#: What somebody has reached at the end, rather than what is done for it.
_REACHED = re.compile(
    r"\b(?:nå|nås|når|bli|blir|öka|ökar|ökas|minska|minskar|minskas|sänka|sänkas|växa|värva|värvas|locka|uppnå|uppnås|uppgå|ansluta"
    r"|anslutas|(?:räknar|siktar|hoppas|strävar)\s+(?:vi\s+)?(?:med|på|efter)|reach|become|join|increase|attract)\b",
    re.IGNORECASE,
)
#: The same, where somebody else than we does it or has it: "Minst 400 besökare ska hitta hit", "Byn ska ha 90 barn".
_COME = re.compile(
    r"\b(?:ha|få|får|vara|finnas|delta|deltar|medverka|medverkar|komma|kommer|besöka|besöker|hitta|hittar|samla|samlas|gå|flytta|have|visit|come)\b",
    re.IGNORECASE,
)
#: After "Vi vill att …" somebody else does it.
_WISH = re.compile(r"\b(?:vi\s+(?:vill|hoppas)|we\s+(?:want|hope))\s+(?:att|that)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:vi|styrelsen|we)\b", re.IGNORECASE)
#: What is made so many times: a measure of the year's work where it stands above a list of what is done.
_MADE = re.compile(
    r"\b(?:ordna|ordnas|anordna|anordnas|arrangera|arrangeras|genomföra|genomföras|genomförs|hålla|hållas|starta|startas|bilda|bildas"
    r"|utbilda|utbildas|rekrytera|skapa|skapas|dela|ge|ges|publicera|publiceras|hold|arrange|organise|start|train)\b",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:ska|skall|kommer|planerar|planeras|avser|tänker|fortsätter|will|plan|continue)\b",
    re.IGNORECASE,
)
_US = (
    r"(?:vi|we|styrelsen|föreningen|förbundet|distriktet|byalaget|nätverket"
    r"|[^\W\d_]+(?:gruppen|kommittén|laget|rådet|utskottet|klubben|ören|aren|anden))"
)
#: A verb in the present that says what somebody does. The others say what somebody is, has or thinks.
_VERB = (
    r"(?!(?:är|har|finns|heter|består|tillhör|ligger|äger|hade|var|räknar|beräknar|budgeterar|tror|hoppas|vet|bor|saknar"
    r"|omfattar|utgör)\b)"
    r"[^\W\d_]+r"
)
_WE_DO = re.compile(rf"\b{_US}\s+{_VERB}\b|\b{_VERB}\s+{_US}\b", re.IGNORECASE)
#: What is done, without saying by whom. Possessives end as these do ("byarnas", "områdenas"), and so does "deras".
_IS_DONE = re.compile(
    r"\b(?:sker|får\s+(?:en|ett|ny|nya|nytt)|(?:an|av|be|er|fram|för|ge|genom|in|ned|om|på|till|under|upp|ut|åter|över)?"
    r"(?:hålls|görs|ges|tas|sätts|säljs|byggs|köps|läggs|bjuds|sänds|leds|drivs|skrivs|slås|reses|byts|följs|förs|mäts|röjs"
    r"|fylls|trycks|rivs|grävs|väljs|utses|utlyses|sköts|lyfts|stärks|planeras|utökas)"
    r"|(?!(?:deras|allas|bådas|vissas|saknas|kallas|präglas|kännetecknas|hotas)\b)(?![^\W\d_]+(?:[aoe]rnas|denas|lenas|tenas)\b)[^\W\d_]{3,}as)\b",
    re.IGNORECASE,
)
#: Before a verb that ends in s, these make a wish of it: "ska nås", "vill att fler lockas".
_WANTED = re.compile(rf"\b(?:{_WANTS}|kan|att|ha)\s+(?:\S+\s+){{0,4}}\Z", re.IGNORECASE)
#: Somebody is told to see to it.
_ANSWERS = re.compile(r"\b(?:ansvarig(?:a|t)?|ansvarar|svarar\s+för|responsible)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:var|hade|blev|fick|kom|gick|gav|tog|höll|stod|drev|skrev|såg|gjorde|sålde|[^\W\d_]{3,}(?:ades|ade|des|dde))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:är|har|finns|består|heter|ligger|tillhör|äger|kan|bör|behövs|bor|saknas|saknar|omfattar"
    r"|utgör|utgörs|täcker|rymmer|sträcker|innehåller|kallas|präglas|kännetecknas|hotas|is|are|has|have|can)\b",
    re.IGNORECASE,
)
#: Headings of what surrounds the work. Their words may tell what somebody does all the same.
_FRAME = frozenset(
    """organisation styrelse styrelsen arbetsfördelning medlemskap medlemsavgift medlemsavgifter kontakt
    kontaktuppgifter kontakter information stadgar bilaga bilagor ordlista avslutning slutord tack revidering revision
    arbetsordning firmateckning firmatecknare försäkring försäkringar beslut ansvar arbetsgrupper
    roller ledamöter valberedning revisorer board
    membership contact appendix""".split()
)
#: The plan itself is no work.
_THE_PLAN = re.compile(r"\b(?:verksamhetsplanen|planen|uppföljning(?:en)?)\b", re.IGNORECASE)


def is_goal(sentence: str, *, above_a_list: bool) -> bool:
    """Whether a sentence says what is to be reached: "Målet är att alla ska trivas.", "Vi ska bli 150 medlemmar."

    `above_a_list`: it leads over to what is done, so that a number of things to be made ("Vi ska ordna två träffar.")
    is a goal, too, rather than one of the things.
    """
    text = sentence[:_LONGEST]
    if text.endswith(":"):
        return False
    if _STATED_GOAL.match(text):
        return True
    if not (_NAMED_GOAL.search(text) or _INTENT.search(text)) or not has_number(text):
        return False
    if _NAMED_GOAL.search(text) is None and _is_done_now(text):
        return False
    if _NAMED_GOAL.search(text) or _REACHED.search(text):
        return True
    if above_a_list:
        return bool(_COME.search(text) or _MADE.search(text))
    return _COME.search(text) is not None and _WE.search(_WISH.sub("", text)) is None


def _is_done_now(text: str) -> bool:
    """Whether a sentence says what is done, and of what is wanted only beside it: "Vi delar ut … och räknar med 15"."""
    does = any(_INTENT.search(each[0]) is None for each in _WE_DO.finditer(text))
    return does or any(
        _WANTED.search(text[max(0, each.start() - 40) : each.start()]) is None for each in _IS_DONE.finditer(text)
    )


def has_number(text: str) -> bool:
    """Whether a text says how much or how many, days and times apart."""
    dated = [(each.start, each.end) for each in find_schedules(text, None)]
    return bool(find_targets(text, dated))


def tells_of_work(text: str) -> bool:
    """Whether a paragraph tells what is or will be done, rather than how things are or have been.

    What is or will be at a time ("Årsmötet är den 8 mars.") is done, too.
    """
    said = sentences(text[:_LONGEST])
    return any(map(_is_work, said)) or any(_PAST.search(each) is None and _has_day(each) for each in said)


def is_goal_alone(text: str) -> bool:
    """Whether a paragraph sets goals and says nothing else.

    With anything done beside the goal it is an activity: what the work is measured by belongs to the work.
    """
    said = sentences(text[:_LONGEST])
    return bool(said) and all(is_goal(each, above_a_list=False) for each in said)


def is_planned(text: str) -> bool:
    """Whether a paragraph tells what will be done, in words that say so: a plan's verb, or a time it is done at."""
    return any(
        _is_work(each) and bool(_PLANS.search(each) or _is_timed(each)) and not _THE_PLAN.search(each)
        for each in sentences(text[:_LONGEST])
    )


def _is_work(sentence: str) -> bool:
    if any(words.search(sentence) for words in (_WE_DO, _PLANS, _IS_DONE, _ANSWERS)):
        return True
    # "Bjuda in grannbyn." and "Städdag i april." have no verb of time at all.
    return _STATE.search(sentence) is None and _PAST.search(sentence) is None


def _has_day(sentence: str) -> bool:
    """Whether a sentence gives a time within the year. A year alone may be that of what has been."""
    return any(each.schedule.kind not in ("year", "ongoing") for each in find_schedules(sentence, None))


def _is_timed(sentence: str) -> bool:
    return bool(find_schedules(sentence, None))


def is_of_frame(heading: str) -> bool:
    """Whether a heading names what surrounds the work of a plan (the board, how to join) rather than work."""
    return all(part.strip() in _FRAME for part in re.split(r"\s+(?:och|and|&)\s+|,", plain_heading(heading)))


def most_act(units: Iterable[Unit]) -> bool:
    """Whether at least half of the paragraphs tell what somebody does or will do."""
    texts = [unit.text[:_LONGEST] for unit in units if unit.kind in ("paragraph", "label")]
    return bool(texts) and sum(bool(_WE_DO.search(text) or _PLANS.search(text)) for text in texts) * 2 >= len(texts)


def most_are_planned(units: Iterable[Unit]) -> bool:
    """Whether at least half of the paragraphs tell what will be done, and one of them when."""
    texts = [unit.text[:_LONGEST] for unit in units if unit.kind in ("paragraph", "label")]
    return sum(map(is_planned, texts)) * 2 >= len(texts) and any(map(_is_timed, texts))
