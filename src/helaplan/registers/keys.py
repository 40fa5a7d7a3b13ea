"""What people call the keys and words of a plan file, and what they are called there.

`suggest_key` and `suggest_choice` answer "did you mean": first by meaning (Swedish words, near English ones), then by
spelling. They only ever suggest what is possible at the place, so one table serves every class; where a word means
different things in different places, its targets stand in order and the first possible one wins.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from helaplan.registers.folding import fold

_WORDS: Mapping[str, str] = {
    "helaplan": "version format formatversion helaplan_version schema_version",
    "kind": "typ sort slag type art",
    "id": "identitet identifierare nyckel key identifier ident",
    "title": "titel rubrik namn name heading överskrift",
    "name": "namn title titel rubrik benämning",
    "language": "språk lang sprak",
    "organisation": "organization förening föreningen org avsändare organisationen association branch avdelning",
    "level": "nivå niva",
    "county": "län lan region länskod county_code",
    "municipality": "kommun kommunkod kommune municipality_code",
    "parent": "moderorganisation riksorganisation förälder tillhör överordnad",
    "jointly_with": "tillsammans_med gemensamt_med tillsammans together_with",
    "website": "webbplats hemsida webb länk url webbsida web homepage adress link site",
    "period": "verksamhetsår år tid planperiod year activity_year giltighet gäller",
    "start": "börjar start_date startdatum från from fran starts begin starts_on startar",
    "end": "slut slutar end_date slutdatum till to tom stop ends ends_on",
    "label": "etikett beteckning benämning",
    "status": "läge beslut antagande",
    "state": "tillstånd läge status",
    "by": "av beslutad_av antagen_av vem due due_date deadline senast till före datum",
    "date": "datum dag day dato on",
    "place": "plats ort lokal location where var",
    "words": "ord ordalydelse formulering lydelse wording som_skrivet original",
    "visions": "vision visioner vison visjon",
    "values": "värden värderingar värdegrund value värdeord ledord grundvärderingar",
    "mission": "uppdrag missions verksamhetsidé uppgift verksamhetside",
    "purposes": "syfte syften ändamål purpose aim aims",
    "goals": "mål målsättning målsättningar goal övergripande_mål objectives inriktningsmål delmål",
    "target_groups": "målgrupper målgrupp target_group targetgroups audience audiences",
    "areas": "områden område verksamhetsområden verksamhetsområde area insatsområden fokusområden arbetsområden",
    "activities": "aktiviteter aktivitet activity insatser insats åtgärder åtgärd actions tasks genomförande",
    "partners": "partner samarbetspartner samarbetspartners samverkan samarbete samarbeten partnerskap parter",
    "sections": "avsnitt kapitel section övrigt stycken",
    "questions": "frågor fråga question oklarheter",
    "extensions": "tillägg extension utökningar plugins",
    "text": "beskrivning description innehåll txt texten brödtext content förklaring",
    "items": "punkter lista item list poster punktlista",
    "source": "källa ursprung origin från",
    "number": "nummer nr num numrering",
    "sdg": "agenda2030 agenda_2030 globala_mål sdgs hållbarhetsmål global_goals sdg_goals",
    "indicators": "indikatorer indikator mått indicator measures nyckeltal mätetal",
    "targets": "måltal målvärden målvärde target målnivå mätbara_mål delmål mål",
    "unit": "enhet units måttenhet",
    "per": "varje every each",
    "baseline": "utgångsläge nuläge startvärde base basvärde",
    "at_least": "minst minimum min atleast least minsta at_minimum",
    "at_most": "högst maximum max atmost most som_mest maximalt",
    "exactly": "exakt precis exact antal value värde count lika_med",
    "from": "från start startvärde fran",
    "schedule": "när tid tidplan tidpunkt when schema tider tidsplan schedules datum timing",
    "months": "månader månad month mån",
    "weeks": "veckor vecka week",
    "quarters": "kvartal quarter",
    "season": "årstid säsong seasons",
    "year": "år årtal",
    "every": "varje intervall interval per hur_ofta",
    "times": "gånger antal antal_gånger count",
    "event": "händelse evenemang tillfälle",
    "responsible": "ansvarig ansvariga ansvar vem who responsibles owner sammankallande ansvarsfördelning",
    "budget": "kostnad pengar medel belopp cost kostnader",
    "amount": "belopp summa kostnad sum",
    "currency": "valuta",
    "condition": "villkor förutsättning förbehåll conditions om",
    "follow_up": "uppföljning followup utvärdering uppfoljning evaluation",
    "progress": "framsteg läge status utfall genomfört",
    "heading": "rubrik titel title överskrift header",
    "after": "efter placering position",
    "about": "om gäller angående regarding ang",
    "adopted": "antagen antagandedatum",
}

_CHOICES: Mapping[str, str] = {
    "draft": "utkast arbetsmaterial koncept preliminär",
    "proposed": "förslag föreslagen föreslås styrelsens_förslag proposal",
    "adopted": "antagen beslutad fastställd godkänd antaget approved accepted decided",
    "revised": "reviderad ändrad uppdaterad changed updated",
    "national": "riks nationell riksnivå rikstäckande riksorganisationen nationellt riksförbund",
    "interregional": "flerlän mellanregional storregion",
    "county": "län regional länsnivå region länsförbund regionen länet",
    "district": "distrikt krets",
    "municipal": "kommunal kommunnivå",
    "municipality": "kommun kommunen",
    "local": "lokal lokalt bygd by lokalnivå",
    "european": "europeisk eu europa europeiskt",
    "date": "datum dag day",
    "before": "före senast innan deadline till",
    "period": "tidsperiod mellan från_till spann",
    "month": "månad",
    "months": "månader",
    "week": "vecka veckor weeks",
    "quarter": "kvartal quarters",
    "season": "årstid säsong",
    "year": "år helår hela_året årligen verksamhetsår",
    "recurring": "återkommande regelbundet varje löpande_återkommande repeated",
    "event": "händelse evenemang vid i_samband_med",
    "ongoing": "löpande pågående fortlöpande kontinuerligt pågår under_året continuous",
    "unknown": "okänd okänt oklart",
    "winter": "vinter vintern",
    "spring": "vår våren",
    "summer": "sommar sommaren",
    "autumn": "höst hösten fall",
    "day": "dag dagligen daily",
    "half-year": "halvår termin halvårsvis",
    "own": "egen eget egna vår",
    "statutes": "stadgar stadgarna",
    "partner": "samarbetspartner",
    "association": "förening ideell_förening föreningar",
    "network": "nätverk",
    "state": "stat myndighet staten statlig",
    "company": "företag bolag",
    "school": "skola universitet högskola",
    "church": "kyrka församling",
    "fund": "fond stiftelse",
    "national-body": "riksorganisation riksförbund",
    # of settings
    "error": "fel",
    "warning": "varning",
    "note": "anmärkning notis info",
    "other": "annan annat övrigt övriga annars",
    "planned": "planerad planerat planeras",
    "done": "klar klart genomförd genomfört avslutad färdig completed finished",
    "postponed": "uppskjuten framflyttad uppskjutet flyttad",
    "cancelled": "inställd inställt struken avbruten canceled",
}


@cache
def _by_synonym(*, of_keys: bool) -> Mapping[str, tuple[str, ...]]:
    """What each word may mean, best first. Made when first asked for: a plan without a misspelt word needs none."""
    words = _WORDS if of_keys else _CHOICES
    made: dict[str, tuple[str, ...]] = {}
    for right, others in words.items():
        for other in others.split():
            made[fold(other)] = (*made.get(fold(other), ()), right)
    return made


def suggest_key(written: str, *known: Collection[str]) -> str | None:
    """The key among `known` that was probably meant by `written`; None where nothing is near.

    Of several groups the first counts most, but what a word means in any of them goes before what it looks like:
    `lan` is `county` also where a county stands already, and not a misspelt `länk`, a website.
    """
    synonyms = _by_synonym(of_keys=True)
    groups = [each for each in known if each]
    for suggest in (_meant, _spelt_like):
        for group in groups:
            found = suggest(fold(written), group, synonyms)
            if found is not None:
                return found
    return None


def suggest_choice(written: str, choices: Collection[str]) -> str | None:
    """The word among `choices` that was probably meant by `written`; None where nothing is near."""
    synonyms = _by_synonym(of_keys=False)
    return _meant(fold(written), choices, synonyms) or _spelt_like(fold(written), choices, synonyms)


def suggest_id(written: str, known: Collection[str]) -> str | None:
    """The id among `known` that is spelt most like `written`; None where nothing is near."""
    return _near(fold(written), {fold(each): each for each in known})


def is_key(word: str) -> bool:
    """True for a key of the plan format, of whatever class."""
    return word in _WORDS


def is_sure(written: str, meant: str, possible: Collection[str], *, of_keys: bool) -> bool:
    """True where a suggestion can hardly be wrong: nothing else among `possible` is meant by, or near to, the word."""
    word = fold(written)
    if word == fold(meant):
        return True
    synonyms = _by_synonym(of_keys=of_keys)
    rights = {right for right in synonyms.get(word, ()) if right in possible}
    if rights:
        return rights == {meant}
    meanings: dict[str, set[str]] = {}
    for each in possible:
        meanings.setdefault(fold(each), set()).add(each)
    for each, meant_by in synonyms.items():
        meanings.setdefault(each, set()).update(right for right in meant_by if right in possible)
    best = dict.fromkeys(possible, 0.0)
    for spelling in get_close_matches(word, [each for each in meanings if meanings[each]], n=10, cutoff=0.7):
        ratio = 0.9 if _are_swapped(spelling, word) else SequenceMatcher(None, spelling, word).ratio()
        best.update({right: max(best[right], ratio) for right in meanings[spelling]})
    others = max((ratio for right, ratio in best.items() if right != meant), default=0.0)
    return best.get(meant, 0.0) >= 0.8 and best[meant] - others >= 0.08


def _are_swapped(one: str, other: str) -> bool:
    """True where two neighbours have changed places, the commonest slip of all, which weighs much in a short word."""
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return len(one) == len(other) and len(apart) == 2 and one[apart[0]] == other[apart[1]] and apart[1] - apart[0] == 1


def _meant(word: str, known: Collection[str], synonyms: Mapping[str, tuple[str, ...]]) -> str | None:
    """What a folded word is another word, or another way to write it, for."""
    for each in known:
        if word and fold(each) == word:
            return each
    return next((right for right in synonyms.get(word, ()) if right in known), None)


def _spelt_like(word: str, known: Collection[str], synonyms: Mapping[str, tuple[str, ...]]) -> str | None:
    near = _near(word, {fold(each): each for each in known})
    if near is not None:
        return near
    # A misspelt synonym ("ansvarigg") is as good as a misspelt key.
    return _near(word, {each: right for each, rights in synonyms.items() for right in rights if right in known})


def _near(word: str, possible: Mapping[str, str]) -> str | None:
    """What a folded word stands nearest to. Words of two letters are near to too much to be guessed from."""
    if len(word) < 3:
        return None
    # 0.74 still takes two letters that changed places in a short word ("aeras").
    near = get_close_matches(word, possible, n=1, cutoff=0.74)
    return possible[near[0]] if near else None
