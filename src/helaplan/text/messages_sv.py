"""The sentences of all codes in Swedish: message, and hint on what to do.

`{name}` stands for an argument, `{count:rad|rader}` for a noun after its number. A part in square brackets is left out
where one of its arguments is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.text.rules_sv import MESSAGES

_QUOTE = 'Sätt citattecken om det ska vara text: "…"'
_INSTALL = "Installera den: {install}"
_ON = "Kör utan --no-plugins och utan --disable-plugin {plugin}"
_OFF = "Stäng av den med {switch}; --debug visar hela felet"

TEXTS: Mapping[str, tuple[str, str]] = {
    "without-words": ("Fynd med koden {code}", "Koden har ingen förklaring på svenska här"),
    # keys and values
    "unknown-key": ("Nyckeln ”{key}” finns inte i formatet", "[Menade du ”{suggestion}”?]"),
    "missing-key": ("Nyckeln ”{key}” saknas", "Lägg till raden ”{key}:[ {value}]” här"),
    "empty-value": ("Här saknas ett värde", "Skriv ett värde eller ta bort nyckeln; en tom lista skrivs []"),
    "number-for-text": ("Här ska det stå text, inte talet {written}", 'Sätt citattecken: "{written}"'),
    "boolean-for-text": ("Här ska det stå text, inte {written}", 'Sätt citattecken: "{written}"'),
    "wrong-type": ("Här ska det stå {wanted}, inte {found}", "[Skriv till exempel {example}]"),
    "bad-text": ("”{written}” har inte den form som krävs", ""),
    "bad-id": (
        "”{written}” går inte som id",
        "[Skriv {suggestion}. ]Ett id har små bokstäver a–z, siffror och enkla bindestreck, högst 38 tecken",
    ),
    "bad-date": (
        "”{written}” går inte som datum",
        "[Skriv {suggestion}][Skriv år, månad och dag, en dag som finns: {example}]",
    ),
    "bad-amount": (
        "”{written}” är inget belopp",
        '[Skriv "{suggestion}". ]Ett belopp är bara siffror, med högst två decimaler efter punkt: "5000.50"',
    ),
    "number-out-of-range": (
        "Talet {written} går inte här",
        "[Det ska vara från {low} till {high}]",
    ),
    "newer-format": (
        "Filen har format {written}, som är nyare än det här programmet läser ({known})",
        "Uppgradera helaplan: pip install --upgrade helaplan",
    ),
    "bad-format-version": ("Det finns inget format {written}", "Skriv helaplan: {known}"),
    "unknown-kind": ("Sorten ”{written}” finns inte", "[Menade du ”{suggestion}”?][ Det här går: {choices}]"),
    "unknown-choice": (
        "”{written}” finns inte att välja på",
        "[Menade du ”{suggestion}”?][ Det här går: {choices}]",
    ),
    "bad-county-code": (
        "”{written}” är ingen länskod",
        '[Menade du "{suggestion}" ({name})? ]En länskod är två siffror inom citattecken: "18"',
    ),
    "bad-municipality-code": (
        "”{written}” är ingen kommunkod",
        '[Menade du "{suggestion}" ({name})? ]En kommunkod är fyra siffror inom citattecken: "1880"',
    ),
    "bad-sdg-code": (
        "”{written}” är inget mål i Agenda 2030",
        '[Menade du "{suggestion}" ({name})? ]Skriv mål eller delmål som text: "11" eller "17.10"',
    ),
    "bad-address": ("”{written}” är ingen webbadress", "Adressen ska börja med https:// och vara utan mellanslag"),
    "bad-currency": ("”{written}” är ingen valuta", "Skriv tre stora bokstäver: SEK"),
    "bad-language": ("”{written}” är inget språk", "Skriv språkets kod: sv för svenska, en för engelska"),
    "refused-value": ("Värdet går inte här[: {cause}]", ""),
    "schema-violation": ("Värdet följer inte schemat[ ({keyword})]", "[Schemat säger: {wanted}]"),
    # the file as YAML
    "not-utf8": ("Filen är inte UTF-8 härifrån[; det liknar {encoding}]", "Spara filen som UTF-8"),
    "wrong-encoding": ("Filen är sparad som {encoding}", "Spara filen som UTF-8"),
    "wrong-file": (
        "Det här är {found}, ingen planfil",
        "En planfil är text och slutar på .yaml[; läs in den här först: {command}]",
    ),
    "file-too-large": ("Filen är större än {limit} MB", "En plan är text; något annat har hamnat i filen"),
    "empty-file": ("Filen är tom eller har bara kommentarer", "helaplan new skriver en påbörjad plan"),
    "control-character": ("Styrtecknet {char} får inte stå i en plan", "Ta bort tecknet"),
    "line-separator": ("{char} är en osynlig radbrytning", "Byt den mot en vanlig ny rad eller ett mellanslag"),
    "invisible-character": ("Här står ett osynligt tecken ({char})", "Ta bort tecknet"),
    "tab-indent": ("Raden är indragen med tabb[ ({lines} {lines:rad|rader})]", "Dra in med mellanslag"),
    "blank-indent": (
        "Raden är indragen med {char}, som ser ut som mellanslag[ ({lines} {lines:rad|rader})]",
        "Dra in med vanliga mellanslag",
    ),
    "merge-conflict": (
        "Här står en sammanslagning i git som inte är löst",
        "Välj en av versionerna och ta bort märkena",
    ),
    "nested-too-deep": ("Här är mer än {limit} nivåer inuti varandra", "En plan behöver aldrig så många"),
    "several-documents": ("Här börjar ett andra dokument", "Lägg en plan i varje fil, och ta bort raden ---"),
    "too-many-faults": ("Filen har fler än {limit} fel; resten visas inte", "Rätta de här först, och kontrollera igen"),
    "top-not-mapping": (
        "Filen ska bestå av rader som ”nyckel: värde”[, inte {kind}]",
        "helaplan new skriver en påbörjad plan",
    ),
    "duplicate-key": ("Nyckeln ”{key}” står två gånger[, första gången på {first}]", "Slå ihop dem eller ta bort en"),
    "anchor": ("”&{name}” är ett ankare i YAML, och sådana används inte i planer", "Ta bort det. " + _QUOTE),
    "alias": ("”*{name}” hänvisar till ett ankare i YAML", "Skriv ut värdet. " + _QUOTE),
    "tag": ("”{written}” är en tagg i YAML, och sådana används inte i planer", "Ta bort den. " + _QUOTE),
    "merge-key": ("”<<” fungerar inte i planfiler", "Skriv ut nycklarna"),
    "key-not-text": ("Nyckeln {written} är inte text", _QUOTE),
    "number-too-long": ("Talet har {digits} siffror, fler än 15", _QUOTE),
    "not-finite": ("{written} är inget vanligt tal", _QUOTE),
    "missing-space": ("Det saknas ett mellanslag efter ”{key}:”", "Skriv ”{key}: värde”"),
    "list-mark": ("”{mark}” börjar ingen punkt i en lista", "Skriv bindestreck och mellanslag först: ”- ”"),
    "comment-for-value": ("# börjar en kommentar, så här saknas ett värde", _QUOTE),
    "unfilled-template": ("”{written}” ser ut som en mall som inte är ifylld", "Skriv det som ska stå här"),
    "unquoted-colon": ("En text med kolon och mellanslag (”: ”) måste stå inom citattecken", 'Sätt citattecken: "…"'),
    "unquoted-start": ("En text som börjar med {start} måste stå inom citattecken", 'Sätt citattecken: "…"'),
    "text-after-quote": ("Texten går vidare efter citattecknet {quote}", "Sätt citattecken om hela texten"),
    "unclosed-quote": (
        "Citattecknet {quote} som börjar här avslutas aldrig",
        "Lägg till ett citattecken där texten slutar",
    ),
    "typographic-quotes": ("Citattecknet {quote} räknas som vanlig text", "Använd raka citattecken: \" eller '"),
    "unclosed-bracket": (
        "Parentesen {bracket} avslutas aldrig, eller så saknas ett komma",
        "Sätt dit den andra parentesen där listan slutar, och ett komma mellan det som står i den",
    ),
    "bad-indentation": (
        "Raden är inte lika långt indragen som raderna omkring",
        "Låt nycklar som hör ihop börja i samma kolumn",
    ),
    "missing-colon": (
        "”{written}” är varken ”nyckel: värde” eller en punkt i en lista",
        "Saknas ett kolon eller ett streck?",
    ),
    "key-too-long": (
        "Nyckeln är för lång, {length} tecken av högst 1024",
        "Står det ett kolon mitt i en text? " + _QUOTE,
    ),
    "bad-escape": ('{escape} betyder inget inom "…"', "Skriv '…' i stället, eller två omvända snedstreck"),
    "yaml-syntax": (
        "Härifrån går filen inte att läsa[ (”{written}”)]",
        "Se efter indrag, kolon och citattecken strax före",
    ),
    "decomposed-letters": (
        "Bokstäver står i två delar här (a och ring i stället för å)",
        "helaplan check --fix skriver dem hela",
    ),
    "mixed-line-ends": (
        "Raden slutar med {found}, de flesta andra med {usual}",
        "helaplan check --fix gör alla radslut lika",
    ),
    "whole-number-with-point": ("{written} är ett heltal", "Skriv {number}"),
    "old-format": (
        "Filen har format {number}, det nuvarande är {known}",
        "helaplan check --fix skriver om filen",
    ),
    # rules
    "organisation-unknown": ("Organisationens namn saknas", "Skriv namnet på föreningen som har planen"),
    "statement-empty": ("Här saknas innehåll", "Skriv en text (text) eller punkter (items), eller ta bort posten"),
    "target-empty": (
        "Måltalet har varken tal eller ord",
        "Skriv at_least (minst), at_most (högst) eller exactly (exakt)",
    ),
    "target-conflict": (
        "exactly (exakt) går inte ihop med {key}[ på {first}]",
        "Behåll antingen exactly eller at_least och at_most",
    ),
    "target-reversed": ("Minst {at_least} är mer än högst {at_most}", "Byt plats på talen"),
    "question-open": (
        "Obesvarad fråga om {about}: {question}",
        "Skriv svaret[ i {key}:][ där det står id: {id}], och ta bort frågan",
    ),
    "period-missing": (
        "Planen säger inte vilken tid den gäller",
        "Skriv period: {start: {year}-01-01, end: {year}-12-31}",
    ),
    "period-reversed": ("Perioden slutar {end}, innan den börjar {start}", "Byt plats på dagarna"),
    "schedule-reversed": ("Tiden slutar {end}, innan den börjar {start}", "Byt plats på dagarna"),
    "due-outside-period": (
        "Måltalet ska nås {written}, utanför planens period {start} till {end}",
        "Ändra dagen, eller lägg måltalet på ett mål som sträcker sig längre",
    ),
    "date-outside-period": ("{written} ligger utanför planens period {start} till {end}", "Ändra dagen eller perioden"),
    "schedule-incomplete": (
        "En tid av sorten {kind} behöver nyckeln ”{key}”",
        "Lägg till ”{key}: …”, eller skriv kind: unknown om tiden inte är känd",
    ),
    "schedule-value-unused": (
        "Nyckeln ”{key}” räknas inte i en tid av sorten {kind}",
        "Ta bort nyckeln eller byt sort",
    ),
    "duplicate-id": (
        "Id ”{written}” finns redan[ på {first}]",
        "Ge den ena ett annat id; varje id får finnas en gång i filen",
    ),
    "id-missing": ("Id saknas för {thing}", "Lägg till ett id, till exempel id: nyhetsbrev; det behålls år efter år"),
    "unknown-reference": (
        "I planen finns inget med id ”{written}” som är {wanted}[; det är {found}]",
        "[Menade du ”{suggestion}”? ]Lägg till {wanted} med det id:t, eller ändra här",
    ),
    "section-after-unknown": (
        "Det finns inget ”{written}” som avsnittet kan stå efter",
        "Skriv en nyckel, ett områdes id eller ett tidigare avsnitts id.[ Menade du ”{suggestion}”?]",
    ),
    "question-about-unknown": (
        "Frågan gäller ”{written}”, som inte finns i planen",
        "[Menade du ”{suggestion}”? ]Är frågan besvarad, så ta bort den",
    ),
    "unknown-county": (
        "Inget län har koden {written}",
        '[Kommunen ligger i {name}: "{suggestion}"][Föreningens namn säger {named}: "{suggestion}"]',
    ),
    "unknown-municipality": (
        "Ingen kommun har koden {written}",
        'Koderna är Statistiska centralbyråns, till exempel "1880"',
    ),
    "municipality-outside-county": (
        "{municipality} ligger i {right}, inte i {county}",
        'Skriv county: "{suggestion}", eller ändra kommunen',
    ),
    "unknown-sdg": ("Agenda 2030 har inget mål {written}", "[Målet är {suggestion}; det har inte ett sådant delmål]"),
    "personnummer-in-text": ("Här står ett personnummer", "Ta bort det. En plan är offentlig"),
    "phone-in-text": ("Här står ett telefonnummer", "Ta bort det, om det är någons eget"),
    "email-in-text": ("Här står en e-postadress", "Ta bort den, om den är någons egen"),
    "address-in-text": ("Här står en gatu- eller postadress", "Ta bort den, om någon bor där"),
    "extension-unknown": (
        "Uppgifterna under ”{name}” hör till en insticksmodul som inte är installerad",
        "De behålls som de är, men kontrolleras inte",
    ),
    # files and calls
    "no-such-file": ("Filen finns inte[: {name}]", "Se efter namnet och mappen"),
    "no-such-folder": ("Mappen finns inte[: {name}]", "Skapa mappen först, eller välj en som finns"),
    "is-a-folder": ("Det här är en mapp, ingen fil[: {name}]", "Ange en fil i mappen"),
    "link-circle": ("Länken leder runt till sig själv[: {name}]", "Ta bort länken eller låt den peka på en fil"),
    "unreadable-file": ("Filen går inte att läsa[: {name}][ ({reason})]", "Se efter att du har rätt att läsa den"),
    "not-a-folder": ("Det här är en fil, ingen mapp[: {name}]", "Ange en mapp, eller ett namn som inte finns"),
    "name-too-long": ("Namnet är för långt[: {name}]", "Välj ett kortare"),
    "disk-full": ("Det finns ingen plats kvar för filen[: {name}]", "Gör plats, eller skriv den någon annanstans"),
    "unwritable-file": (
        "Filen går inte att skriva[: {name}][ ({reason})]",
        "Se efter att du har rätt att skriva i mappen",
    ),
    "settings-unreadable": (
        "Inställningarna går inte att läsa[: {found}]",
        "Se efter citattecken, parenteser och att filen är UTF-8",
    ),
    "baseline-unreadable": (
        "Listan över kända fynd går inte att läsa[, se rad {line}]",
        "Skriv den på nytt med --write-baseline",
    ),
    "baseline-stale": (
        "Det kända fyndet {known} på {where} i {name} finns inte längre[ ({count} {count:gång|gånger})]",
        "Skriv listan på nytt med --write-baseline",
    ),
    "settings-unknown-code": ("Inställningarna nämner koden ”{name}”, som inte finns", "[Menade du ”{suggestion}”?]"),
    "nothing-to-check": (
        "Här finns inget att kontrollera[: {name}]",
        "En planfil slutar på .yaml och har nyckeln helaplan",
    ),
    "refused-overwrite": ("Filen finns redan[: {name}]", "Skriv över den med --force, eller välj ett annat namn"),
    "folder-not-empty": (
        "Mappen finns redan och är inte tom[: {name}]",
        "Välj ett annat namn eller en annan mapp, eller ta bort den först",
    ),
    "output-is-source": (
        "Filen som ska skrivas är en av dem som läses[: {name}]",
        "Välj ett annat namn, annars skulle den gå förlorad",
    ),
    "plan-like-document": (
        "Det som läses in blir en planfil, och den kan inte heta {suffix}",
        "Ge den ett namn som slutar på .yaml: -o {name}",
    ),
    "same-target": (
        "Två filer skulle få samma namn: {name}[ (av {one} och {other})]",
        "Skriv ut dem till olika mappar; ur en mapp som anges som helhet behåller de sina undermappar",
    ),
    "unknown-format": ("Formatet ”{name}” finns inte", "[Det här går: {known}]"),
    "unknown-option": ("Valet ”{name}” finns inte för formatet", "[Det här går: {known}]"),
    "bad-option": ("Valet ”{name}” har ett värde som inte går", "[Det ska vara {wanted}]"),
    "content-unknown": ("Innehållet ”{name}” finns inte", "[Det här går: {known}]"),
    "content-without-document": (
        "Formatet {format} är inget dokument, så innehållet ”{name}” går inte att välja",
        "Ta bort --content, eller välj ett format för dokument (docx, pdf, html, md)",
    ),
    "not-writable": (
        "Planen går inte att skriva så att den läses tillbaka likadan",
        "Se efter att värdet har fältets typ, en dag är datetime.date; annars är felet helaplans, berätta gärna",
    ),
    # documents
    "reader-missing": ("Ingen insticksmodul som läser {suffix} är installerad", _INSTALL),
    "writer-missing": ("Ingen insticksmodul som skriver {suffix} är installerad", _INSTALL),
    "reader-off": ("Insticksmodulen {plugin}, som läser {suffix}, är avstängd", _ON),
    "writer-off": ("Insticksmodulen {plugin}, som skriver {suffix}, är avstängd", _ON),
    "reader-unknown": (
        "Ingenting här läser {suffix}",
        "[Filen ser ut att vara {found}: {command}. ][Det här går: {known}]",
    ),
    "format-unnamed": ("Filens namn säger inte vad den är", "[Den ser ut att vara {found}. ]Ange det: {command}"),
    "plan-already": ("Det här är en planfil redan", "Se efter om den är rätt: {command}"),
    "other-kind": ("Filen är {found}[, fast namnet slutar på {suffix}]", "Läs in den som det den är: {command}"),
    "kind-not-read": (
        "Filen är {found}[, fast namnet slutar på {suffix}], och sådana läses inte",
        "Spara den som Word (.docx) eller PDF i ett program som öppnar den",
    ),
    "picture-not-read": (
        "Filen är en bild[, fast namnet slutar på {suffix}]",
        "Be om filen som den gjordes av, eller låt ett program tolka texten i den (OCR)",
    ),
    "writer-unknown": ("Ingenting här skriver {suffix}", "[Det här går: {known}]"),
    "unreadable-document": (
        "Dokumentet går inte att läsa[: {reason}]",
        "Öppna det i programmet det är gjort i och spara det på nytt",
    ),
    "encrypted-document": ("Dokumentet är skyddat med lösenord", "Spara en kopia utan lösenord"),
    "document-too-large": (
        "Dokumentet är för stort för att läsas[: mer text än omkring {pages} sidor][: mer än {limit} MB uppackat]",
        "Ta ut sidorna med planen, eller dela det i flera",
    ),
    "no-words": ("Filen är tom, eller har inga ord[: {name}]", "Se efter att det är rätt fil, och att den är sparad"),
    "nothing-to-read": ("Dokumentet har ingen text[: {name}]", "Är det en inläst bild, så behövs en fil med text i"),
    "not-text": ("Det här är ingen textfil[; den liknar {found}]", "Ange formatet med --from"),
    "encoding-guessed": ("Texten är inte UTF-8 och lästes som {encoding}", "Se efter å, ä och ö i planen"),
    "open-changes": (
        "Dokumentet har ändringar som inte är godkända; de lästes som om de vore det",
        "Godkänn eller avvisa dem i dokumentet och läs in det på nytt, om någon av dem inte ska gälla",
    ),
    "json-not-utf8": ("Filen är inte UTF-8", "Spara den som UTF-8"),
    "json-broken": ("Filen är inte giltig JSON[: rad {line}, kolumn {column}]", ""),
    "json-not-a-plan": ("Filen är ingen plan[: överst står {found}]", "Överst ska stå ett objekt med nycklar"),
    "json-duplicate-key": ("Nyckeln ”{key}” står två gånger i samma objekt", "Ta bort en av dem"),
    # plugins
    "plugin-failed": ("Insticksmodulen {plugin}[ {version}] hoppas över, fel i {hook}[: {cause}]", _OFF),
    "plugin-wrong-api": (
        "Insticksmodulen {plugin}[ {version}] är gjord för gränssnitt {made_for}, denna helaplan "
        "har {serves}; den hoppas över",
        "Uppgradera insticksmodulen eller helaplan, eller stäng av den med {switch}",
    ),
    "plugin-bad-entry-point": ("Insticksmodulen {plugin}[ {version}] har en felskriven ingång: {entry}", _OFF),
    "plugin-misspelt-hook": (
        "Insticksmodulen {plugin}[ {version}] hoppas över: krokar som inte finns: {hooks}",
        "[Menade du {suggestions}? ]Stäng av den med {switch}",
    ),
    "plugin-unmarked-hook": ("Insticksmodulen {plugin}[ {version}] hoppas över: {hook} saknar @hookimpl", _OFF),
    "plugin-without-hooks": ("Insticksmodulen {plugin}[ {version}] hoppas över: ingen krok i {cause}", _OFF),
    "plugin-wrong-signature": (
        "Insticksmodulen {plugin}[ {version}] hoppas över: {hook} tar inte argumenten {arguments}",
        _OFF,
    ),
    "plugin-hook-wrapper": (
        "Insticksmodulen {plugin}[ {version}] hoppas över: {hook} är en omslagskrok (wrapper), sådana tas inte emot",
        _OFF,
    ),
    "plugin-wrong-return": (
        "Insticksmodulen {plugin}[ {version}] hoppas över: {hook} gav {found}, väntade {wanted}",
        _OFF,
    ),
    "plugin-wrong-declaration": (
        "Insticksmodulen {plugin}[ {version}] hoppas över: {declaration} i {hook} "
        "har {field} = {found}, väntade {wanted}",
        _OFF,
    ),
    "plugin-name-clash": (
        "{name} i {hook} från insticksmodulen {plugin}[ {version}] används inte: namnet är redan taget av {winner}",
        _OFF,
    ),
    "plugin-twice": (
        "Insticksmodulen {plugin}[ {version}] ur {distribution} hoppas över: "
        "{winner} har redan en insticksmodul med det namnet",
        _OFF,
    ),
    "plugin-printed": (
        "Insticksmodulen {plugin}[ {version}] skrev {lines} {lines:rad|rader} i {hook}; "
        "{lines:den|de} hölls borta från resultatet",
        "--debug visar dem; stäng av den med {switch}",
    ),
    "plugin-changed-state": ("Insticksmodulen {plugin}[ {version}] ändrade {what} i {hook}; det är återställt", _OFF),
    "plugin-slow": ("Insticksmodulen {plugin}[ {version}] tog {seconds} s att starta", _OFF),
    "plugin-call-failed": ("Insticksmodulen {plugin}[ {version}] klarade inte {hook}[: {cause}]", _OFF),
    "plugin-wrong-result": ("Insticksmodulen {plugin}[ {version}] gav {found} i {hook}, väntade {wanted}", _OFF),
    "profile-missing": (
        "Ingen insticksmodul har profilen ”{name}”",
        "[Menade du ”{suggestion}”? ]Installera den, eller ta bort profilen ur inställningarna",
    ),
    "plugin-folder-unreadable": (
        "Mappen med insticksmoduler går inte att läsa[: {cause}]",
        "Rätta eller ta bort {switch} i inställningarna",
    ),
    "plugin-retiring-hook": (
        "Insticksmodulen {plugin}[ {version}] använder {hook}, som kommer att tas bort",
        "Leta efter en nyare version av modulen; den som gör den tar {cause} i stället",
    ),
    "plugin-wants-python": (
        "Insticksmodulen {plugin}[ {version}] vill ha Python {wanted}, här finns {found}",
        "Leta efter en annan version av modulen",
    ),
    "plugin-wants-helaplan": (
        "Insticksmodulen {plugin}[ {version}] vill ha helaplan {wanted}, här finns {found}",
        "Uppgradera helaplan, eller leta efter en annan version av modulen",
    ),
    "plugin-without-entry-point": (
        "Det här är ingen insticksmodul för helaplan: {name} har ingen entry point i gruppen {group}",
        "Den som gör modulen lägger till en i pyproject.toml",
    ),
    "plugin-unreadable": (
        "Det går inte att undersöka {name}[: {cause}]",
        "Ange en wheel, en sdist, en mapp med pyproject.toml, eller något som är installerat",
    ),
    "plugin-bad-name": (
        "Namnet {name} går inte för en insticksmodul",
        "Små bokstäver a–z, siffror och bindestreck, en bokstav först; inget namn som kärnan har",
    ),
    "author-kit-missing": ("Att göra en insticksmodul kräver författarens verktyg", "Installera dem med {install}"),
    "schema-broken": (
        "JSON-schemat[ för {name}] går inte att använda[: {cause}]",
        "Säg till den som gjort det; det som ett schema hänvisar till på nätet hämtas aldrig",
    ),
    "plugin-missing": (
        "Ingen insticksmodul med namnet {name} finns här",
        "Installera den, eller ta bort den ur inställningarna",
    ),
    **MESSAGES,
}
