"""The file that `helaplan new` writes: short, whole, and explained in Swedish where a board secretary will look."""

from __future__ import annotations

_STARTER = """\
# En verksamhetsplan i helaplans format. Rader som börjar med # är förklaringar; ta bort dem när du vill.
# Ändra texterna, kontrollera med: helaplan check FILEN
# Nycklarna (före kolon) är engelska och får inte ändras. Text med kolon i behöver citattecken: "Mål: fler byar".

helaplan: 1                     # formatets version
kind: plan
id: verksamhetsplan-{year}      # kort namn med a-z, 0-9 och bindestreck; samma som i följande års uppföljning
title: Verksamhetsplan {year}
language: sv

organisation:
  name: Föreningens namn        # byt ut
  level: county                 # national, interregional, county, district, municipal, local eller european

period:
  start: {year}-01-01
  end: {year}-12-31

status:
  state: draft                  # draft = utkast, proposed = förslag, adopted = antagen, revised = reviderad
  # by: årsmötet                # när planen är antagen: av vem, vilken dag och var
  # date: {year}-03-18
  # place: Örebro

visions:
  - text: |
      Hur ser det ut när vi har lyckats? Skriv ett par meningar. En tom rad börjar ett nytt stycke.

values:
  - text: Vad vår verksamhet bygger på.
    items: [demokrati, mångfald, hållbarhet, jämställdhet]

purposes:
  - text: Varför föreningen finns.

goals:
  - id: levande-bygder
    text: Det här vill vi uppnå.
    sdg: ["11"]                 # mål i Agenda 2030, inom citattecken

target_groups:
  - id: lokala-grupper
    text: Lokala grupper som är eller kan bli medlemmar.

areas:
  - id: kommunikation
    name: Kommunikation
    activities:
      - id: nyhetsbrev
        text: Ge ut digitalt nyhetsbrev minst tre gånger under året.
        targets:
          - {{at_least: 3, unit: nyhetsbrev, per: år, words: minst tre gånger}}
        schedule:
          - {{kind: months, months: [3, 6, 10], words: "mars, juni och oktober"}}
        responsible: [kommunikationsgruppen]
        goals: [levande-bygder]
        target_groups: [lokala-grupper]

  - id: samverkan
    name: Samverkan
    activities:
      - id: kommuntraff
        text: Bjuda in kommunerna till en träff om service på landsbygden.
        schedule:
          - {{kind: season, season: autumn, words: hösten}}
        responsible: [styrelsen]
        partners: [kommunen]
        budget: {{amount: "2000", currency: SEK}}
        goals: [levande-bygder]
        target_groups: [lokala-grupper]

partners:
  - {{id: kommunen, name: Kommunen, kind: municipality}}
"""


def starter(year: int) -> str:
    """The starter file for a calendar year. It has no finding in `check`."""
    return _STARTER.format(year=year)
