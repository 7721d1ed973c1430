"""The phrases by which pages say what they are, in all languages, and what their markup and addresses tell.

Rows of the table in `signs`; no phrase decides alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.languages import pattern


@lru_cache(maxsize=64)
def said(kind: str) -> re.Pattern[str]:
    """The words of a kind in all languages: `waiting` is their field `page_waiting`.

    It is compiled when it is first asked: a page with a text is asked few of them, and all take a tenth of a second.

    >>> bool(said("not_found").search("Page not found")), bool(said("not_found").search("Sayfa bulunamadı"))
    (True, True)
    """
    return re.compile(pattern(f"page_{kind}"), re.IGNORECASE)


# What the software of web archives writes in place of a captured redirect, on a line of its own.
CAPTURED_REDIRECT = re.compile(r"^Got an HTTP 30\d response at crawl time\.?$", re.IGNORECASE | re.MULTILINE)

# Hosts and paths of the forms themselves: an article about consent has other words in its address.
CONSENT_PLACE = re.compile(
    r"^(?:consent|cmp|privacy|gdpr|cookie)\.|/(?:[\w-]*consent[\w-]*|zustimmung|einwilligung|cookie-?(?:wall|consent|gate)|"
    r"consentement|consentimiento|consenso|privacy-?(?:gate|wall|consent)|gdpr|dsgvo|pur(?:-abo)?|collectconsent|zgoda|samtycke)\b",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"/(?:[\w-]*log-?in|sign-?in|sso|signon|auth(?:enticate|orize)?|oauth\d?|account/login|users?/(?:login|sign_in)|giris|anmelden|connexion|wp-login)\b",
    re.IGNORECASE,
)
# Inside other words they would sell nothing.
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
