"""Kinds of fault where two neighbouring lines can't tell what they are, but the lines around them can."""

from __future__ import annotations

import pytest

from helaplan.document import Block, Furniture, Heading, ListItem, Paragraph, Table
from helaplan.formats.text import text_lines
from helaplan.layout import Line, blocks, join

PROSE = (
    "Föreningen äger och driver huset som en öppen mötesplats för alla i\n"
    "bygden, gammal som ung, och håller det i gott skick.\n"
)


def read(text: str) -> list[tuple[type[Block], str]]:
    """Kind and words of the blocks of a text file."""
    return [(type(each), getattr(each, "text", "")) for each in blocks(text_lines(text))]


def headings(text: str) -> list[str]:
    """The words of its headings."""
    return [words for kind, words in read(text) if kind is Heading]


@pytest.mark.parametrize(
    "before, caps",
    [
        ("bygden, och håller det i gott skick.", "UNGDOMAR OCH FRITID"),
        ("Söka bidrag till rampen och till hissen senast den 31 december 2026", "KRISBEREDSKAP"),
        ("bygden, och håller det i gott skick.", "MÅL"),
        ("• Laga taket i maj", "LOKALEN"),
    ],
)
def test_capitals_straight_below_a_text_are_a_heading(before: str, caps: str) -> None:
    """Same size and no blank line: only the capitals tell it."""
    text = f"VERKSAMHETSIDÉ\n{PROSE}{before}\n{caps}\nStyrelsen ser till att det blir gjort under året.\n"
    assert headings(text) == ["VERKSAMHETSIDÉ", caps]


@pytest.mark.parametrize(
    "text",
    [
        "Vi samarbetar hela året med studieförbundet, med kommunen, med\nHELA SVERIGE SKA LEVA\noch med byalagen.\n",
        "Vi söker pengar till bryggan hos regionen, hos kommunen och även hos\nLEADER\n",
        "Vi är sedan många år medlemmar i flera förbund, bland annat i SPF och\nABF\n",
        "• Ordna en kurs om bidrag tillsammans med andra byar i länet och med\n  HELA SVERIGE SKA LEVA\n• Städa\n",
    ],
)
def test_capitals_within_a_sentence_are_no_heading(text: str) -> None:
    """A name in capitals that happens to begin a line goes on with it."""
    assert headings(PROSE + text) == []


@pytest.mark.parametrize(
    "first, second, one",
    [
        ("VERKSAMHETSPLAN 2025 FÖR MÖRTSJÖ", "BYGDEGÅRDSFÖRENING", True),
        ("Handlingsplan 2026 för Västra Eds", "Hembygdsförening", True),
        ("VERKSAMHETSPLAN FÖR BYALAGET", "I VÄSTRA ED", True),
        ("Verksamhetsinriktning och verksamhetsplan 2025–", "2026", True),
        ("VERKSAMHETSPLAN", "för Ekens bygderåd år 2026", True),
        ("VERKSAMHETSPLAN 2025", "MÖRTSJÖ BYGDEGÅRDSFÖRENING", False),
        ("VERKSAMHETSPLAN FÖR MÖRTSJÖ BYALAG", "VISION", False),
        ("VERKSAMHETSPLAN 2025", "FÖRENINGEN", False),
    ],
)
def test_a_title_over_two_lines(first: str, second: str, one: bool) -> None:
    """What is left of a body's name goes on with the title; a whole name, or another heading, does not."""
    found = headings(f"{first}\n{second}\n\n{PROSE}")
    assert found[0] == (join(first, second) if one else first)


@pytest.mark.parametrize("lead_in", ["Under året kommer vi", "Styrelsen får i uppdrag", "Mötet beslutade:"])
def test_each_att_line_is_a_block(lead_in: str) -> None:
    """Lines that begin with "att" and end with commas are a list, and what leads them in is no heading."""
    items = ["att laga taket,", "att hålla lokalen öppen varje torsdag för alla som bor här,", "att städa i maj."]
    text = f"{PROSE}{lead_in}\n" + "\n".join(items) + "\n"
    assert [words for _, words in read(text)][1:] == [lead_in, *items]
    assert headings(text) == []


def test_att_lines_may_run_over() -> None:
    """A wrapped item stays whole, also where the second line is a short one, and the last may end anyhow."""
    text = (
        "Årsmötet har beslutat\n"
        "att byta till ledbelysning i den stora salen och i köket för allra högst\n"
        "30 000 kr,\n"
        "att se över brandskyddet i huset tillsammans med räddningstjänsten och\n"
        "att öva en gång.\n\nEkonomi\nBudgeten är i balans.\n"
    )
    made = [words for _, words in read(text)]
    assert made[0] == "Årsmötet har beslutat"
    assert [words[:9] for words in made[1:4]] == ["att byta ", "att se öv", "att öva e"]
    assert made[1].endswith("30 000 kr,")


def test_att_lines_without_commas() -> None:
    """A full line ends an item where no item has a comma, but not within "för att"."""
    items = [
        "att laga taket",
        "att hålla lokalen öppen varje torsdag för alla som bor i vår trakt",
        "att städa i maj",
        "att under hela året tillsammans med kommunen verka för vår bygd för",
        "att fler ska flytta hit",
    ]
    made = [words for _, words in read(PROSE + "Vi kommer\n" + "\n".join(items) + "\n")]
    assert made[1:] == ["Vi kommer", *items[:3], f"{items[3]} {items[4]}"]


def test_att_in_running_text_begins_nothing() -> None:
    """Full lines that happen to be broken before "att" are one paragraph."""
    text = (
        "Föreningen har enligt sina stadgar till ändamål att vårda bygden, samt\n"
        "att sprida kunskap om den till nya generationer, och vi hoppas därför\n"
        "att många vill vara med.\n"
    )
    assert len(read(text)) == 1


def test_att_lines_don_t_stretch_the_usual_distance() -> None:
    """Items with space between them say nothing of how far apart the lines of a paragraph stand."""
    words = ["Vi kommer", "att laga taket,", "att städa i maj,", "att öppna huset,", "att hålla möte."]
    lines = [Line(text=each, x=70.0, right=70.0 + 5 * len(each), gap=0.7 * (n > 0)) for n, each in enumerate(words)]
    full = Line(text="x" * 80 + ".", x=70.0, right=470.0, gap=1.4)
    assert len(blocks([full, *lines])) == 6


def test_a_list_without_marks_below_its_lead_in_has_no_headings() -> None:
    """The first line of a list that lost its bullets is no heading, nor is a lead-in with a sentence before it."""
    text = (
        "UNDERHÅLL\nGruppen har gjort en lista. I år gäller följande:\nMåla gaveln\nLaga rännorna före midsommar\n"
        "Slipa golvet\nKöpa in stolar\nEKONOMI\nBudgeten är i balans.\n"
    )
    assert headings(text) == ["UNDERHÅLL", "EKONOMI"]


def test_headings_below_a_colon_stay_headings() -> None:
    """Short lines with text below each are headings, whatever stands before them."""
    text = (
        "Vi arbetar med följande:\n\nUngdomar\nVi ordnar läger i juli varje år.\n\nLokalen\nVi målar om i maj.\n\n"
        "Miljö\nVi städar stranden.\n"
    )
    assert headings(text)[-3:] == ["Ungdomar", "Lokalen", "Miljö"]


def printed(text: str, *, bold: bool = False, gap: float = 0.0) -> Line:
    """A line of a page."""
    return Line(text=text, x=70.0, right=70.0 + 5 * len(text), size=11.0, bold=bold, gap=gap)


def test_words_with_a_colon_before_a_list_lead_it_in() -> None:
    """Where headings are bold, a plain line with a colon is none; below "Aktiviteter" it may be an area."""
    long = "Vi vill att alla som bor i bygden ska ha någonstans att mötas hela året."
    area = [printed("Trygghet", bold=True), printed("Vägen dit:"), printed("• Hålla möte"), printed("• Skriva brev")]
    vision = [printed("Vision", bold=True), printed(long), printed("Uppföljning", bold=True), printed(long)]
    made = blocks([*vision, *area])
    assert [each.text for each in made if isinstance(each, Heading)] == ["Vision", "Uppföljning", "Trygghet"]
    area[0] = printed("Aktiviteter", bold=True)
    made = blocks([*vision, *area])
    assert [each.text for each in made if isinstance(each, Heading)][-1] == "Vägen dit:"


def test_a_line_with_a_colon_that_comes_back_leads_in() -> None:
    """No two areas have one name."""
    text = "Trygghet\nVägen dit:\n- Hålla möte\n- Skriva brev\n\nHälsa\nVägen dit:\n- Gå ut\n- Gå hem\n"
    assert headings(text) == ["Trygghet", "Hälsa"]


@pytest.mark.parametrize(
    "text",
    [
        "Arkivgruppen spelar in samtal med fem äldre i bygden (ansvarig:\narkivgruppen).\n",
        "Arkivgruppen spelar in samtal med fem äldre i bygden (ansvarig:\nArkivgruppen och styrelsen).\n",
        "• Arkivgruppen spelar in samtal med fem äldre i bygden (ansvarig:\n  arkivgruppen).\n",
        "Vi har ett enda mål för det här året och det är det allra viktigaste:\nfler medlemmar.\n\nSlut.\n",
    ],
)
def test_a_line_that_happens_to_end_with_a_colon_goes_on(text: str) -> None:
    """An open bracket, or a full line whose sentence one more line ends, leads in nothing."""
    assert ":" in read(PROSE + text)[1][1][:-1]


def test_a_full_line_may_lead_in_a_list() -> None:
    """Several lines in small letters below a colon are a list."""
    text = "Vi har flera mål för det här året och de allra viktigaste av dem är:\nhålla möten.\nskriva brev.\n"
    assert [words for _, words in read(text)] == text.splitlines()


def test_numbers_go_on_behind_lettered_items() -> None:
    """`4.` after `a)` and `b)` is the fourth item, where some numbers of the list follow straight on."""
    text = (
        "1. Utbilda ledare\n   a) i mars\n   b) i maj\n2. Ordna läger\n3. Anmäla lag\n   a) herrar\n4. Städa\n\nSlut.\n"
    )
    made = blocks(text_lines(text))
    assert [each.number for each in made if isinstance(each, ListItem)] == ["1.", "a)", "b)", "2.", "3.", "a)", "4."]
    bullets = text.replace("a)", "–").replace("b)", "–")
    assert headings(bullets) == []


def test_numbered_headings_with_lists_stay_headings() -> None:
    """Numbers with bullets below each are headings as before."""
    text = "1. Barn\n• Ordna läger\n• Städa\n2. Lokalen\n• Måla\n• Laga\n3. Slut\nVi tackar för året som gått.\n"
    assert headings(text) == ["1. Barn", "2. Lokalen", "3. Slut"]


def test_paragraphs_stay_paragraphs() -> None:
    """None of this touches plain text."""
    assert [kind for kind, _ in read(f"Inledning\n{PROSE}\n{PROSE}")] == [Heading, Paragraph, Paragraph]


def test_headings_with_a_full_stop() -> None:
    """Known names and more space above than paragraphs have tell a heading that ends like a sentence."""
    text = (
        "PLAN FÖR 2025\n\n\nBakgrund.\n\nFöreningen äger sju hus i byn och vill bevara dem.\n\n\nByggnader.\n\n"
        "Taket på stugan läggs om.\n\nStängslet lagas.\n\n\nUtvärdering.\n\nStyrelsen går igenom planen i maj.\n"
    )
    assert headings(text) == ["PLAN FÖR 2025", "Bakgrund.", "Byggnader.", "Utvärdering."]
    tight = text.replace("\n\n\n", "\n\n")
    assert headings(tight) == ["PLAN FÖR 2025", "Bakgrund.", "Utvärdering."]


@pytest.mark.parametrize("lead_in", ["Samhällsföreningen ska under året", "Styrelsen har beslutat", "Vi vill"])
def test_words_with_a_verb_below_a_heading_lead_in(lead_in: str) -> None:
    """Without a colon the verb tells it, right below a heading that is seen to be one."""
    text = f"TRAFIK OCH MILJÖ\n{lead_in}\n- ordna en städdag,\n- mäta farten.\n\nTRIVSEL\n{PROSE}"
    assert headings(text) == ["TRAFIK OCH MILJÖ", "TRIVSEL"]


def test_several_names_below_one_heading_stay_headings() -> None:
    """Names with colons that each have their list are parts of what the heading names."""
    text = (
        f"VISION\n{PROSE}\nSYFTE\n{PROSE}\nUNGA OCH GAMLA\nUngdomar:\n- Ordna läger\n- Städa\nSeniorer:\n- Ordna dans\n"
        "- Baka\n"
    )
    assert headings(text) == ["VISION", "SYFTE", "UNGA OCH GAMLA", "Ungdomar:", "Seniorer:"]


def furniture(text: str) -> list[str]:
    """What stands beside the text."""
    return [" ".join(each.text.split()) for each in blocks(text_lines(text)) if isinstance(each, Furniture)]


@pytest.mark.parametrize(
    "head, title, found",
    [
        ("Byarnas nätverk – Årsplan", "Årsplan 2026\nByarnas nätverk", True),
        ("Årsplan 2026 | Byarnas nätverk", "Byarnas nätverk\nÅrsplan 2026", True),
        ("Byarnas nätverk       Årsplan", "Årsplan 2026\nByarnas nätverk", True),
        ("Byarnas nätverk", "Årsplan 2026\nByarnas nätverk", True),
        ("Byarnas nätverk", "Byarnas nätverk är en förening\nÅrsplan 2026", False),
        ("Årsplan – Byarnas nätverk", "Antagen den 1 mars 2026\nByarnas nätverk", False),
    ],
)
def test_the_head_of_a_single_page(head: str, title: str, found: bool) -> None:
    """A first line that only names what the next lines name is the page's head, not the title."""
    assert furniture(f"{head}\n\n{title}\n\nVision\n{PROSE}") == ([" ".join(head.split())] if found else [])


def test_heads_whose_sides_change_places() -> None:
    """On left and right pages the parts of a head stand the other way round."""
    text = (
        f"Plan 2026            Norra bygden\n\nVision\n{PROSE}\nSida 1 av 2\nNorra bygden            Plan 2026\n"
        "Vi möts varje månad.\nSida 2 av 2\n"
    )
    assert furniture(text) == ["Sida 1 av 2", "Norra bygden Plan 2026", "Sida 2 av 2"]


def test_heads_in_mid_text_without_page_numbers() -> None:
    """The first line that comes back within a sentence is a running head; a heading that comes back is not."""
    text = (
        f"Norra bygdens intresseförening\nVerksamhetsplan 2026\n\nAktiviteter\n{PROSE}Vi ska under året se till att"
        f" alla i bygden får\nNorra bygdens intresseförening\nbredband.\n\nAktiviteter\n{PROSE}\nSlut.\n"
    )
    assert furniture(text) == ["Norra bygdens intresseförening"]
    assert headings(text).count("Aktiviteter") == 2


def test_tabs_around_an_empty_cell() -> None:
    """Two tabs in a row are an empty cell where every line of the table has as many tabs."""
    text = "Vad\tVem\tNär\nStäddag vid sjön\t\tmaj\nDans\tFestkommittén\t\n\nSlut på planen.\n"
    table = blocks(text_lines(text))[0]
    assert isinstance(table, Table)
    assert table.rows[1:] == (("Städdag vid sjön", "", "maj"), ("Dans", "Festkommittén", ""))


def test_tabs_that_push_a_cell_to_its_column() -> None:
    """Where lines have different numbers of tabs, they only make room."""
    text = "Januari\t\tMöte i stugan\nSeptember\tKurs\nMaj\t\tStäddag\n"
    table = blocks(text_lines(text))[0]
    assert isinstance(table, Table)
    assert table.rows == (("Januari", "Möte i stugan"), ("September", "Kurs"), ("Maj", "Städdag"))


def test_a_heading_below_a_line_that_fills_its_width() -> None:
    """Without any blank lines a short line between a sentence's end and a beginning is a heading."""
    full = "Alla i bygden får ett erbjudande om att vara med på mötet på hösten."
    text = f"Vision\n{full}\nMedlemmar och möten\n{full}\nUppföljning\nPlanen följs upp i juni.\n"
    assert headings(text) == ["Vision", "Medlemmar och möten", "Uppföljning"]
    going_on = f"Vision\n{full} Kontakta\nLena Svensson\n{full}\n"
    assert headings(going_on) == ["Vision"]


def test_headings_with_letters() -> None:
    """`B. Skidor` after `A. Fotboll` is a heading also behind an item that fills its line."""
    full = "- Ordna en dag på torget för alla som bor i bygden (styrelsen)"
    text = f"A. Fotboll\n{full}\n- Städa\nB. Skidor\n- Spåra\n{full}\nC. Lokalen och styrelsen\n- Måla\n"
    assert headings(text) == ["A. Fotboll", "B. Skidor", "C. Lokalen och styrelsen"]


def test_initials_are_no_letters_of_headings() -> None:
    """Names with initials have no order."""
    assert "A. Svensson leder mötet" not in headings(
        f"{PROSE}Läger för alla barn i byn ordnas i juli av\nA. Svensson\n"
    )


def test_marks_nest_as_they_did_before() -> None:
    """Without indent a mark that once stood below another does so at the list's end, too."""
    made = blocks(text_lines("– Läger\n- resa\n- kock\n– Cup\n- buss\n\nUnga\n– Dans\n- musik\n"))
    assert [each.depth for each in made if isinstance(each, ListItem)] == [1, 2, 2, 1, 2, 1, 2]


def test_words_with_a_colon_below_a_goal_lead_in() -> None:
    """What stands between a goal and a list says how it is reached."""
    text = (
        "Trygghet\nMål: Alla ska känna sig trygga.\nVägen dit:\n- Hålla möte\n- Skriva brev\n\n"
        "Hälsa\nMål: Fler rör på sig.\nIndikator: Antal som går.\nSå når vi det:\n- Gå ut\n- Gå hem\n"
    )
    assert headings(text) == ["Trygghet", "Hälsa"]


def test_a_list_without_marks_may_have_long_items() -> None:
    """An item that runs over, or is no heading for its length, ends no list; a sentence does."""
    lines = [
        "Gruppen har gjort en plan som ser ut så här:",
        "Riva ut det gamla köket i februari",
        "Sätta in nya skåp, bänkar och vitvaror under mars och april, till en",
        "kostnad av högst 120 000 kr",
        "Invigning den 1 maj",
        "Utbildning för alla",
        "EKONOMI",
        "Budgeten är i balans.",
    ]
    assert headings("\n".join(lines)) == ["EKONOMI"]
    assert headings("\n\n".join(lines)) == ["EKONOMI"]


def test_lists_without_marks_below_names_with_space_around() -> None:
    """Lines close together below one that stands alone are its list, where the document has several of these."""
    text = (
        "Arbetsplan 2026\n\nHuset\n\nKlippa gräset\nOlja golvet\nByta takpannor\n\nSamlingarna\n\nFotografera\n"
        "Registrera 200 föremål\n\nUppföljning\n\nPlanen följs upp.\n"
    )
    assert headings(text) == ["Arbetsplan 2026", "Huset", "Samlingarna", "Uppföljning"]


def test_lines_of_a_title_are_no_list() -> None:
    """What stands close together at the top names the plan and its body."""
    text = f"Norra bygden\n\nVerksamhetsplan 2026\nNorra bygdens byalag\n\nVision\n\n{PROSE}"
    assert "Verksamhetsplan 2026" in headings(text)


def test_a_sentence_goes_on_behind_a_colon() -> None:
    """Times in small letters end the sentence; a verb would begin a list."""
    assert len(read("Bladet delas ut fyra gånger:\ni mars, i juni, i augusti och i december.\n\nSlut.\n")) == 2
    assert len(read("Under året ska vi:\nhålla möten.\n\nSlut.\n")) == 3


@pytest.mark.parametrize("bold", [True, False])
def test_one_list_without_marks_below_a_bold_name(bold: bool) -> None:
    """A single list may be chance below a plain line, but not below one that is seen to be a heading."""
    long = "Vi vill att alla som bor i bygden ska ha någonstans att mötas hela året."
    lines = [printed("Vision", bold=True), printed(long, gap=0.9), printed("Huset", bold=bold, gap=1.1)]
    lines += [printed("Måla gaveln", gap=0.9), printed("Laga taket"), printed("Slipa golvet"), printed("Köpa stolar")]
    made = blocks([*lines, printed("Uppföljning", bold=True, gap=1.1), printed(long, gap=0.9)])
    assert ("Måla gaveln" in [each.text for each in made if isinstance(each, Heading)]) is not bold


def test_names_above_att_lines_are_headings() -> None:
    """A name is no lead-in, and beside other lists one "att" is a list of its own."""
    text = (
        f"VERKSAMHET\n{PROSE}\nFiskevård\n  att sätta ut regnbåge\n  att rensa ån\n\nUngdom\n  att ordna fiskedag\n"
        "  att bjuda in skolan (ansvarig:\n  ungdomsledaren)\n\nTävlingar\n  att hålla mästerskap i mete\n"
    )
    assert headings(text) == ["VERKSAMHET", "Fiskevård", "Ungdom", "Tävlingar"]


def test_headings_that_ask() -> None:
    """Questions that are known for headings are some; others are text."""
    text = f"Plan 2026\n\nVad vill föreningen?\n{PROSE}\nVad gör vi under året?\n{PROSE}Frågor?\nRing oss.\n"
    assert headings(text) == ["Plan 2026", "Vad vill föreningen?", "Vad gör vi under året?"]
