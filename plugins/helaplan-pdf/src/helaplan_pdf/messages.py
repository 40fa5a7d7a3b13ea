"""The sentences of this plugin's codes, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping

from helaplan import Message

_GET_TEXT_SV = "Be om Word-filen, eller kör texttolkning (OCR) på PDF-filen och försök igen"
_GET_TEXT_EN = "Ask for the Word file, or run text recognition (OCR) on the PDF and try again"

MESSAGES: Mapping[str, Mapping[str, Message]] = {
    "sv": {
        "pdf/not-pdf": Message(
            message="Det här är ingen PDF-fil[; den liknar {found}]",
            hint="Ange formatet med --from, eller rätta namnet",
        ),
        "pdf/damaged": Message(
            message="PDF-filen är skadad eller avklippt", hint="Hämta den på nytt, eller be om den igen"
        ),
        "pdf/no-text": Message(message="PDF-filen har ingen text, bara bilder (sidor: {pages})", hint=_GET_TEXT_SV),
        "pdf/letters-unknown": Message(
            message="PDF-filens text går inte att läsa: typsnitten säger inte vilka bokstäver de visar",
            hint=_GET_TEXT_SV,
        ),
        "pdf/page-unclear": Message(
            message="Texten på sidan {pages} går inte att läsa säkert", hint="Jämför planen med PDF-filen"
        ),
        "pdf/pages-without-text": Message(
            message="Sidan {pages} har ingen text och lästes inte", hint="Är den en inläst bild, skriv av den för hand"
        ),
        "pdf/too-many-pages": Message(
            message="PDF-filen har {pages} sidor; högst {limit} läses", hint="Dela ut sidorna med planen"
        ),
        "pdf/too-much-text": Message(
            message="PDF-filen har mer text än {limit} tecken och läses inte", hint="Dela ut sidorna med planen"
        ),
        "pdf/file-too-large": Message(message="PDF-filen är större än {limit} MB", hint="Spara den med mindre bilder"),
        "pdf/unpacks-too-much": Message(
            message="PDF-filen packas upp till mer än {limit} MB och läses inte",
            hint="Spara om den ur Word, som ny PDF",
        ),
        "pdf/draws-too-much": Message(
            message="PDF-filen ritar samma delar om och om igen och läses inte",
            hint="Spara om den ur Word, som ny PDF",
        ),
        "pdf/unknown-encryption": Message(
            message="PDF-filen är skyddad på ett sätt som inte går att öppna", hint="Spara en kopia utan skydd"
        ),
        "pdf/bad-date": Message(message="”{date}” är inget datum", hint="Skriv det som 2023-03-25"),
        "pdf/no-date": Message(
            message="Planen säger ingen dag, så PDF-filen är tillgänglig (PDF/UA) men ingen arkivfil (PDF/A)",
            hint="Ge den en dag med -O date=2023-03-25",
        ),
        "pdf/letters-spelt": Message(
            message="Tecken som typsnitten saknar skrevs som nummer: {letters}", hint="Byt ut dem i planen"
        ),
        "pdf/picture-as-table": Message(
            message="En bild går inte att rita och skrevs som tabell", hint="Se efter att den är giltig SVG"
        ),
        "pdf/bad-picture": Message(message="Bilden går inte att rita", hint="Se efter att den är giltig SVG"),
    },
    "en": {
        "pdf/not-pdf": Message(
            message="This is no PDF file[; it looks like {found}]", hint="Name the format with --from, or mend the name"
        ),
        "pdf/damaged": Message(message="The PDF is damaged or cut off", hint="Get it anew, or ask for it again"),
        "pdf/no-text": Message(message="The PDF has no text, only pictures (pages: {pages})", hint=_GET_TEXT_EN),
        "pdf/letters-unknown": Message(
            message="The text of the PDF can't be read: its fonts don't say which letters they show", hint=_GET_TEXT_EN
        ),
        "pdf/page-unclear": Message(
            message="The text on page {pages} can't be read with certainty", hint="Compare the plan with the PDF"
        ),
        "pdf/pages-without-text": Message(
            message="Page {pages} has no text and was not read", hint="If it is a scanned picture, type it by hand"
        ),
        "pdf/too-many-pages": Message(
            message="The PDF has {pages} pages; at most {limit} are read", hint="Take out the pages with the plan"
        ),
        "pdf/too-much-text": Message(
            message="The PDF has more than {limit} characters of text and isn't read",
            hint="Take out the pages with the plan",
        ),
        "pdf/file-too-large": Message(
            message="The PDF is larger than {limit} MB", hint="Save it with smaller pictures"
        ),
        "pdf/unpacks-too-much": Message(
            message="The PDF unpacks to more than {limit} MB and isn't read", hint="Save it anew from Word as a new PDF"
        ),
        "pdf/draws-too-much": Message(
            message="The PDF draws the same parts over and over and isn't read",
            hint="Save it anew from Word as a new PDF",
        ),
        "pdf/unknown-encryption": Message(
            message="The PDF is protected in a way that can't be opened", hint="Save a copy without protection"
        ),
        "pdf/bad-date": Message(message="“{date}” is no date", hint="Write it as 2023-03-25"),
        "pdf/no-date": Message(
            message="The plan says no day, so the PDF is accessible (PDF/UA) but no archive file (PDF/A)",
            hint="Give it a day with -O date=2023-03-25",
        ),
        "pdf/letters-spelt": Message(
            message="Signs that the fonts lack were written as numbers: {letters}", hint="Replace them in the plan"
        ),
        "pdf/picture-as-table": Message(
            message="A picture can't be drawn and was written as a table", hint="See that it is valid SVG"
        ),
        "pdf/bad-picture": Message(message="The picture can't be drawn", hint="See that it is valid SVG"),
    },
}
