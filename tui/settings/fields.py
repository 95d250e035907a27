"""What a person can set, with the documentation and the limits of each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

View = Literal["italian", "english", "both"]


class Rule(NamedTuple):
    """What is said of a field in the commented default, and what a value must satisfy."""

    doc: str
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float = 1e9
    secret: bool = False
    """The value is never repeated in a message."""
    example: str = ""
    """A line of TOML shown where the default says nothing: that of an empty table."""


def _says(doc: str, **rule: Any) -> dict[str, Rule]:
    """A field's rule; its documentation stands here once, for readers of code and of TOML."""
    return {"rule": Rule(doc, **rule)}


@dataclass(frozen=True)
class Reading:
    """How an article is shown."""

    view: View = field(
        default="both",
        metadata=_says(
            "What a newly opened article shows: italian, english, or both side by side.",
            choices=("italian", "english", "both"),
        ),
    )
    theme: str = field(default="", metadata=_says("The name of a theme; empty: the one used last."))
    sidebar: bool = field(
        default=True, metadata=_says("Whether the sidebar with quotes and dates is shown.")
    )
    sidebar_width: int = field(
        default=36, metadata=_says("The sidebar's width, in cells.", least=20, most=120)
    )
    measure: int = field(
        default=88,
        metadata=_says("The widest a column of text becomes, in cells.", least=20, most=400),
    )


@dataclass(frozen=True)
class TranslationSettings:
    """Who translates what the translation memory does not hold."""

    engines: tuple[str, ...] = field(
        default=("auto",),
        metadata=_says(
            "The engines, in the order they are asked; `edicola engines` lists them all. The word\n"
            "auto stands for: firefox, argos, libre (with an address), deepl (with a key),\n"
            "google, mymemory, apertium.\n"
            "Nothing is sent over the network before you have agreed to a host."
        ),
    )
    model_folders: tuple[str, ...] = field(
        default=(),
        metadata=_says(
            "Other folders with translation models, a stick's for example; `edicola models list`\n"
            "shows what is found in them."
        ),
    )
    models_address: str = field(
        default="",
        metadata=_says(
            "Where `edicola models install` fetches models: the address of a list of records, or\n"
            "of a mirror's folder. Empty: Mozilla's list. EDICOLA_MODELS_ADDRESS serves too."
        ),
    )
    libre_address: str = field(
        default="",
        metadata=_says("The address of a LibreTranslate server, for the engine `libre`."),
    )
    mymemory_email: str = field(
        default="",
        metadata=_says("An address MyMemory may know you by; it then translates more a day."),
    )
    microsoft_region: str = field(
        default="", metadata=_says("The region of the Microsoft account, such as westeurope.")
    )
    pace: float = field(
        default=0.4,
        metadata=_says("The least time between two requests to one host, in seconds.", most=60),
    )
    connect_seconds: float = field(
        default=5.0,
        metadata=_says(
            "How long to wait for a translation server to answer the door.", least=0.1, most=120
        ),
    )
    read_seconds: float = field(
        default=15.0,
        metadata=_says("How long to wait for a translation, in seconds.", least=0.1, most=600),
    )
    total_seconds: float = field(
        default=25.0,
        metadata=_says("How long one request may take altogether.", least=0.1, most=600),
    )
    keys: Mapping[str, str] = field(
        default_factory=dict,
        repr=False,
        metadata=_says(
            "The keys of engines that ask for one. The environment serves too, and keeps them out\n"
            "of this file: EDICOLA_DEEPL_KEY and so on.",
            secret=True,
            example='deepl = "…"',
        ),
    )


@dataclass(frozen=True)
class SourceSettings:
    """How much, and for how long, is read before Edicola gives up."""

    page_megabytes: float = field(
        default=10.0,
        metadata=_says(
            "The largest page that is fetched, in millions of bytes.", least=0.01, most=50
        ),
    )
    connect_seconds: float = field(
        default=5.0,
        metadata=_says("How long to wait for a server to answer the door.", least=0.1, most=120),
    )
    read_seconds: float = field(
        default=15.0,
        metadata=_says("How long a server may be silent, in seconds.", least=0.1, most=600),
    )
    total_seconds: float = field(
        default=30.0,
        metadata=_says("How long a page may take altogether, in seconds.", least=0.1, most=600),
    )


@dataclass(frozen=True)
class LookupSettings:
    """Where the dictionaries for a word under the cursor are: those of dictd and of StarDict."""

    folders: tuple[str, ...] = field(
        default=(),
        metadata=_says(
            "Folders with dictionaries of yours: .index with .dict or .dict.dz (dictd), .ifo with\n"
            ".idx and .dict or .dict.dz (StarDict). The folder `dictionaries` beside the\n"
            "translation memory is looked into without being named."
        ),
    )
    system_folders: tuple[str, ...] = field(
        default=("/usr/share/dictd", "/usr/share/stardict/dic"),
        metadata=_says("Where the system's own dictionaries are."),
    )


@dataclass(frozen=True)
class SyncSettings:
    """A server that keeps the feeds, and what was read, for several machines."""

    address: str = field(
        default="",
        metadata=_says(
            "A server that speaks the Google Reader API, FreshRSS or Miniflux for example:\n"
            "https://example.org/api/greader.php, or the address of the site. Empty: none."
        ),
    )
    user: str = field(default="", metadata=_says("The name of the account there."))
    password: str = field(
        default="",
        repr=False,
        metadata=_says(
            "The password for the API. EDICOLA_SYNC_PASSWORD keeps it out of this file.",
            secret=True,
        ),
    )


@dataclass(frozen=True)
class Settings:
    """Everything a person can set, checked; what the file leaves out has its default."""

    offline: bool = field(
        default=False, metadata=_says("Never open a connection, as with --offline.")
    )
    reading: Reading = field(default_factory=Reading)
    translation: TranslationSettings = field(default_factory=TranslationSettings)
    sources: SourceSettings = field(default_factory=SourceSettings)
    lookup: LookupSettings = field(default_factory=LookupSettings)
    sync: SyncSettings = field(default_factory=SyncSettings)
    keys: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_says(
            "Other keys for the reader's commands; `?` in the reader shows their names.\n"
            "Several keys are separated by commas.",
            example='cycle-view = "v"',
        ),
    )


class Problem(NamedTuple):
    """Something wrong in the settings file, and what was done about it."""

    file: Path
    line: int | None
    """From 1; None when the whole file is meant."""
    key: str
    """`reading.view`; empty when the whole file is meant."""
    message: str
    """What is wrong and what is used instead, in one line."""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else str(self.file)
        return ": ".join(part for part in (where, self.key, self.message) if part)
