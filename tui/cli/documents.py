"""`edicola extract` and `edicola translate`: articles printed, no screen opened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from tui.cli.output import complain, is_terminal, say
from tui.cli.session import Session, article_date, complain_of, open_session, wrong_usage
from tui.document import Document, Language, State, Translation

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.cli.desk import OpenDesk

MARK = "[not translated]"


def extract(options: Options) -> int:
    """Print every source in the format asked for; 1 when some could not be read."""
    if options.translate is None and (options.engine or options.agree):
        raise wrong_usage("--engine and --agree need --translate it or --translate en")
    session = open_session(options)
    complain_of(session)
    status = 0
    with _desk(session, options, wanted=options.translate is not None) as desk:
        write = _writer(options)
        for source, document in _read(session, options):
            if document is None:
                status = 1
                continue
            if options.explain:
                from tui.cli.explaining import explanation

                say(explanation(document, source))
                continue
            from tui.pipeline import analyse

            document = _put_right(session, analyse(document))
            if desk is not None:
                document = _translated(document, desk, options.translate, source)
            write(document)
    return status


def _put_right(session: Session, document: Document) -> Document:
    """The document with what its reader has corrected; nothing is written, or made, for it."""
    if not session.places.state.exists():
        return document
    from tui.document import corrected
    from tui.library import State

    return corrected(document, State(session.places.state).corrections(document.id))


def translate(options: Options) -> int:
    """Print the translation of every source; 1 when a source, or a sentence of one, is missing."""
    session = open_session(options)
    complain_of(session)
    status = 0
    with _desk(session, options, wanted=True) as desk:
        printed = False
        for source, document in _read(session, options):
            if document is None or desk is None:
                status = 1
                continue
            document = _translated(document, desk, options.to, source)
            if _untranslated(document):
                status = 1
            say(("\n" if printed else "") + "\n\n".join(_paragraphs(document)))
            printed = True
    return status


def _desk(
    session: Session, options: Options, *, wanted: bool
) -> AbstractContextManager[OpenDesk | None]:
    if not wanted:
        return nullcontext()
    from tui.cli.desk import open_desk

    return open_desk(session, options)


def _read(session: Session, options: Options) -> Iterator[tuple[str, Document | None]]:
    """Each source with its document, or None after what is wrong with it has been said."""
    from tui.pipeline import open_source, why_not
    from tui.sources import SourceError

    published = article_date(options)
    for source in options.sources:
        try:
            document = open_source(
                source,
                offline=session.offline,
                language=options.language,
                published=published,
                limits=session.settings.sources,
            )
        except SourceError as error:
            complain(why_not(source, error))
            yield source, None
        else:
            yield source, document


def _writer(options: Options) -> Callable[[Document], None]:
    """What prints a document, and what stands between it and the next."""
    if options.format == "markdown":
        from tui.export import to_markdown

        printed = False

        def write(document: Document) -> None:
            nonlocal printed
            say(("\n" if printed else "") + to_markdown(document), end="")
            printed = True

        return write
    from tui.export import to_json_text

    alone = options.format == "json" and len(options.sources) == 1
    indented = alone and is_terminal(sys.stdout)
    return lambda document: say(to_json_text(document, indented=indented))


def _translated(document: Document, desk: OpenDesk, target: Language, source: str) -> Document:
    """The document with a translation, or the reason why there is none, for every sentence."""
    if target == document.article.language:
        return document.with_translations(
            {
                index: Translation(target, document.words(sentence.span), State.SAME)
                for index, sentence in enumerate(document.sentences)
            }
        )
    from tui.pipeline import translate

    desk.settle(document)
    document = translate(document, desk.desk)
    missing = _untranslated(document)
    if missing:
        from tui.pipeline import name_of

        reasons = "; ".join(dict.fromkeys(each.reason or "no reason given" for each in missing))
        total = len(document.sentences)
        told = f"{len(missing)} of {total} sentences not translated: {reasons}"
        complain(f"{name_of(source)}: {told}")
    _tell_what_to_read_with_care(document, source)
    return document


def _tell_what_to_read_with_care(document: Document, source: str) -> None:
    """Say how many sentences lost or gained something, and how many are rough or adapted."""
    made = [each for each in document.translations if each is not None and each.has_text]
    flagged = [each for each in made if each.flags]
    counts = [
        (len(flagged), "flagged (a number, date, name or quotation mark differs)"),
        (sum(each.rough for each in made), "rough (translated by rules)"),
        (sum(each.adapted for each in made), "adapted (remembered with other numbers or signs)"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in counts if count)
    if told:
        from tui.pipeline import name_of

        complain(f"{name_of(source)}: of {len(made)} translated sentences, {told}")


def _untranslated(document: Document) -> list[Translation]:
    return [each for each in document.translations if each is not None and not each.has_text]


def _paragraphs(document: Document) -> Iterator[str]:
    """The translation of each paragraph; what has none is marked, never passed off as one."""
    for indices in document.paragraph_sentences:
        said = []
        for index in indices:
            translation = document.translations[index]
            if translation is not None and translation.text is not None:
                said.append(translation.text)
            else:
                words = " ".join(document.words(document.sentences[index].span).split())
                said.append(f"{MARK} {words}")
        if said:
            yield " ".join(said)
