"""The look of the page: light and dark, phone and paper. Every pair of colours has at least 4.5 : 1."""

_LIGHT = {
    "ground": "#f6f7f5",
    "card": "#ffffff",
    "shade": "#eef1ee",
    "ink": "#1b1f24",
    "muted": "#4d5561",
    "rule": "#c3c9d1",
    "link": "#0b5a8a",
    "accent": "#20573a",
    "band": "#26323f",
}
_DARK = {
    "ground": "#14181c",
    "card": "#1d2329",
    "shade": "#262d35",
    "ink": "#eceff2",
    "muted": "#b4bdc7",
    "rule": "#46505b",
    "link": "#8cc8f2",
    "accent": "#93d6ab",
    "band": "#3a4653",
}
#: The tones of drawings on dark ground; dark text stands on them.
_DARK_TONES = ("#8ec5ff", "#ff9d8a", "#86d69a", "#d8aef5", "#f0c05a", "#6fd3e3", "#ff9ac6", "#c3c9d4")


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _drawings() -> str:
    tones = "\n".join(
        f"  svg .tone-{n} {{ fill: {tone}; }} svg .tone-line-{n} {{ stroke: {tone}; }}"
        for n, tone in enumerate(_DARK_TONES, start=1)
    )
    return f"{tones}\n  svg .on-tone {{ fill: #14181c; }}"


STYLE = f"""\
:root {{ color-scheme: light dark; {_variables(_LIGHT)} }}
@media (prefers-color-scheme: dark) {{
  :root {{ {_variables(_DARK)} }}
}}
* {{ box-sizing: border-box; }}
html {{ scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }}
@media (prefers-reduced-motion: reduce) {{ html {{ scroll-behavior: auto; }} }}
body {{ margin: 0; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }}
main {{ max-width: 60rem; margin: 0 auto; padding: 1rem clamp(0.75rem, 4vw, 3rem) 4rem; }}
main:focus {{ outline: none; }}
[hidden] {{ display: none !important; }}
:focus-visible {{ outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }}
.skip {{ position: absolute; left: -100vw; top: 0; padding: 0.75rem 1rem; background: var(--card); z-index: 1; }}
.skip:focus {{ left: 0; }}
a {{ color: var(--link); text-underline-offset: 0.2em; }}
h1, h2, h3, h4, h5, h6 {{ line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; scroll-margin-top: 1rem; }}
h1 {{ font-size: clamp(1.7rem, 5vw, 2.6rem); margin: 1.5rem 0 0.5rem; }}
h2 {{ font-size: clamp(1.35rem, 3.6vw, 1.75rem); color: var(--accent); border-bottom: 2px solid currentColor;
  padding-bottom: 0.25rem; margin-top: 3rem; }}
h3 {{ font-size: 1.25rem; }}
h4, h5, h6 {{ font-size: 1.0625rem; }}
p {{ margin: 0 0 0.75rem; max-width: 42rem; }}
.subtitle {{ font-size: 1.15rem; color: var(--muted); }}
ul {{ margin: 0 0 1rem; padding-left: 1.4rem; }}
li {{ margin: 0 0 0.6rem; }}
li > p {{ margin-bottom: 0.3rem; }}
li.numbered {{ list-style: none; margin-left: -1.4rem; }}
.number {{ font-weight: 600; }}
[data-unit] {{ list-style: none; margin: 0 0 0.75rem -1.4rem; padding: 0.8rem 1rem 0.6rem; background: var(--card);
  border: 1px solid var(--rule); border-left: 4px solid var(--accent); border-radius: 6px; }}
[data-unit] > :last-child {{ margin-bottom: 0; }}
[data-unit].numbered {{ margin-left: -1.4rem; }}
dl {{ margin: 0.3rem 0 0.75rem; font-size: 0.97rem; }}
dl > div {{ padding: 0.1rem 0 0.1rem 9.75rem; display: flow-root; }}
dt {{ color: var(--muted); float: left; width: 9.5rem; margin-left: -9.75rem; }}
dt::after {{ content: ":"; }}
dd {{ margin: 0; display: inline; }}
dd:not(:last-child):not(:has(.chip))::after {{ content: "; "; }}
.chip {{ display: inline-block; margin: 0.1rem 0.3rem 0.1rem 0; padding: 0.05rem 0.6rem; border-radius: 1rem;
  font-weight: 600; font-size: 0.9rem;  print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
.contents {{ background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 0.75rem 1.25rem;
  margin: 1.5rem 0; }}
.contents h2 {{ font-size: 1.05rem; margin: 0 0 0.4rem; border: 0; padding: 0; color: var(--ink); }}
.contents ul {{ list-style: none; margin: 0; padding: 0; }}
.contents ul ul {{ padding-left: 1.2rem; }}
.contents li {{ margin: 0; }}
.contents a {{ display: inline-block; padding: 0.15rem 0; min-height: 1.75rem; }}
.filter {{ background: var(--shade); border: 1px solid var(--rule); border-radius: 6px; padding: 0.75rem 1.25rem 1rem;
  margin: 2.5rem 0 0; }}
fieldset {{ border: 0; margin: 0; padding: 0; min-width: 0; display: grid; gap: 0.75rem 1rem; align-items: end;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }}
legend {{ font-weight: 700; padding: 0; margin-bottom: 0.5rem; }}
label {{ display: block; font-size: 0.95rem; }}
select, button {{ font: inherit; color: inherit; background: var(--card); border: 1px solid var(--muted);
  border-radius: 4px; padding: 0.45rem 0.6rem; min-height: 2.75rem; width: 100%; }}
button {{ cursor: pointer; font-weight: 600; }}
[role="status"] {{ margin: 0.75rem 0 0; font-weight: 600; }}
[role="status"]:empty {{ margin: 0; }}
figure {{ margin: 1.5rem 0; }}
.picture, .scroll {{ overflow-x: auto; }}
.picture {{ background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 0.5rem; }}
.picture svg {{ display: block; width: 100%; min-width: 40rem; height: auto; }}
figcaption {{ color: var(--muted); margin: 0.5rem 0; }}
summary {{ cursor: pointer; padding: 0.4rem 0; min-height: 2.25rem; color: var(--link); font-weight: 600; }}
table {{ border-collapse: collapse; width: 100%; font-size: 0.95rem; overflow-wrap: normal; margin: 0 0 1rem; }}
caption {{ text-align: left; color: var(--muted); padding: 0.25rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.45rem 0.6rem; border: 1px solid var(--rule); }}
td {{ background: var(--card); overflow-wrap: break-word; min-width: 5rem; }}
th {{ background: var(--shade); }}
.long {{ overflow-wrap: anywhere; min-width: 12rem; }}
svg .paper {{ fill: var(--card); }} svg .shade {{ fill: var(--shade); }} svg .ink {{ fill: var(--ink); }}
svg .muted {{ fill: var(--muted); }} svg .rule {{ stroke: var(--rule); }} svg .month {{ fill: var(--band);
  stroke: var(--card); }}
@media (prefers-color-scheme: dark) {{
{_drawings()}
}}
@media (max-width: 30rem) {{
  body {{ font-size: 1rem; }}
  dl > div {{ padding: 0.2rem 0; }}
  dt {{ font-size: 0.9rem; float: none; width: auto; margin: 0; }}
}}
@media print {{
  :root {{ {_variables({**_LIGHT, "ground": "#ffffff"})} }}
  @page {{ margin: 18mm 16mm; }}
  body {{ font-size: 10.5pt; line-height: 1.45; }}
  main {{ max-width: none; padding: 0; }}
  [data-furniture]:not(.chip [data-furniture]), summary {{ display: none !important; }}
  h1, h2, h3, h4 {{ break-after: avoid; }}
  h2 {{ margin-top: 1.5rem; }}
  li, tr, figure .picture {{ break-inside: avoid; }}
  [data-unit] {{ border-color: #999; padding: 0.4rem 0.7rem; margin-bottom: 0.4rem; }}
  .picture, .scroll {{ overflow: visible; border: 0; padding: 0; }}
  .picture svg {{ min-width: 0; max-height: 245mm; }}
  thead {{ display: table-header-group; }}
  a {{ color: inherit; }}
}}
"""
