"""The sentences of all codes in English: message, and hint on what to do.

`{name}` stands for an argument, `{count:line|lines}` for a noun after its number. A part in square brackets is left out
where one of its arguments is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.text.rules_en import MESSAGES

_QUOTE = 'Quote it if it is meant as text: "…"'
_INSTALL = "Install it: {install}"
_ON = "Run without --no-plugins and without --disable-plugin {plugin}"
_OFF = "Switch it off with {switch}; --debug shows the whole fault"

TEXTS: Mapping[str, tuple[str, str]] = {
    "without-words": ("Finding of code {code}", "There are no words for this code here"),
    # keys and values
    "unknown-key": ("The format has no key “{key}”", "[Did you mean “{suggestion}”?]"),
    "missing-key": ("The key “{key}” is missing", "Add the line “{key}:[ {value}]” here"),
    "empty-value": ("A value is missing here", "Write a value or remove the key; an empty list is []"),
    "number-for-text": ("A text is wanted here, not the number {written}", 'Quote it: "{written}"'),
    "boolean-for-text": ("A text is wanted here, not {written}", 'Quote it: "{written}"'),
    "wrong-type": ("{wanted} is wanted here, not {found}", "[Write, for example, {example}]"),
    "bad-text": ("“{written}” doesn't have the form that is wanted", ""),
    "bad-id": (
        "“{written}” can't be an id",
        "[Write {suggestion}. ]An id has small letters a–z, digits and single hyphens, at most 38 characters",
    ),
    "bad-date": (
        "“{written}” can't be used as a date",
        "[Write {suggestion}][Write year, month and day, a day that exists: {example}]",
    ),
    "bad-amount": (
        "“{written}” is no amount",
        '[Write "{suggestion}". ]An amount is digits only, with at most two decimals after a point: "5000.50"',
    ),
    "number-out-of-range": (
        "The number {written} can't stand here",
        "[It must be from {low} to {high}]",
    ),
    "newer-format": (
        "The file has format {written}, newer than this program reads ({known})",
        "Upgrade helaplan: pip install --upgrade helaplan",
    ),
    "bad-format-version": ("There is no format {written}", "Write helaplan: {known}"),
    "unknown-kind": ("There is no kind “{written}”", "[Did you mean “{suggestion}”?][ Possible: {choices}]"),
    "unknown-choice": ("“{written}” is none of the choices", "[Did you mean “{suggestion}”?][ Possible: {choices}]"),
    "bad-county-code": (
        "“{written}” is no county code",
        '[Did you mean "{suggestion}" ({name})? ]A county code is two digits in quotes: "18"',
    ),
    "bad-municipality-code": (
        "“{written}” is no municipality code",
        '[Did you mean "{suggestion}" ({name})? ]A municipality code is four digits in quotes: "1880"',
    ),
    "bad-sdg-code": (
        "“{written}” is no goal of Agenda 2030",
        '[Did you mean "{suggestion}" ({name})? ]Write a goal or target as text: "11" or "17.10"',
    ),
    "bad-address": ("“{written}” is no web address", "The address must begin with https:// and have no blanks"),
    "bad-currency": ("“{written}” is no currency", "Write three capital letters: SEK"),
    "bad-language": ("“{written}” is no language", "Write the language's code: sv for Swedish, en for English"),
    "refused-value": ("The value can't stand here[: {cause}]", ""),
    "schema-violation": ("The value doesn't follow the schema[ ({keyword})]", "[The schema says: {wanted}]"),
    # the file as YAML
    "not-utf8": ("The file is not UTF-8 from here[; it looks like {encoding}]", "Save the file as UTF-8"),
    "wrong-encoding": ("The file is saved as {encoding}", "Save the file as UTF-8"),
    "wrong-file": (
        "This is {found}, no plan file",
        "A plan file is text and ends in .yaml[; read this one first: {command}]",
    ),
    "file-too-large": ("The file is larger than {limit} MB", "A plan is text; something else got into the file"),
    "empty-file": ("The file is empty or has only comments", "helaplan new writes a plan to begin with"),
    "control-character": ("The control character {char} can't stand in a plan", "Remove the character"),
    "line-separator": ("{char} is an invisible line end", "Replace it by an ordinary new line or a space"),
    "invisible-character": ("An invisible character stands here ({char})", "Remove the character"),
    "tab-indent": ("The line is indented with a tab[ ({lines} {lines:line|lines})]", "Indent with spaces"),
    "blank-indent": (
        "The line is indented with {char}, which looks like a space[ ({lines} {lines:line|lines})]",
        "Indent with ordinary spaces",
    ),
    "merge-conflict": ("A conflict from git stands here unresolved", "Choose one version and remove the marks"),
    "nested-too-deep": ("There are more than {limit} levels inside one another here", "A plan never needs that many"),
    "several-documents": ("A second document begins here", "Put one plan in each file, and remove the line ---"),
    "too-many-faults": (
        "The file has more than {limit} faults; the rest is not shown",
        "Mend these first, and check again",
    ),
    "top-not-mapping": (
        "The file must consist of lines “key: value”[, not {kind}]",
        "helaplan new writes a plan to begin with",
    ),
    "duplicate-key": ("The key “{key}” is given twice[, first on {first}]", "Join them or remove one"),
    "anchor": ("“&{name}” is an anchor of YAML, which plans don't use", "Remove it. " + _QUOTE),
    "alias": ("“*{name}” refers to an anchor of YAML", "Write the value out. " + _QUOTE),
    "tag": ("“{written}” is a tag of YAML, which plans don't use", "Remove it. " + _QUOTE),
    "merge-key": ("“<<” doesn't work in plan files", "Write the keys out"),
    "key-not-text": ("The key {written} is no text", _QUOTE),
    "number-too-long": ("The number has {digits} digits, more than 15", _QUOTE),
    "not-finite": ("{written} is no ordinary number", _QUOTE),
    "missing-space": ("A space is missing after “{key}:”", "Write “{key}: value”"),
    "list-mark": ("“{mark}” begins no item of a list", "Write a hyphen and a space first: “- ”"),
    "comment-for-value": ("# begins a comment, so a value is missing here", _QUOTE),
    "unfilled-template": ("“{written}” looks like a template that nobody filled in", "Write what is to stand here"),
    "unquoted-colon": ("A text with a colon and a space (“: ”) must be quoted", 'Quote it: "…"'),
    "unquoted-start": ("A text that begins with {start} must be quoted", 'Quote it: "…"'),
    "text-after-quote": ("The text goes on after the closing {quote}", "Quote all of the text"),
    "unclosed-quote": ("The {quote} that opens here is never closed", "Add a quote where the text ends"),
    "typographic-quotes": ("The quote {quote} counts as ordinary text", "Use straight quotes: \" or '"),
    "unclosed-bracket": (
        "The bracket {bracket} is never closed, or a comma is missing",
        "Add the other bracket where the list ends, and a comma between what stands in it",
    ),
    "bad-indentation": (
        "The line is not indented like the lines around it",
        "Let keys that belong together begin in one column",
    ),
    "missing-colon": ("“{written}” is neither “key: value” nor an item of a list", "Is a colon or a dash missing?"),
    "key-too-long": ("The key is too long, {length} characters of at most 1024", "Does a text hold a colon? " + _QUOTE),
    "bad-escape": ('{escape} means nothing inside "…"', "Write '…' instead, or two backslashes"),
    "yaml-syntax": (
        "From here the file can't be read[ (“{written}”)]",
        "Look at indents, colons and quotes just before",
    ),
    "decomposed-letters": (
        "Letters stand in two pieces here (a and a ring instead of å)",
        "helaplan check --fix writes them whole",
    ),
    "mixed-line-ends": (
        "The line ends in {found}, most others in {usual}",
        "helaplan check --fix makes all line ends alike",
    ),
    "whole-number-with-point": ("{written} is a whole number", "Write {number}"),
    "old-format": (
        "The file has format {number}, the present one is {known}",
        "helaplan check --fix rewrites the file",
    ),
    # rules
    "organisation-unknown": (
        "The organisation's name is missing",
        "Write the name of the association whose plan it is",
    ),
    "statement-empty": ("Nothing is stated here", "Write a text (text) or points (items), or remove the entry"),
    "target-empty": ("The target has neither number nor words", "Write at_least, at_most or exactly"),
    "target-conflict": (
        "exactly can't stand beside {key}[ on {first}]",
        "Keep either exactly, or at_least and at_most",
    ),
    "target-reversed": ("At least {at_least} is more than at most {at_most}", "Exchange the numbers"),
    "question-open": (
        "Open question about {about}: {question}",
        "Write the answer[ at {key}:][ where id: {id} stands], and delete the question",
    ),
    "period-missing": (
        "The plan doesn't say what time it is for",
        "Write period: {start: {year}-01-01, end: {year}-12-31}",
    ),
    "period-reversed": ("The period ends on {end}, before it begins on {start}", "Exchange the days"),
    "schedule-reversed": ("The time ends on {end}, before it begins on {start}", "Exchange the days"),
    "due-outside-period": (
        "The target is due on {written}, outside the plan's period {start} to {end}",
        "Change the day, or give the target to a goal that reaches further",
    ),
    "date-outside-period": (
        "{written} lies outside the plan's period {start} to {end}",
        "Change the day or the period",
    ),
    "schedule-incomplete": (
        "A time of the kind {kind} needs the key “{key}”",
        "Add “{key}: …”, or write kind: unknown if the time is not known",
    ),
    "schedule-value-unused": (
        "The key “{key}” doesn't count in a time of the kind {kind}",
        "Remove the key or change the kind",
    ),
    "duplicate-id": (
        "The id “{written}” is there already[ on {first}]",
        "Give one of them another id; an id names one thing in a file",
    ),
    "id-missing": ("The id of {thing} is missing", "Add an id such as id: newsletter; it is kept from year to year"),
    "unknown-reference": (
        "Nothing in the plan with the id “{written}” is {wanted}[; it is {found}]",
        "[Did you mean “{suggestion}”? ]Add {wanted} with that id, or change it here",
    ),
    "section-after-unknown": (
        "There is no “{written}” for the section to stand after",
        "Write a key, an area's id or an earlier section's id.[ Did you mean “{suggestion}”?]",
    ),
    "question-about-unknown": (
        "The question is about “{written}”, which is not in the plan",
        "[Did you mean “{suggestion}”? ]If the question is answered, delete it",
    ),
    "unknown-county": (
        "No county has the code {written}",
        '[The municipality lies in {name}: "{suggestion}"][The association\'s name says {named}: "{suggestion}"]',
    ),
    "unknown-municipality": (
        "No municipality has the code {written}",
        'The codes are Statistics Sweden\'s, such as "1880"',
    ),
    "municipality-outside-county": (
        "{municipality} lies in {right}, not in {county}",
        'Write county: "{suggestion}", or change the municipality',
    ),
    "unknown-sdg": ("Agenda 2030 has no goal {written}", "[The goal is {suggestion}; it has no such target]"),
    "personnummer-in-text": ("A personnummer stands here", "Remove it. A plan is public"),
    "phone-in-text": ("A phone number stands here", "Remove it if it is somebody's own"),
    "email-in-text": ("An e-mail address stands here", "Remove it if it is somebody's own"),
    "address-in-text": ("A street or postal address stands here", "Remove it if somebody lives there"),
    "extension-unknown": (
        "The data below “{name}” belongs to a plugin that is not installed",
        "It is kept as it is, but not checked",
    ),
    # files and calls
    "no-such-file": ("There is no such file[: {name}]", "Look at the name and the folder"),
    "no-such-folder": ("There is no such folder[: {name}]", "Make the folder first, or name one that exists"),
    "is-a-folder": ("This is a folder, no file[: {name}]", "Name a file in the folder"),
    "link-circle": ("The link leads round to itself[: {name}]", "Remove the link or let it point to a file"),
    "unreadable-file": ("The file can't be read[: {name}][ ({reason})]", "See that you may read it"),
    "not-a-folder": ("This is a file, not a folder[: {name}]", "Name a folder, or something that isn't there"),
    "name-too-long": ("The name is too long[: {name}]", "Choose a shorter one"),
    "disk-full": ("There is no room left for the file[: {name}]", "Make room, or write it somewhere else"),
    "unwritable-file": ("The file can't be written[: {name}][ ({reason})]", "See that you may write in the folder"),
    "settings-unreadable": (
        "The settings can't be read[: {found}]",
        "Look at quotes and brackets, and that the file is UTF-8",
    ),
    "baseline-unreadable": (
        "The list of known findings can't be read[, see line {line}]",
        "Write it anew with --write-baseline",
    ),
    "baseline-stale": (
        "The known finding {known} at {where} in {name} is no longer there[ ({count} {count:time|times})]",
        "Write the list anew with --write-baseline",
    ),
    "settings-unknown-code": (
        "The settings name the code “{name}”, which nobody has",
        "[Did you mean “{suggestion}”?]",
    ),
    "nothing-to-check": (
        "There is nothing to check here[: {name}]",
        "A plan file ends in .yaml and has the key helaplan",
    ),
    "refused-overwrite": ("The file is there already[: {name}]", "Overwrite it with --force, or choose another name"),
    "folder-not-empty": (
        "The folder is there already and isn't empty[: {name}]",
        "Choose another name or folder, or remove it first",
    ),
    "output-is-source": (
        "The file to write is one of those that are read[: {name}]",
        "Choose another name, else it would be lost",
    ),
    "plan-like-document": (
        "What is read becomes a plan file, which can't be called {suffix}",
        "Give it a name that ends in .yaml: -o {name}",
    ),
    "same-target": (
        "Two files would have the same name: {name}[ (of {one} and {other})]",
        "Write them into different folders; out of a folder that is given as a whole they keep their subfolders",
    ),
    "unknown-format": ("There is no format “{name}”", "[Possible: {known}]"),
    "unknown-option": ("The format has no option “{name}”", "[Possible: {known}]"),
    "bad-option": ("The option “{name}” has a value that can't be used", "[It must be {wanted}]"),
    "content-unknown": ("There is no content “{name}”", "[Possible: {known}]"),
    "content-without-document": (
        "The format {format} holds no document, so the content “{name}” can't be chosen",
        "Leave out --content, or choose a format for documents (docx, pdf, html, md)",
    ),
    "not-writable": (
        "The plan can't be written so that it reads back the same",
        "See that the value has its field's type, a day is datetime.date; else the fault is helaplan's, please tell",
    ),
    # documents
    "reader-missing": ("No plugin that reads {suffix} is installed", _INSTALL),
    "writer-missing": ("No plugin that writes {suffix} is installed", _INSTALL),
    "reader-off": ("The plugin {plugin}, which reads {suffix}, is switched off", _ON),
    "writer-off": ("The plugin {plugin}, which writes {suffix}, is switched off", _ON),
    "reader-unknown": (
        "Nothing here reads {suffix}",
        "[The file looks like {found}: {command}. ][Possible: {known}]",
    ),
    "format-unnamed": ("The file's name doesn't say what it is", "[It looks like {found}. ]Say so: {command}"),
    "plan-already": ("This is a plan file already", "See whether it is right: {command}"),
    "other-kind": ("The file is {found}[, though its name ends in {suffix}]", "Read it as what it is: {command}"),
    "kind-not-read": (
        "The file is {found}[, though its name ends in {suffix}], and such files aren't read",
        "Save it as Word (.docx) or PDF in a program that opens it",
    ),
    "picture-not-read": (
        "The file is a picture[, though its name ends in {suffix}]",
        "Ask for the file it was made of, or have a program read its text (OCR)",
    ),
    "writer-unknown": ("Nothing here writes {suffix}", "[Possible: {known}]"),
    "unreadable-document": (
        "The document can't be read[: {reason}]",
        "Open it in the program it was made in and save it again",
    ),
    "encrypted-document": ("The document is protected by a password", "Save a copy without password"),
    "document-too-large": (
        "The document is too large to be read[: more text than about {pages} pages][: unpacked over {limit} MB]",
        "Take out the pages with the plan, or divide it into several",
    ),
    "no-words": ("The file is empty, or has no words[: {name}]", "See that it is the right file, and that it is saved"),
    "nothing-to-read": (
        "The document has no text[: {name}]",
        "If it is a scanned picture, a file with text in it is needed",
    ),
    "not-text": ("This is no text file[; it looks like {found}]", "Name the format with --from"),
    "encoding-guessed": ("The text is not UTF-8 and was read as {encoding}", "Look at å, ä and ö in the plan"),
    "open-changes": (
        "The document has changes that nobody has accepted; they were read as if they were",
        "Accept or reject them in the document and import it again, if one of them is not to hold",
    ),
    "json-not-utf8": ("The file is not UTF-8", "Save it as UTF-8"),
    "json-broken": ("The file is no valid JSON[: line {line}, column {column}]", ""),
    "json-not-a-plan": (
        "The file is no plan[: at the top stands {found}]",
        "At the top must stand an object with keys",
    ),
    "json-duplicate-key": ("The key “{key}” stands twice in one object", "Remove one of them"),
    # plugins
    "plugin-failed": ("Plugin {plugin}[ {version}] is left out, fault in {hook}[: {cause}]", _OFF),
    "plugin-wrong-api": (
        "Plugin {plugin}[ {version}] was made for interface {made_for}, this helaplan has {serves}; it is left out",
        "Upgrade the plugin or helaplan, or switch it off with {switch}",
    ),
    "plugin-bad-entry-point": ("Plugin {plugin}[ {version}] has a malformed entry point: {entry}", _OFF),
    "plugin-misspelt-hook": (
        "Plugin {plugin}[ {version}] is left out: no such hooks: {hooks}",
        "[Did it mean {suggestions}? ]Switch it off with {switch}",
    ),
    "plugin-unmarked-hook": ("Plugin {plugin}[ {version}] is left out: {hook} lacks @hookimpl", _OFF),
    "plugin-without-hooks": ("Plugin {plugin}[ {version}] is left out: no hook in {cause}", _OFF),
    "plugin-wrong-signature": ("Plugin {plugin}[ {version}] is left out: {hook} takes no arguments {arguments}", _OFF),
    "plugin-hook-wrapper": (
        "Plugin {plugin}[ {version}] is left out: {hook} is a hook wrapper, which is not allowed",
        _OFF,
    ),
    "plugin-wrong-return": ("Plugin {plugin}[ {version}] is left out: {hook} returned {found}, wanted {wanted}", _OFF),
    "plugin-wrong-declaration": (
        "Plugin {plugin}[ {version}] is left out: {declaration} of {hook} has {field} = {found}, wanted {wanted}",
        _OFF,
    ),
    "plugin-name-clash": (
        "{name} of {hook} from plugin {plugin}[ {version}] is not used: the name is taken by {winner}",
        _OFF,
    ),
    "plugin-twice": (
        "Plugin {plugin}[ {version}] of {distribution} is left out: {winner} has a plugin of that name already",
        _OFF,
    ),
    "plugin-printed": (
        "Plugin {plugin}[ {version}] wrote {lines} {lines:line|lines} in {hook}; "
        "{lines:it was|they were} kept away from the result",
        "--debug shows them; switch it off with {switch}",
    ),
    "plugin-changed-state": ("Plugin {plugin}[ {version}] changed {what} in {hook}; it was put back", _OFF),
    "plugin-slow": ("Plugin {plugin}[ {version}] took {seconds} s to start", _OFF),
    "plugin-call-failed": ("Plugin {plugin}[ {version}] failed in {hook}[: {cause}]", _OFF),
    "plugin-wrong-result": ("Plugin {plugin}[ {version}] gave {found} in {hook}, wanted {wanted}", _OFF),
    "profile-missing": (
        "No plugin has the profile “{name}”",
        "[Did you mean “{suggestion}”? ]Install it, or remove the profile from the settings",
    ),
    "plugin-folder-unreadable": (
        "The folder of plugins can't be read[: {cause}]",
        "Correct or remove {switch} in the settings",
    ),
    "plugin-retiring-hook": (
        "Plugin {plugin}[ {version}] uses {hook}, which will go away",
        "Look for a newer version of the plugin; its author takes {cause} instead",
    ),
    "plugin-wants-python": (
        "Plugin {plugin}[ {version}] wants Python {wanted}, here is {found}",
        "Look for another version of the plugin",
    ),
    "plugin-wants-helaplan": (
        "Plugin {plugin}[ {version}] wants helaplan {wanted}, here is {found}",
        "Upgrade helaplan, or look for another version of the plugin",
    ),
    "plugin-without-entry-point": (
        "This is no plugin for helaplan: {name} has no entry point in the group {group}",
        "The author adds one in pyproject.toml",
    ),
    "plugin-unreadable": (
        "Can't inspect {name}[: {cause}]",
        "Name a wheel, an sdist, a folder with pyproject.toml, or something installed",
    ),
    "plugin-bad-name": (
        "The name {name} is none that a plugin can have",
        "Lower-case letters, digits and hyphens, a letter first; no name that the core has",
    ),
    "author-kit-missing": ("Making a plugin needs the author's kit", "Install it with {install}"),
    "schema-broken": (
        "The JSON Schema[ of {name}] can't be used[: {cause}]",
        "Tell the author; what a schema refers to on the net is never fetched",
    ),
    "plugin-missing": ("No plugin here goes by the name {name}", "Install it, or remove it from the settings"),
    **MESSAGES,
}
