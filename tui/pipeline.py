"""The story of an article, in one page: read, split, analyse, translate."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tui.document import (
    Article,
    Document,
    Echo,
    Language,
    PartialDate,
    Sentence,
    Span,
    Translation,
)
from tui.extract import detect_language, split_sentences
from tui.sources import SourceError, read

if TYPE_CHECKING:
    from tui.library import State
    from tui.lookup import Shelf
    from tui.settings import Places, Settings
    from tui.settings.fields import SourceSettings
    from tui.translate import Desk, EngineConfig, Memory, Translator

SEED_TRANSLATION = "*.it-en.tmx"


def open_source(
    location: str,
    *,
    offline: bool = False,
    language: Language | None = None,
    published: PartialDate | None = None,
    stdin: BinaryIO | None = None,
    cancel: threading.Event | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    limits: SourceSettings | None = None,
) -> Document:
    """The article at `location` with its paragraphs and sentences, not yet analysed.

    `language` and `published` overrule what the source says; `limits` are those of the network.

    Raises:
        SourceError: it could not be read, or is neither Italian nor English.
    """
    from tui.sources.request import limits_of

    draft = read(
        location,
        offline=offline,
        stdin=stdin,
        cancel=cancel,
        progress=progress,
        limits=limits_of(limits) if limits else None,
    )
    spoken = language or detect_language(draft.text) or draft.language
    if spoken is None:
        raise SourceError(
            "it seems to be neither Italian nor English; say which with --language it or en"
        )
    article = Article(
        text=draft.text,
        origin=draft.origin,
        language=spoken,
        title=draft.title,
        byline=draft.byline,
        published=published or draft.published,
    )
    sentences = split_sentences(draft.text, draft.paragraphs, spoken)
    return Document(article, draft.paragraphs, sentences)


def name_of(location: str) -> str:
    """A source as a message names it: without the password an address may hold."""
    from tui.sources.reasons import address_for_people

    return "standard input" if location == "-" else address_for_people(location)


def why_not(location: str, error: SourceError) -> str:
    """Why a source could not be read, in one line that names it once."""
    told, name = str(error), name_of(location)
    return told if told.startswith(f"{name}: ") else f"{name}: {told}"


def analyse(document: Document) -> Document:
    """The document with its quotes, and its dates resolved against the article's own date."""
    from tui.extract import find_quotes

    article = document.article
    quotes = find_quotes(article.text, document.paragraphs, document.sentences, article.language)
    return redate(document.with_findings(quotes=quotes))


def redate(document: Document, published: PartialDate | None = None) -> Document:
    """The document with its dates resolved anew; against `published` when it is given."""
    from tui.extract import find_dates

    if published is not None:
        document = document.with_published(published)
    article = document.article
    return document.with_findings(
        dates=find_dates(article.text, document.sentences, article.language, article.published)
    )


def engine_config(
    settings: Settings, places: Places | None = None, engine: str | None = None
) -> EngineConfig:
    """What the settings say about engines, and where models are; with `engine`, that one alone."""
    from tui.translate import EngineConfig, Patience

    chosen = settings.translation
    return EngineConfig(
        order=(engine,) if engine else chosen.engines,
        libre_address=chosen.libre_address or None,
        keys=chosen.keys,
        email=chosen.mymemory_email or None,
        region=chosen.microsoft_region or None,
        models=places.models if places else None,
        model_folders=tuple(map(_folder, chosen.model_folders)),
        patience=Patience(
            connect=chosen.connect_seconds,
            read=chosen.read_seconds,
            total=chosen.total_seconds,
            pause=chosen.pace,
        ),
    )


def _folder(written: str) -> Path:
    try:
        return Path(written).expanduser()
    except RuntimeError:  # a user without a home
        return Path(written)


def open_desk(
    settings: Settings,
    places: Places,
    state: State,
    *,
    offline: bool,
    engine: str | None = None,
) -> Desk:
    """The translation desk of the settings: the memory, then the engines in their order.

    The translations that ship with the seed articles are in the memory. With `engine`, that
    engine alone is asked after it.
    """
    from tui.translate import Desk, Memory

    def engines() -> Sequence[Translator]:
        from tui.translate import build_engines

        return build_engines(engine_config(settings, places, engine))

    memory = Memory(places.memory)
    load_seed_memory(memory, places.seeds)
    return Desk(
        memory, engines, consented=state.has_consent, offline=offline, detect=detect_language
    )


def load_seed_memory(memory: Memory, seeds: Path) -> None:
    """Put the translations that ship with the seed articles into the memory, once."""
    for path in sorted(seeds.glob(SEED_TRANSLATION)):
        memory.import_once(path)


def open_shelf(settings: Settings, places: Places) -> Shelf:
    """The dictionaries of the settings, of Edicola's own folder and of the system."""
    from tui.lookup import Shelf

    chosen = settings.lookup
    own = [Path(os.path.expanduser(folder)) for folder in chosen.folders if folder]  # noqa: PTH111 (it never raises)
    return Shelf([*own, places.dictionaries, *map(Path, chosen.system_folders)])


def translate(
    document: Document,
    desk: Desk,
    *,
    post: Callable[[Mapping[int, Translation]], None] | None = None,
    cancel: threading.Event | None = None,
) -> Document:
    """The document with every sentence in a state: translated, remembered, failed or same."""
    done: dict[int, Translation] = {}

    def collect(new: Mapping[int, Translation]) -> None:
        done.update(new)
        if post is not None:
            post(new)

    desk.run(document, start=lambda: 0, post=collect, cancel=cancel or threading.Event())
    return document.with_translations(done)


def find_echoes(
    document: Document, sentences: Collection[int], cancelled: Callable[[], bool] = lambda: False
) -> list[Echo]:
    """The quotes and dates of some sentences, found again in their translations."""
    from tui.extract import find_dates
    from tui.translate.spans import echoes_of

    def dates_in(text: str) -> list[tuple[Span, str]]:
        whole = Sentence(Span(0, len(text)), 0)
        found = find_dates(text, (whole,), document.target, document.article.published)
        return [(mention.span, mention.value) for mention in found]

    return echoes_of(document, sentences, dates_in, cancelled)
