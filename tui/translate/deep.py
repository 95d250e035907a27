"""The engines of deep_translator that serve whole Italian and English sentences.

Each call makes an instance of its own, since instances keep the last request in themselves and
answer one thread with another's text; and its modules are given `transport.Http` in place of
`requests`, for time-outs.

Left out, of version 1.11.4: Linguee and Pons translate single words; Papago and QCRI have no
Italian; Yandex calls the interface 1.5, which was shut down; ChatGPT needs `openai` below 0.28 and
models that are gone; DeepL sends its key in the address, which the service refuses since 2026
(`services.DeepL` speaks to it instead).
"""

from __future__ import annotations

import sys
import threading
from typing import Any, ClassVar

from tui.document import Language
from tui.translate.config import Patience
from tui.translate.online import OnlineEngine, as_lines
from tui.translate.transport import Http, Reply, no_translation

_USED = ("google", "mymemory", "libre", "microsoft", "baidu")
_prepared = threading.Lock()
_http: Http | None = None


class _ResultPage(Http):
    """For Google: a page without its result element is not even parsed."""

    def get(self, url: str, **options: Any) -> Reply:
        """Fetch `url`; see `Http.get`."""
        reply = super().get(url, **options)
        if b"result-container" not in reply.content and b"t0" not in reply.content:
            raise no_translation(reply.text)
        return reply


def prepare() -> None:
    """Import deep_translator and give its modules our transport, once."""
    global _http
    with _prepared:
        if _http is not None:
            return
        import deep_translator  # noqa: F401 - imports all of its modules

        _http = Http()
        for name in _USED:
            module = sys.modules[f"deep_translator.{name}"]
            module.requests = _ResultPage() if name == "google" else _http  # type: ignore[attr-defined]


class Google(OnlineEngine):
    """Google's page for old telephones, without a key; it limits and blocks at will."""

    id = "google"
    label = "Google"
    budget = 1500
    longest = 4900
    default_address: ClassVar[str] = "https://translate.google.com/m"

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        prepare()
        from deep_translator import GoogleTranslator

        translator = GoogleTranslator(source, target)
        translator._base_url = self.address
        return as_lines(translator.translate("\n".join(lines)))


class MyMemory(OnlineEngine):
    """MyMemory, without a key: 5,000 characters a day, 50,000 with an email address."""

    id = "mymemory"
    label = "MyMemory"
    budget = 480
    longest = 490
    default_address: ClassVar[str] = "https://api.mymemory.translated.net/get"
    codes: ClassVar[dict[Language, str]] = {"it": "it-IT", "en": "en-GB"}

    def __init__(self, address: str, patience: Patience, email: str | None = None) -> None:
        super().__init__(address, patience)
        self._email = email

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        prepare()
        from deep_translator import MyMemoryTranslator

        translator = MyMemoryTranslator(self.codes[source], self.codes[target], email=self._email)
        translator._base_url = self.address
        return as_lines(translator.translate("\n".join(lines)))


class Microsoft(OnlineEngine):
    """Microsoft Translator (Azure), with a key and, for most accounts, its region."""

    id = "microsoft"
    label = "Microsoft"
    budget = 4000
    longest = 40_000
    needs_key = True
    variables = ("EDICOLA_MICROSOFT_KEY", "MICROSOFT_API_KEY")
    default_address: ClassVar[str] = (
        "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0"
    )

    def __init__(
        self, address: str, patience: Patience, key: str | None, region: str | None
    ) -> None:
        super().__init__(address, patience, key)
        self._region = region

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        prepare()
        from deep_translator import MicrosoftTranslator

        class Translator(MicrosoftTranslator):  # type: ignore[misc] # untyped
            def _get_supported_languages(self) -> dict[str, str]:
                # The original asks the network, in the constructor.
                return {"italian": "it", "english": "en"}

        translator = Translator(source, target, api_key=self._key, region=self._region)
        translator._base_url = self.address
        return as_lines(translator.translate("\n".join(lines)))


class Baidu(OnlineEngine):
    """Baidu, with a key written `APPID:SECRET`."""

    id = "baidu"
    label = "Baidu"
    budget = 1500
    longest = 5900
    needs_key = True
    variables = ("EDICOLA_BAIDU_KEY",)
    default_address: ClassVar[str] = "https://fanyi-api.baidu.com/api/trans/vip/translate"

    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """See `OnlineEngine.fetch`."""
        prepare()
        from deep_translator import BaiduTranslator

        account, _, secret = (self._key or "").partition(":")
        translator = BaiduTranslator(source, target, appid=account, appkey=secret)
        translator._base_url = self.address
        return as_lines(translator.translate("\n".join(lines)))
