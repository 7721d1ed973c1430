"""The phrases by which pages say what they are, in all languages, and what their markup and addresses tell.

Rows of the table in `signs`; no phrase decides alone.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast

from verifier.languages import pattern


class _WhenAsked:
    """A pattern that is compiled when it is first asked: a page with a text is asked few of them, and all take a tenth of a second."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(pattern(self._kind), re.IGNORECASE)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)


def _said(kind: str) -> re.Pattern[str]:
    return cast("re.Pattern[str]", _WhenAsked(f"page_{kind}"))


NOT_FOUND = _said("not_found")
NOT_THERE = _said("not_there")
AGE = _said("age")

REDIRECTING = _said("redirecting")
# What the software of web archives writes in place of a captured redirect, on a line of its own.
CAPTURED_REDIRECT = re.compile(r"^Got an HTTP 30\d response at crawl time\.?$", re.IGNORECASE | re.MULTILINE)

CHALLENGE = _said("challenge")
GEO = _said("elsewhere_only")
CONSENT = _said("consent")
# Hosts and paths of the forms themselves: an article about consent has other words in its address.
CONSENT_PLACE = re.compile(
    r"^(?:consent|cmp|privacy|gdpr|cookie)\.|/(?:[\w-]*consent[\w-]*|zustimmung|einwilligung|cookie-?(?:wall|consent|gate)|"
    r"consentement|consentimiento|consenso|privacy-?(?:gate|wall|consent)|gdpr|dsgvo|pur(?:-abo)?|collectconsent|zgoda|samtycke)\b",
    re.IGNORECASE,
)
CONSENT_WORDS = _said("consent_words")
LOGIN = _said("login")
LOGIN_PATH = re.compile(
    r"/(?:[\w-]*log-?in|sign-?in|sso|signon|auth(?:enticate|orize)?|oauth\d?|account/login|users?/(?:login|sign_in)|giris|anmelden|connexion|wp-login)\b",
    re.IGNORECASE,
)
MEMBERS = _said("members")
PAYWALL = _said("paywall")
RETRACTED = _said("retracted")
PARKED = _said("parked")
DEFAULT_PAGE = _said("default")
SUSPENDED = _said("suspended")
DATABASE = _said("database")
UPSTREAM = _said("maintenance")
WAITING = _said("waiting")
HIJACKED = re.compile(rf"\b(?:{pattern('page_hijacked')})\b", re.IGNORECASE)
ERROR_PATH = re.compile(
    r"/(?:404|error|not-?found|page-?not-?found|notfound|errors?/404|fehler|erreur|hata)(?:[./_-]\w{0,12})?/?$",
    re.IGNORECASE,
)
SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|arama|poisk|szukaj|zoeken|ricerca)\b|[?&](?:q|s|query|search|keyword)=",
    re.IGNORECASE,
)
HOME_PATH = re.compile(r"/?(?:index\.\w{2,5}|home|default\.\w{2,5}|[a-z]{2}(?:[-_][a-z]{2})?)?/?", re.IGNORECASE)
NEEDS_SCRIPT = _said("needs_script")

# Headers by which walls tell what they did, by their parts: `x-amzn-waf-action: captcha`, `cf-mitigated: challenge`.
WALL_HEADER = re.compile(r"waf|captcha|challenge|mitigat|firewall|ddos|bot-?(?:protect|manage|defen)", re.IGNORECASE)
WALL_SAYS = re.compile(r"captcha|challenge|block|den(?:y|ied)|mitigat", re.IGNORECASE)
WALL_OPEN = re.compile(r"\s*(?:0|no|none|off|false|allow(?:ed)?|pass(?:ed)?|ok)\s*", re.IGNORECASE)

# What stands behind # and names no place of the page: the top, scripts' own routes and settings, ranges of lines of code, and what
# sharing buttons, counters and advertisements leave there.
NO_PLACE = re.compile(
    r"""\A(?:
        top
        | [\W_]*                                                    # marks alone
        | [!/?].*                                                    # a route
        | .*[=/].*                                                   # a setting, a path
        | (?:[\w.-]*-)?(?:L|LC|lines?-|cl-)\d+(?:C\d+)?(?:[-:,]\D{0,2}\d+(?:C\d+)?)*   # lines of code
        | \.[\w~:-]{3,}(?:\.[a-z]\w*)?                              # AddThis
        | sthash\..* | ixzz\w+ | goog(?:le)?_\w+ | xtor\b.* | utm_\w+.* | (?:fb|g|msclk|y)clid\b.*
    )\Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
REMOVED = _said("removed")
