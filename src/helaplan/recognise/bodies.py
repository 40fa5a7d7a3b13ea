"""Which words name a body: an authority, a school, a company, an association; and of what kind it is."""

from __future__ import annotations

import re

#: Kind of the plan format to what the last word of a name, or a name of its own, looks like. The first counts.
_KINDS = (
    ("network", r"nätverk(?:et|en)?|nätverk\w*|partnerskap(?:et)?|forum"),
    (
        "fund",
        r"fond(?:en)?|\w+fonder(?:na)?|\w*stiftelse(?:n|r|rna)?|postkodlotteriet|svenska\s+postkodlotteriet|funds?|foundations?"
        r"|europeiska\s+socialfonden",
    ),
    (
        "school",
        r"\w*skol(?:a|an|or|orna)|\w*universitet(?:et|en)?|\w*gymnasi(?:um|et|er|erna)|komvux|slu|kth|\w*akademi(?:n"
        r"|en)?|yrkeshögskolan|(?:pre)?schools?|university|college",
    ),
    (
        "church",
        r"\w*kyrk(?:a|an|or|orna)|\w*församling(?:en|ar|arna)?|\w*pastorat(?:et|en)?|\w+\s+stift|stiftet|equmenia|efs"
        r"|church(?:es)?|parish(?:es)?",
    ),
    (
        "municipality",
        r"kommun(?:en|er|erna|ens|alförbundet)?|kommunstyrelsen|kommunfullmäktige|\w+s\s+stad|municipalit(?:y|ies)"
        r"|(?:city|town|municipal)\s+council",
    ),
    ("region", r"region(?:en|er|erna)|region\s.*|regionfullmäktige|landsting(?:et)?|(?:county|regional)\s+councils?"),
    (
        "state",
        r"länsstyrelse(?:n|r|rna)?|brandkår(?:en)?|brandförsvar(?:et)?|\w{3,}(?:verket|myndighet(?:en|er|erna)?)|polis(?:en|myndigheten)?"
        r"|arbetsförmedlingen|försäkringskassan"
        r"|skogsstyrelsen|socialstyrelsen|brottsförebyggande\s+rådet|lantmäteriet|försvarsmakten|hemvärnet"
        r"|kustbevakningen|slu|county\s+administrative\s+board|transport\s+administration|police|\w+\s+agency",
    ),
    (
        "national-body",
        r"\w*riksförbund(?:et)?|riksorganisation(?:en)?|hela\s+sverige\s+ska\s+leva|\w+s\s+riksförbund"
        r"|sveriges\s+hembygdsförbund",
    ),
    (
        "company",
        r"(?<=\s)ab|\w*bank(?:en|er|erna)?|sparbank(?:en)?\s.*|\w*företag(?:en|et|are|arna|aren)?"
        r"|\w*bolag(?:et|en)?|\w*handlar(?:e|en|na)"
        r"|\w*näringsliv(?:et)?|\w*butik(?:en|er|erna)?|hotell\w*|ica(?:\s.*)?|coop(?:\s.*)?|\w*mejeri(?:et)?"
        r"|visit\s.*|destination\s.*|\w*tidning(?:en|ar|arna)?|\w*rederi(?:et|er)?|(?:ferry|bus|housing|energy|power)\s+compan(?:y|ies)"
        r"|(?:village|local)\s+(?:shops?|stores?)|savings\s+bank",
    ),
    (
        "association",
        r"\w*förening(?:en|ar|arna)?|\w*förbund(?:et|en)?|\w*distrikt(?:et|en)?|\w*byalag(?:et|en)?"
        r"|\w*bygdegård(?:en|ar|arna)?|\w*sällskap(?:et|en)?"
        r"|\w*klubb(?:en|ar|arna)?|\w*gille(?:t|n)?|\w*lag(?:et|en)|idrottslag|jaktlag|\w*kår(?:en|er|erna)?"
        r"|\w*råd(?:et|en)?|\w*grupp(?:en|er|erna)?"
        r"|\w*organisation(?:en|er|erna)?|\w*avdelning(?:en|ar|arna)?|\w*samfällighet(?:en|er|erna)?|\w*främjandet"
        r"|\w*hemslöjd(?:en)?"
        r"|\w*sektion(?:en|er|erna)?|\w*länsförbund(?:et)?|\w*kommitt[ée](?:n|er|erna)?|leader-?område(?:t|n|na)?"
        r"|(?<=\s)(?:if|ik|bk|fk|ff|sk|gif|goif|aik|is|ok|rf|hf|bf)|(?:if|ik|bk|fk|ifk|ik|gif|ok|oif|sk)\s.*"
        r"|leader(?:\s.*)?|lrf(?:\s.*)?|abf(?:\s.*)?|nbv|sv|sensus|bilda"
        r"|medborgarskolan|studiefrämjandet|studieförbundet\s.*|folkuniversitetet|ibn\s+rushd|pro(?:\s.*)?"
        r"|spf(?:\s.*)?|skpf|rpg|röda\s+korset|rädda\s+barnen"
        r"|scout\w*|hushållningssällskapet(?:\s.*)?|4h|riksteatern(?:\s.*)?|företagarna(?:\s.*)?|hembygds\w*"
        r"|bygdegårdarna|folkets\s+hus(?:\s.*)?|lions(?:\s.*)?|rotary"
        r"|red\s+cross|\w*associations?|clubs?|societ(?:y|ies)|village\s+(?:council|group)|\w*civilsamhället",
    ),
    (
        "other",
        r"\w*bibliotek(?:et|en)?|\w*muse(?:um|et|er|erna)|\w*teater(?:n)?|coompanion(?:\s.*)?|länstrafiken"
        r"|\w*trafiken|räddningstjänst(?:en)?|\w*byrå(?:n|er)?"
        r"|vårdcentral(?:en)?|\w*boende(?:t|n)|hemtjänst(?:en)?|fritidsgård(?:en|ar|arna)?|\w*center|librar(?:y|ies)|museums?|theat(?:re|er)|rescue\s+services?|fire\s+(?:brigade|service)|health\s+cent(?:re|er)"
        r"|\w*centrum"
        r"|apotek(?:et)?|hemvärn(?:et)?|sisu(?:\s.*)?|rf-sisu(?:\s.*)?",
    ),
)
#: Each is tried from the beginning of every word, and from nowhere else: a long name costs no more than its words.
_PATTERNS = tuple((kind, re.compile(rf"(?<![^\s-])(?:{pattern})\Z", re.IGNORECASE)) for kind, pattern in _KINDS)
_OF_PLACE = re.compile(r"\s+i\s+[A-ZÅÄÖ].*\Z")
_PLACE_AFTER = re.compile(r"(?:\s+[A-ZÅÄÖ][\w-]*){1,3}(?:\s+län)?\Z")
#: Letters in a name tell one association by themselves: `IFK Ed`, `ABF`.
_LETTERS = re.compile(r"[A-ZÅÄÖ]{2,5}(?:\s+[A-ZÅÄÖ]\w*){0,2}\Z")
_LONGEST = 80


def kind_of(name: str) -> str:
    """The kind of body that a name tells by its words: `school`; "" where they tell none."""
    plain = _OF_PLACE.sub("", name)[:_LONGEST]
    for shown in (plain, _PLACE_AFTER.sub("", plain)):
        for kind, pattern in _PATTERNS:
            if pattern.search(shown):
                return kind
    return "association" if _LETTERS.match(plain) else ""


def can_have_place(name: str) -> bool:
    """Whether "i Ed" after a name belongs to it: `bygdegårdsföreningen i Ed`, and not `ABF i bygdegården`."""
    return bool(kind_of(name)) and re.search(r"(?:en|et|an|na|erna|arna)\Z", name) is not None
