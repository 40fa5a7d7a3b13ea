"""Finding entry points: every distribution once, without importing anything, whatever lies about."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fake_site import GOOD, Site, make_site
from hypothesis import given
from hypothesis import strategies as st

from helaplan.plugins.discovery import Candidate, candidates, canonical
from helaplan.plugins.loading import decide

site = pytest.fixture(make_site)
BROKEN = "raise AssertionError('imported')"


def test_name_version_value(site: Site) -> None:
    """A candidate says what the metadata says, not what the folder is called, nor what the description quotes."""
    site.install("zz-good", GOOD, version="2.1.dev3", distribution="Helaplan-Good")
    assert candidates([str(site.folder)]) == (
        Candidate(name="zz-good", value="zz_good", distribution="Helaplan-Good", version="2.1.dev3"),
    )


def test_same_distribution_in_two_folders_is_once(site: Site, tmp_path: Path) -> None:
    """lib and lib64, or the same folder twice on sys.path: one plugin, the one that Python would import."""
    site.install("zz-good", GOOD)
    other = tmp_path / "other"
    site.install("zz-good", BROKEN, version="0.9", folder=other)
    link = tmp_path / "lib64"
    link.symlink_to(site.folder)
    found = candidates([str(site.folder), str(site.folder), str(link), str(other)])
    assert [each.version for each in found] == ["1.0"]


def test_distribution_in_front_hides_one_behind(site: Site, tmp_path: Path) -> None:
    """A newer version in front that is no longer a plugin hides the older one that was."""
    site.install("zz-good", GOOD, entries="[console_scripts]\nx = y:z\n")
    behind = tmp_path / "behind"
    site.install("zz-good", GOOD, version="0.9", folder=behind)
    assert candidates([str(site.folder), str(behind)]) == ()


def test_newest_leftover_of_an_upgrade_counts(site: Site, tmp_path: Path) -> None:
    """Metadata of an old version that an interrupted upgrade left in the same folder is passed over."""
    site.install("zz-good", GOOD, version="1.9")
    site.install("zz-good", GOOD, version="1.10")
    assert [each.version for each in candidates([str(site.folder)])] == ["1.10"]


def test_zip_is_seen(site: Site, tmp_path: Path) -> None:
    """A distribution in a zip file on sys.path is found and loaded; a scan of folders alone would miss it."""
    site.install("zz-good", GOOD)
    archive = tmp_path / "bundle.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for each in site.folder.rglob("*"):
            made.write(each, each.relative_to(site.folder))
    assert [each.name for each in candidates([str(archive)])] == ["zz-good"]


def test_egg_info_is_seen(site: Site) -> None:
    """Metadata as setuptools leaves it beside a source tree."""
    info = site.folder / "Old_Style.egg-info"
    info.mkdir()
    (info / "PKG-INFO").write_text("Metadata-Version: 1.0\nName: Old-Style\nVersion: 3\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[helaplan.v1]\nold = old_style\n", encoding="utf-8")
    assert candidates([str(site.folder)]) == (
        Candidate(name="old", value="old_style", distribution="Old-Style", version="3"),
    )


@pytest.mark.parametrize(
    "line", ["zz-broken", "zz-broken =", "zz-broken = not a module!", "= zz_broken", "zz-broken = a:"]
)
def test_malformed_entry_point_is_told_and_hinders_nobody(site: Site, line: str) -> None:
    """A malformed line is one finding that quotes it; the same file's other entries and other plugins still work."""
    site.install("zz-broken", BROKEN, entries=f"[helaplan.v1]\n{line}\n")
    site.install("zz-good", GOOD)
    host = site.host()
    assert "good" in [each.name for each in host.exporters()]
    (finding,) = host.findings
    assert finding.code == "plugin-bad-entry-point"
    assert finding.args["plugin"] == "zz-broken"
    assert str(finding.args["entry"]).strip() == line.removesuffix(" =")


@pytest.mark.parametrize("api", ["v0", "v2", "v1.1", "vx"])
def test_other_api_is_named_and_never_imported(site: Site, api: str) -> None:
    """A plugin for another version of the contract is listed with what it was made for; nothing of it runs."""
    site.install("zz-old", BROKEN, entries=f"[helaplan.{api}]\nzz-old = zz_old\n")
    host = site.host()
    host.exporters()
    (finding,) = host.findings
    assert (finding.code, finding.args["made_for"], finding.args["serves"]) == ("plugin-wrong-api", api, "v1")
    (row,) = host.plugins()
    assert (row.name, row.status) == ("zz-old", "wrong-api")
    assert "zz_old" not in sys.modules


def test_made_for_several_apis_is_fine(site: Site) -> None:
    """A distribution that serves our version and another one is simply served."""
    site.install("zz-good", GOOD, entries="[helaplan.v1]\nzz-good = zz_good\n[helaplan.v2]\nzz-good = zz_good_2\n")
    host = site.host()
    assert [(row.name, row.status) for row in host.plugins()] == [("zz-good", "ok")]
    assert host.findings == ()


@pytest.mark.parametrize("reverse", [False, True])
def test_two_distributions_with_one_plugin_name(site: Site, tmp_path: Path, reverse: bool) -> None:
    """Of two plugins with one name the same one wins whatever the order of sys.path; the other has a switch."""
    other = tmp_path / "other"
    site.install("one", GOOD, distribution="aaa", entries="[helaplan.v1]\nsame = one\n")
    site.install("two", BROKEN, distribution="bbb", entries="[helaplan.v1]\nSame = two\n", folder=other)
    folders = [str(site.folder), str(other)]
    from helaplan.plugins.host import Host

    host = Host(path=folders[::-1] if reverse else folders)
    assert [(row.distribution, row.status) for row in host.plugins()] == [("aaa", "ok"), ("bbb", "failed")]
    (finding,) = host.findings
    assert (finding.code, finding.args["winner"]) == ("plugin-twice", "aaa")
    assert finding.args["switch"] == "--disable-plugin bbb:Same"
    off = Host(path=folders, disabled=["bbb:Same"])
    assert [row.status for row in off.plugins()] == ["ok", "disabled"]
    assert off.findings == ()


def test_switched_off_is_never_imported(site: Site) -> None:
    """By its name however it is spelt, or by --no-plugins: no code of it runs, and it is listed as disabled."""
    site.install("zz-broken", BROKEN)
    for host in (site.host(disabled=["ZZ_Broken"]), site.host(plugins=False)):
        host.exporters()
        assert [(row.name, row.status) for row in host.plugins()] == [("zz-broken", "disabled")]
        assert host.findings == ()
    assert "zz_broken" not in sys.modules


def test_unreadable_places_are_passed_over(tmp_path: Path) -> None:
    """What doesn't exist, the current folder, and what is no path at all are no place for plugins."""
    odd: list[Any] = [str(tmp_path / "missing"), "", "\0", tmp_path, b"bytes", None]
    assert candidates(odd) == ()


def test_metadata_in_no_encoding(site: Site) -> None:
    """Bytes that are no UTF-8 in somebody's metadata end nothing."""
    site.install("zz-good", GOOD)
    info = site.folder / "odd-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_bytes(b"[helaplan.v1]\n\xff\xfe = odd\n")
    assert "zz-good" in [each.name for each in candidates([str(site.folder)])]


def test_nothing_installed_costs_no_import() -> None:
    """Without plugins neither importlib.metadata nor pluggy is imported by looking for them, nor by making a host."""
    script = (
        "import sys\nfrom helaplan.plugins.host import Host\nHost()\n"
        "from helaplan.plugins.discovery import candidates\ncandidates([])\n"
        "print({'importlib.metadata', 'pluggy', 'jsonschema'} & set(sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ)
    assert ended.stdout == "set()\n"


def test_core_formats_cost_no_discovery(site: Site) -> None:
    """What the core has is found without any plugin being imported."""
    site.install("zz-broken", BROKEN)
    host = site.host()
    assert host.output_format(".json").name == "json"
    assert host.output_format("markdown").name == "markdown"
    assert host.input_format(".TXT").name == "text"
    assert host.content("plan").name == "plan"
    assert host.findings == ()


NAMES = st.sampled_from(["a", "A", "b", "b_c", "b-c", ""])


@given(
    st.lists(
        st.builds(
            Candidate,
            name=NAMES,
            value=st.sampled_from(["m", "m:a", "", "no module"]),
            api=st.sampled_from(["v0", "v1", "v2"]),
            distribution=st.sampled_from(["d", "e", "F"]),
        ),
        unique=True,
    )
)
def test_one_winner_for_each_name(found: list[Candidate]) -> None:
    """Of all candidates with one name exactly one is to be loaded, if any is sound, and no other."""
    entries = decide(tuple(found), frozenset(), frozenset())
    loaded = [canonical(each.candidate.name) for each in entries if each.fault is None]
    sound = {canonical(each.name) for each in found if each.api == "v1" and each.target}
    assert sorted(loaded) == sorted(sound)
