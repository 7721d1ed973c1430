"""The phrases by which pages say what they are, in many languages. Rows of the table in `signs`; no phrase decides alone."""

from __future__ import annotations

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


NOT_FOUND = _any(
    r"(?:page|article|content|document|file|story|url|site|post|item|resource|product)s? (?:was |were |is |are |has been |have been |could |can |that )*(?:not|n['’]t|cannot) (?:be )?(?:found|available|located|exist)",
    r"(?:page|article|document|file) (?:unavailable|missing|removed|deleted|not available|no longer exists?)",
    r"(?:error|http|status|code)?[ :#-]*404(?:[ :–—|.-]+(?:error|page|not found|file|nicht|erreur|hata|ошибка).*)?(?: error)?",
    r"not found|nothing (?:was )?found|can['’]?t find (?:that|the|this) page|(?:we )?(?:can['’]?t|cannot|could ?n['’]?t) (?:seem to )?find (?:the|that|this|what)[^.]{0,60}|oops[!,. ].{0,40}|this page (?:does ?n['’]t|does not|no longer) exists?",
    r"(?:page|article|story|content|video) (?:is |has been |was )?no longer (?:available|exists?|here|online)|(?:has|have) been (?:permanently )?(?:removed|deleted|withdrawn)|410(?: gone)?|gone",
    r"(?:die |diese )?(?:seite|datei|artikel|beitrag|inhalt|dokument)s?(?: wurde| konnte| ist| existiert)?(?: leider)? nicht (?:gefunden|(?:mehr )?verfügbar|(?:mehr )?vorhanden|existiert)|seite existiert (?:leider )?nicht(?: mehr)?",
    r"page (?:introuvable|non trouvée|inexistante|indisponible)|(?:cette |la )?page (?:n['’]existe (?:pas|plus)|est introuvable|que vous (?:re)?cherchez)[^.]{0,60}|contenu (?:introuvable|indisponible)|article (?:introuvable|supprimé)",
    r"página no (?:encontrada|existe|disponible)|(?:esta |la )?página (?:no existe|no se (?:ha )?encontr[óa]|que busca)[^.]{0,60}|no (?:se )?(?:ha )?encontr\w+ (?:la|esta) página|contenido no (?:encontrado|disponible)",
    r"pagina non (?:trovata|disponibile|esistente)|(?:la )?pagina (?:richiesta )?non (?:esiste|è stata trovata)|página não (?:encontrada|existe|disponível)|conteúdo não encontrado",
    r"pagina niet gevonden|deze pagina bestaat niet|nie znaleziono(?: strony)?|strona nie (?:istnieje|została znaleziona)|strony nie znaleziono|stránka nebyla nalezena|stránka nenalezena|az oldal nem található|pagina nu (?:a fost găsită|există)",
    r"sidan (?:hittades inte|kunde inte hittas|finns inte)|siden (?:blev ikke fundet|ble ikke funnet|finnes ikke|findes ikke)|sivua ei löydy\w*|η σελίδα δεν βρέθηκε|страницата не е намерена|stranica nije pronađena",
    r"(?:aradığınız )?(?:sayfa|içerik|haber)(?:ya|ye)? (?:bulunamadı|mevcut değil|kaldırılmış\w*|ulaşılam\w+)|böyle bir sayfa yok",
    r"страница (?:не найдена|не существует|удалена|недоступна)|(?:такой )?страницы не существует|сторінк\w+ не (?:знайдено|існує)|старонка не знойдзена|материал (?:не найден|удал[её]н)",
    r"(?:الصفحة|المحتوى|المقال)[ء-ي ]{0,30}(?:غير موجود(?:ة)?|غير متوفر(?:ة)?|لم يتم العثور عليها)|لم يتم العثور على (?:الصفحة|المحتوى)|(?:صفحه|مطلب)[ء-ی \u200c]{0,30}(?:یافت نشد|پیدا نشد|وجود ندارد)|הדף (?:לא נמצא|אינו קיים|המבוקש)",
    r"(?:页面|网页|頁面|网頁|文章|内容)[^。]{0,12}(?:不存在|未找到|找不到|已(?:被)?删除|已(?:被)?刪除|無法找到)|找不到(?:页面|網頁|頁面|该页)|(?:お探しの)?(?:ページ|記事)(?:が|は)(?:見つかりません\w*|存在しません|ありません|削除され\w*)|페이지를 찾을 수 없습니다|không tìm thấy(?: trang)?|ไม่พบ(?:หน้า|เพจ)\w*|halaman tidak ditemukan|पृष्ठ नहीं मिला|পাতা পাওয়া যায়নি",
)  # fmt: skip

CHALLENGE = _any(
    r"just a moment|checking (?:your browser|if the site connection is secure)|attention required|pardon our interruption|verify (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)",
    r"(?:please )?(?:confirm|prove) (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|are you a (?:ro)?bot|unusual (?:traffic|activity)|security (?:check|verification)|access (?:to this page has been )?denied",
    r"enable (?:javascript|cookies)[^.]{0,30} to continue|ddos protection|human verification|request unsuccessful|bot (?:detection|protection)|you have been blocked|please wait\.\.\.",
    r"vérification de (?:sécurité|votre navigateur)|sicherheitsüberprüfung|bestätigen sie, dass sie (?:ein mensch|kein roboter)|подтвердите,? что вы (?:не робот|человек)|проверка (?:браузера|безопасности)|robot olmadığınızı|verifica(?:r|ción)[^.]{0,30}humano|请完成(?:安全)?验证|人机验证",
)  # fmt: skip
GEO = _any(
    r"not available in your (?:region|country|location|area|territory)|unavailable (?:in|from) your (?:region|country|location)|(?:from|in) a country belonging to the european economic area|access (?:from|in) your (?:country|region) (?:is|has been)",
    r"unavailable for legal reasons|in ihre[mr] (?:land|region) nicht verfügbar|n['’]est pas disponible dans votre (?:pays|région)|no (?:está )?disponible en (?:su|tu) (?:país|región)|недоступ\w+ в вашем регионе|bulunduğunuz (?:ülke|bölge)de",
)  # fmt: skip
CONSENT = _any(
    r"before you continue|we (?:value|respect|care about) your privacy|your privacy (?:choices|matters)|cookie (?:consent|settings|preferences)|we and our (?:\d+ )?partners|bevor sie (?:fortfahren|zu)|ihre privatsphäre|wir (?:und unsere partner|schätzen)|"
    r"avant de continuer|votre vie privée|antes de continuar|tu privacidad|prima di continuare|la tua privacy|gizliliğiniz|çerez"
)  # fmt: skip
LOGIN = _any(
    r"^(?:please )?(?:sign|log)[ -]?(?:in|on)\b|^login\b|^(?:bitte )?anmelden|^anmeldung|^connexion|^se connecter|^iniciar sesión|^accedi\b|^entrar\b|^giriş\b|^вход\b|^войти|^zaloguj|^inloggen|^登录|^ログイン|^تسجيل الدخول|^ورود"
)
LOGIN_PATH = re.compile(
    r"/(?:[\w-]*log-?in|sign-?in|sso|signon|auth(?:enticate|orize)?|oauth\d?|account/login|users?/(?:login|sign_in)|giris|anmelden|connexion|wp-login)\b",
    re.IGNORECASE,
)
PAYWALL = _any(
    r"subscribe (?:now )?to (?:continue|keep|read)|to (?:continue|keep) reading|(?:this (?:article|content|story) is )?(?:for|reserved for|available to|only for) (?:our )?(?:subscribers|members)(?: only)?|already a (?:subscriber|member)|become a (?:subscriber|member) to|unlock this article|create a free account to|start your (?:free )?trial",
    r"pour lire la suite|(?:article )?réservé (?:à nos|aux) abonnés|déjà abonné|weiterlesen mit|nur für abonnenten|jetzt abonnieren|(?:para|solo) suscriptores|contenido exclusivo|riservato agli abbonati|abbonati per|exclusivo para assinantes|"
    r"только для подписчиков|оформите подписку|abonelere özel|devamını okumak için|tylko dla (?:prenumeratorów|subskrybentów)",
)  # fmt: skip
PARKED = _any(
    r"(?:this |the )?domain(?: name)?[^.]{0,40}(?:is|may be|could be) (?:for sale|available for purchase|parked)|buy (?:this|the) domain|domain (?:for sale|parking|is parked|may be for sale|zu verkaufen|à vendre|en venta|in vendita)|make an offer on this domain|"
    r"(?:diese )?domain (?:steht zum verkauf|ist geparkt|kaufen)|(?:ce )?(?:nom de )?domaine est à vendre|(?:este )?dominio (?:está )?(?:en|à) venda|домен (?:продаётся|продается|припаркован|выставлен на продажу)|(?:bu )?alan adı satılık|域名(?:出售|停放)|このドメインは",
    r"(?:domain (?:has )?expired|expired domain|this domain has (?:recently )?been registered|sedo domain parking|related searches|parked (?:free|page)|generated by the domain owner)",
)  # fmt: skip
DEFAULT_PAGE = _any(
    r"^welcome to (?:nginx|centos|openresty|apache|caddy|the default)|^(?:apache\d? )?(?:\w+ )?(?:apache\d? )?default page|^test page for|^iis (?:windows|\d)|^it works!?$|^index of /|^(?:default|placeholder) (?:web ?site|web ?page)|"
    r"^(?:website|site|web page) (?:is )?(?:coming soon|under construction)|^plesk|^cpanel|^congratulations! (?:your|the) (?:new )?(?:site|website|server)"
)
SUSPENDED = _any(
    r"account (?:has been )?suspended|(?:site|website|hosting|domain) (?:has been |is )?(?:temporarily )?(?:suspended|disabled|deactivated)|конто заблокировано|аккаунт (?:заблокирован|приостановлен)|hesap askıya alın"
)
DATABASE = _any(
    r"error establishing a database connection|database (?:connection )?error|could not connect to (?:the )?(?:database|mysql)|sqlstate\[|too many connections|datenbankfehler|veritabanı (?:bağlantı )?hatası|ошибка (?:подключения к базе|базы) данных"
)
UPSTREAM = _any(
    r"^(?:50[0-4]|bad gateway|service (?:temporarily )?unavailable|internal server error|gateway time-?out)|temporarily unavailable|under maintenance|scheduled maintenance|be right back|wartungs(?:arbeiten|modus)|bakım (?:çalışması|modu)|технические работы"
)
HIJACKED = _any(
    r"\b(?:casino|slots?|gacor|togel|judi|poker|roulette|blackjack|baccarat|betting|bookmaker|sportsbook|jackpot|free spins?|no deposit|bonus|bahis|bet365|1xbet|казино|ставки|букмекер|viagra|cialis|kamagra|payday loans?|escorts?|porn|xxx|replica watches|essay writing service|situs|rtp live)\b"
)
ERROR_PATH = re.compile(
    r"/(?:404|error|not-?found|page-?not-?found|notfound|errors?/404|fehler|erreur|hata)(?:[./_-]\w{0,12})?/?$",
    re.IGNORECASE,
)
SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|arama|poisk|szukaj|zoeken|ricerca)\b|[?&](?:q|s|query|search|keyword)=",
    re.IGNORECASE,
)
HOME_PATH = re.compile(r"/?(?:index\.\w{2,5}|home|default\.\w{2,5}|[a-z]{2}(?:[-_][a-z]{2})?)?/?", re.IGNORECASE)
NEEDS_SCRIPT = _any(
    r"(?:enable|activate|turn on|requires?|need) (?:\w+ ){0,3}javascript|javascript (?:is|must be|has been) (?:required|enabled|disabled|turned off)|bitte (?:aktivieren sie )?javascript|activer javascript|habilit\w+ javascript|включите javascript"
)
