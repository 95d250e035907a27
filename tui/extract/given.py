"""First names and whether they are men's or women's: a table, read when it is first asked for.

The table `given.tsv` stands beside this module: a line of men's names, one of women's. It was made
of the lists of first names in Faker 40.63.0 (MIT licence, github.com/joke2k/faker), for the
languages below; `python -m tui.extract.given` makes it anew where that package is installed. A name
that both have somewhere has the gender it has in Italian, or is left out.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

_LOCALES = (
    "it_IT en_US en_GB fr_FR de_DE es_ES pt_PT pt_BR pl_PL ro_RO nl_NL sv_SE da_DK no_NO fi_FI "
    "hr_HR cs_CZ sk_SK sl_SI hu_HU tr_TR en_IN"
)
_TABLE = Path(__file__).with_name("given.tsv")
_LEAST = 3
"""Shorter names are left out: *Al*, *Li*."""


@cache
def genders() -> dict[str, str]:
    """`m` or `f` for each first name, in lower case."""
    found: dict[str, str] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        gender, _, names = line.partition("\t")
        found.update(dict.fromkeys(names.split(" "), gender))
    return found


def written() -> str:
    """The table, as the lists of names give it."""
    found: dict[str, set[str]] = {}
    italian: dict[str, set[str]] = {}
    for locale in _LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for gender, names in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in getattr(provider, names, ()):
                if len(name) >= _LEAST and name.replace("-", "").isalpha():
                    found.setdefault(name.lower(), set()).add(gender)
                    if locale == "it_IT":
                        italian.setdefault(name.lower(), set()).add(gender)
    known = {name: italian.get(name, genders) for name, genders in found.items()}
    out = ""
    for gender in "mf":
        listed = sorted(name for name, genders in known.items() if genders == {gender})
        out += f"{gender}\t{' '.join(listed)}\n"
    return out


if __name__ == "__main__":
    _TABLE.write_text(written(), encoding="utf-8")
