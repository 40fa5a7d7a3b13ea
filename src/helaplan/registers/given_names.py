"""The commonest given names in Sweden, so that `(Karin Lund)` is told from `(Kils kommun)`.

Source: chosen by hand among names that are common in Sweden; the list of no authority. A name that is missing costs
little: other signs tell a person too.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    agnes agneta albert albin alexander alexandra alf ali alice alicia alina allan alma alva amanda amina amir amira
    anders andrea andreas andré anette angelica anita anja anki ann anna anne anneli annelie annie annika ante anton
    antonia arne arvid astrid august axel barbro bengt bent berit bernt bert bertil birger birgit birgitta bjarne
    björn bo bodil boel bosse britt britta börje calle camilla carin carina carl carola carolina caroline caspar
    catarina cecilia charlie charlotta charlotte christer christian christina christine christoffer claes claudia
    connie conny cornelia curt dagmar dagny dan daniel daniela david dennis desirée diana ebba ebbe edit edith
    edvard edvin egon einar eivor eleonor eleonora elias elin elina elis elisabet elisabeth elise ella ellen elof
    elsa elsie elvira emelia emelie emil emilia emily emma emmy enar engla erica erik erika erland erling ernst
    eskil ester esther eva evelina eveline evert fabian fanny fatima felicia felix filip filippa folke frans fredric
    fredrik fredrika frida fritz gabriel gabriella gerd gerda gert gittan glenn greger greta gun gunborg gunhild
    gunilla gunnar gunnel gunvor gustaf gustav gusten göran gösta göta göte hadi hampus hanna hannah hannes hans
    harald harry hassan hasse hedda hedvig helen helena helene helga helge helmer henning henric henrik henry
    herbert herman hilda hillevi hilma hjalmar holger hugo håkan ian ibrahim ida idris inez inga inge ingeborg
    ingegerd ingegärd ingela ingemar inger ingmar ingrid ingvar irene iris irma isa isabella isabelle isak ivan ivar
    iwona jack jacob jakob jan jane janet janne jannike jasmin jasmine jeanette jennie jenny jens jerker jerry
    jesper jessica jill jimmie jimmy joakim joel johan johanna johannes john johnny jon jonas jonathan jonna jonny
    josef josefin josefine josephine judith julia julian jörgen kaisa kaj kajsa kalle karim karin karl karolina
    kasper katarina kate katja kenneth kent kerstin kevin khadija kicki kim kjell klara klas klaus knut krister
    kristian kristin kristina kristoffer kurt laila lars lasse leif leila lena lennart leo leon leonard liam lilian
    lillemor lilly lina linda linn linnea linnéa linus lisa lisbet lisbeth liselott liselotte lisen lotta lottie
    louise lova love lovisa lucas ludvig lukas lydia magdalena magnus mahmoud maja majken malena malin malte marcus
    margareta margaretha margit maria mariana marianne marie marika marina marita markus martin martina mary
    mathilda matilda mats matteus matthias mattias maud max maximilian melina melissa melker melvin mia michael
    michaela mikael mikaela milla milo mirjam moa mohamed mohammad mohammed mona monica monika morgan mustafa märit
    märta måns nadia nadja natalie nathalie nicklas nicole nikita niklas nils nina ninni nisse noah noel noomi nora
    ola olav olga olle olof olov oscar oskar osman otto ove owe paul paula pauline pehr pelle per pernilla peter
    petra petter pia pierre pontus ragnar ragnhild ralf ramona rebecca rebecka reine reinhold richard rickard rikard
    rita robert robin roger roine roland rolf ronja ronnie ronny rosa roy rune rut rutger ruth sabina sabine saga
    sally samir samuel sandra sanna sara sarah sebastian selma sigbritt sigge signe sigrid sigurd sigvard simon siri
    siv sixten sofia sofie sonja sophia stefan stella sten stig stina sture sune susann susanna susanne suzanne
    svante svea sven sylvia synnöve sören tage tanja ted teodor teresa terese theo theodor therese therése thomas
    thommy thorbjörn tilda tim timo tina tobias tomas tomasz tommy tony tor torbjörn tord tore torgny torkel torsten
    tova tove tuva tyra ulf ulla ulrica ulrik ulrika uno urban ursula valter vanja vera verner veronica veronika
    vicky victor victoria viktor viktoria vilhelm ville vilma vincent viola vivan viveca viveka walter wilhelm
    william wilma ylva yngve yusuf yvonne zahra zara älva åke åsa örjan östen
    """.split()
)

#: Names that are other words too where they stand alone ("Maj", "Dag"); with a surname they are names.
OTHER_WORDS = frozenset({"dag", "jan", "liv", "love", "maj", "my", "rosa", "runa", "saga", "sol", "vide"})
_ALL = GIVEN_NAMES | OTHER_WORDS


def is_given_name(word: str, *, alone: bool = False) -> bool:
    """Whether a word is a common given name: `Karin`, `Anna-Karin`, `Maj-Britt`.

    `alone` asks of a word without a surname, where names that are other words too don't count.
    """
    plain = word.casefold()
    if alone and plain in OTHER_WORDS:
        return False
    return plain in _ALL or ("-" in plain and _is_double(plain))


def _is_double(plain: str) -> bool:
    first, _, last = plain.partition("-")
    return all(part in _ALL for part in (first, last))
