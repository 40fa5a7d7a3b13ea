"""The sentences of this plugin's codes, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping

from helaplan import Message

MESSAGES: Mapping[str, Mapping[str, Message]] = {
    "sv": {
        "word/damaged": Message(
            message="Filen är skadad eller inte hel[: {name}]",
            hint="Hämta den på nytt, eller öppna den i Word eller LibreOffice och spara en kopia",
        ),
        "word/other-format": Message(
            message="Filen är {found}, som inte går att läsa in[: {name}]",
            hint="Öppna den i Word eller LibreOffice och spara den som .docx",
        ),
        "word/plain-text": Message(
            message="Filen är ren text, fast namnet säger något annat[: {name}]",
            hint="Ge den ett namn som slutar på .txt",
        ),
        "word/is-docx": Message(
            message="Filen är sparad i ett nyare format än namnet säger[: {name}]",
            hint="Ge den ett namn som slutar på .docx",
        ),
        "word/doctype": Message(
            message="Filen innehåller en DOCTYPE, som Word aldrig skriver; den lästes inte[: {name}]",
            hint="Öppna den i Word eller LibreOffice och spara en kopia",
        ),
        "word/macros-in-docx": Message(
            message="Filen innehåller makron, fast namnet säger .docx; den lästes inte[: {name}]",
            hint="Spara en kopia som .docx utan makron",
        ),
        "word/macros": Message(message="Filen kan innehålla makron; bara texten lästes"),
        "word/comments": Message(message="Kommentarer som inte lästes: {count}"),
        "word/hidden-text": Message(message="Ställen med dold text som inte lästes: {count}"),
        "word/footnotes": Message(message="Fotnoter som står vid sidan av planen: {count}"),
        "word/drawings": Message(
            message="Diagram eller SmartArt vars ord inte lästes: {count}",
            hint="Skriv orden som text om de hör till planen",
        ),
        "word/template-broken": Message(
            message="Mallen går inte att använda",
            hint="Mallen ska vara en hel Word-fil (.docx eller .dotx) utan makron",
        ),
        "word/template-lacks": Message(
            message="Mallen saknar formatmallar, som lades till: {styles}",
            hint="Lägg in dem i mallen om de ska se ut på ert sätt",
        ),
    },
    "en": {
        "word/damaged": Message(
            message="The file is damaged or incomplete[: {name}]",
            hint="Get it anew, or open it in Word or LibreOffice and save a copy",
        ),
        "word/other-format": Message(
            message="The file is {found}, which can't be read[: {name}]",
            hint="Open it in Word or LibreOffice and save it as .docx",
        ),
        "word/plain-text": Message(
            message="The file is plain text, though its name says otherwise[: {name}]",
            hint="Give it a name that ends in .txt",
        ),
        "word/is-docx": Message(
            message="The file is in a newer format than its name says[: {name}]",
            hint="Give it a name that ends in .docx",
        ),
        "word/doctype": Message(
            message="The file has a DOCTYPE, which Word never writes; it was not read[: {name}]",
            hint="Open it in Word or LibreOffice and save a copy",
        ),
        "word/macros-in-docx": Message(
            message="The file has macros, though its name says .docx; it was not read[: {name}]",
            hint="Save a copy as .docx without macros",
        ),
        "word/macros": Message(message="The file may hold macros; only its text was read"),
        "word/comments": Message(message="Comments that were not read: {count}"),
        "word/hidden-text": Message(message="Places with hidden text that were not read: {count}"),
        "word/footnotes": Message(message="Footnotes that stand beside the plan: {count}"),
        "word/drawings": Message(
            message="Charts or SmartArt whose words were not read: {count}",
            hint="Write them as text if they belong to the plan",
        ),
        "word/template-broken": Message(
            message="The template cannot be used",
            hint="A template is a whole Word file (.docx or .dotx) without macros",
        ),
        "word/template-lacks": Message(
            message="The template lacks styles, which were added: {styles}",
            hint="Put them into the template to give them your own look",
        ),
    },
}
