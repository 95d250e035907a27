"""Services that take a list of sentences and return a list: LibreTranslate and DeepL, in JSON."""

from __future__ import annotations

from typing import Any, ClassVar

from tui.document import Language
from tui.translate.deep import prepare
from tui.translate.network import ServiceError
from tui.translate.online import OnlineEngine, as_lines
from tui.translate.transport import Http

_http = Http()


class Libre(OnlineEngine):
    """LibreTranslate at an address of the reader's choice.

    Servers that speak its protocol without lists are asked through deep_translator.
    """

    id = "libre"
    label = "LibreTranslate"
    budget = 1800
    longest = 20_000
    variables = ("EDICOLA_LIBRE_KEY", "LIBRE_API_KEY")
    _takes_lists = True

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        if self._takes_lists:
            try:
                got = self._fetch_list(lines, source, target)
            except ServiceError as error:
                if error.blame != "request":
                    raise
                got = None
            if got is not None:
                return got
        answer = self._fetch_text(lines, source, target)
        self._takes_lists = False
        return answer

    def _fetch_list(self, lines: list[str], source: Language, target: Language) -> list[str] | None:
        body = {"q": lines, "source": source, "target": target, "format": "text"}
        if self._key:
            body["api_key"] = self._key
        answer = _http.post(f"{self.address.rstrip('/')}/translate", json=body).json()
        translated = answer.get("translatedText") if isinstance(answer, dict) else None
        return _texts(translated) if isinstance(translated, list) else None

    def _fetch_text(self, lines: list[str], source: Language, target: Language) -> list[str]:
        prepare()
        from deep_translator import LibreTranslator

        # It insists on a key even where none is wanted, and on the final stroke.
        translator = LibreTranslator(
            source,
            target,
            api_key=self._key or "none",
            custom_url=f"{self.address.rstrip('/')}/",
        )
        return as_lines(translator.translate("\n".join(lines)))


class DeepL(OnlineEngine):
    """DeepL with a key; the key of a free account ends in `:fx` and has a host of its own.

    The key goes into a header: the service no longer takes it in the address, where
    deep_translator puts it. Sentences are translated one by one in the context of their group.
    """

    id = "deepl"
    label = "DeepL"
    budget = 8000
    longest = 60_000
    needs_key = True
    variables = ("EDICOLA_DEEPL_KEY", "DEEPL_API_KEY", "DEEPL_AUTH_KEY")
    codes: ClassVar[dict[Language, str]] = {"it": "IT", "en": "EN-GB"}

    @staticmethod
    def address_for(key: str | None) -> str:
        """The address an account of this key is served at."""
        paid = key is not None and not key.endswith(":fx")
        return "https://api.deepl.com" if paid else "https://api-free.deepl.com"

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        answer = _http.post(
            f"{self.address.rstrip('/')}/v2/translate",
            json={
                "text": lines,
                "source_lang": source.upper(),
                "target_lang": self.codes[target],
                "context": " ".join(lines),
                "split_sentences": "0",
            },
            headers={"Authorization": f"DeepL-Auth-Key {self._key}"},
        ).json()
        found = answer.get("translations") if isinstance(answer, dict) else None
        if not isinstance(found, list):
            raise ServiceError("its answer was not understood")
        return _texts([item.get("text") if isinstance(item, dict) else None for item in found])


def _texts(values: list[Any]) -> list[str]:
    """The strings of a list; what is no string becomes an empty one, and so a failure."""
    return [value if isinstance(value, str) else "" for value in values]
