"""Make `sources.warc.gz` (what the example's invented addresses answered) and `article.html` again.

Run from the repository's root: python examples/build.py. The pages below are the whole invented web. The program's
own check is run against them, and every answer it asked for is written down as a capture, so that the file
holds what a real visit would have recorded: redirects, the web archive's list, the archived copy.
"""

from __future__ import annotations

import ctypes
import html
import io
import json
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verifier import workflow
from verifier.archive import Archive
from verifier.child import Reader
from verifier.library import read
from verifier.model import Failure, PlanName, Request, Response

HERE = Path(__file__).parent
VISITED = datetime(2025, 6, 2, 9, 0, 0, tzinfo=UTC)
ARCHIVE = "web.archive.org"
Page = tuple[int, dict[str, str], bytes]

# How many small paragraphs a page has around the one that matters: real pages are not one sentence long.
AROUND = {
    "river": [
        "The river rises in the hills above Tarn and takes nine days to reach the sea.",
        "Rainfall in the upper valley was close to the long-term mean for most of the year, though the autumn came late.",
        "Boats of more than four metres need a permit below the weir, which the harbour office issues free of charge.",
        "A map of all public landing places can be had at the town halls on both banks.",
    ],
    "talk": [
        "The meeting was held in the old customs house, whose clock has shown ten past four since the flood.",
        "Questions from the floor were taken in writing and answered in the order in which they came.",
        "The minutes are read aloud at the following session before they are signed.",
        "Tea was served by the volunteers of the rowing club.",
    ],
}


def page(
    title: str,
    site: str,
    paragraphs: list[str],
    *,
    around: str = "river",
    lang: str = "en",
    by: str = "",
    head: str = "",
) -> Page:
    """An ordinary page: navigation, an article, a footer."""
    filler = AROUND[around] if lang == "en" else []
    body = "".join(f"<p>{html.escape(p, quote=False)}</p>\n" for p in [*filler[:2], *paragraphs, *filler[2:]])
    byline = f"<p class='byline'>By {html.escape(by)}</p>" if by else ""
    return _html(
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{html.escape(title)} – {html.escape(site)}</title>"
        f"<meta property='og:title' content='{html.escape(title)}'><meta property='og:site_name' content='{html.escape(site)}'>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/about'>About</a> <a href='/contact'>Contact</a></nav>"
        f"<main><article><h1>{html.escape(title)}</h1>{byline}\n{body}</article></main>"
        f"<footer><p>{html.escape(site)}. Imprint. Privacy.</p></footer></body></html>"
    )


def bare(title: str, body: str, *, status: int = 200, headers: dict[str, str] | None = None, head: str = "") -> Page:
    """A page that is no article: an error, a wall, an advertisement."""
    markup = f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"
    return _html(markup, status=status, headers=headers)


def _html(markup: str, *, status: int = 200, headers: dict[str, str] | None = None) -> Page:
    return status, {"content-type": "text/html; charset=utf-8", **(headers or {})}, markup.encode()


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF with these lines of text."""
    document = pdfium.PdfDocument.new()
    sheet = document.new_page(595, 842)
    for number, line in enumerate(lines):
        text = pdfium_c.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 11.0)
        wide = (line + "\0").encode("utf-16-le")
        letters = (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide)
        pdfium_c.FPDFText_SetText(text, ctypes.cast(letters, pdfium_c.FPDF_WIDESTRING))
        pdfium_c.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, 770 - 16 * number)
        pdfium_c.FPDFPage_InsertObject(sheet.raw, text)
    sheet.gen_content()
    out = io.BytesIO()
    document.save(out)
    # The library stamps a random identifier and the day into the file: fixed here, so that the example stays the same.
    zeros = b"<" + b"0" * 32 + b">"
    fixed = re.sub(rb"(/ID ?\[)<[0-9A-F]+> ?<[0-9A-F]+>", lambda m: m[1] + zeros + zeros, out.getvalue())
    return re.sub(rb"\(D:\d{14}[^)]*\)", b"(D:20250115080000Z)", fixed)


WEB: dict[str, Page] = {
    "https://commission.oren.example/statements/compact-at-five": page(
        "The Compact at Five", "Oren Joint Commission",
        ["Five years ago the two governments agreed to share a river before they had agreed to share a border.",
         "The record speaks for itself: the compact has kept the gates open in every dry month since it was signed. No other agreement between the two states can say as much."],
        around="talk"),
    "https://commission.oren.example/reports/annual-report-2024.pdf": (
        200, {"content-type": "application/pdf"},
        pdf(["Oren Joint Commission", "Annual Report 2024", "", "Chapter 3. Measurement",
             "Both delegations asked for figures that neither could dispute. Since the spring the",
             "gauges at Halden Weir, which were rebuilt after the flood of 2021, report every six",
             "hours to both capitals. The readings are published on the same day.", "",
             "Chapter 4. Maintenance", "Eleven of the fourteen gates were repainted. The eastern sluice remains closed."])),
    "https://growers.example/news/what-the-drought-took": page(
        "What the Drought Took", "Lower Basin Growers’ Union",
        ["Our members counted twice before we published. By our reckoning the drought of 2022 cost the lower basin 1,200 seasonal jobs, most of them in the orchards.",
         "Almost a third of those who lost their work have since left the valley."], by="Marit Olden"),
    "https://water.kestria.example/letters/reply-growers-union": page(
        "Reply to the Growers’ Union", "Kestrian Ministry of Water",
        ["We have read your letter with care. After consulting the engineers, the ministry does not plan to reopen the eastern sluice before the harvest.",
         "We regret that we cannot give you a more welcome answer."], around="talk"),
    "https://gazette.example/opinion/five-years-of-quiet-gates": page(
        "Five Years of Quiet Gates", "The Port Selm Gazette",
        ["The gates have been quiet for five years, and quiet is what the towns along the middle reach had asked for.",
         "Insurance premiums in Port Selm have fallen by a tenth since the regulation began, the chamber of trade says."], by="Anselm Roke"),
    "https://delta-survey.example/2024/another-calendar": page(
        "Living by Another Calendar", "Delta Household Survey",
        ["We spoke to nine hundred households in the delta. Two in three families had changed their fishing season since the gates were regulated.",
         "The fishing cooperatives were bitter. One of their speakers called the compact a treaty that nobody in the delta was ever asked about. Others had simply stopped going to the meetings."],
        by="Rhea Condry"),
    "https://embassy.maravel.example/remarks/fifth-anniversary": page(
        "Remarks on the Fifth Anniversary", "Embassy of Maravel",
        ["The envoy, Teodor Hask, thanked the engineers of both countries.",
         "“Neighbours who need one another have little choice but to be sober partners,” he said. “We have been sober for five years, and nobody has complained of thirst.”"], around="talk"),
    "https://riverscience.example/one-laboratory-two-flags": page(
        "One Laboratory, Two Flags", "Science on the River",
        ["The joint laboratory in Port Selm opened in 2021 with forty scientists from both countries. Its first instrument was a second-hand centrifuge.",
         "Its flagpoles are of exactly the same height, which took a committee three sessions to settle."], by="Ulla Brandt"),
    "https://stromanzeiger.example/kommentar/wasser-ohne-zoll": page(
        "Wasser ohne Zoll", "Der Stromanzeiger",
        ["Wer am Oberlauf wohnt, vergisst leicht, dass jeder Eimer, den er schöpft, weiter unten fehlt. Die Nachbarn am Oren haben das früher begriffen als wir.",
         "Das Wasser macht vor keinem Schlagbaum halt, und wer es verzollen will, der steht am Ende mit nassen Füßen da. Fünf Jahre lang hat eine kleine Kommission gezeigt, dass man Pegel teilen kann, ohne sich über Karten zu einigen.",
         "Vielleicht sollten unsere Minister einmal an den Oren fahren. Das Essen in den Häfen soll gut sein, und die Sitzungen sind seit vergangenem Jahr öffentlich."],
        lang="de", by="Jost Hagemeier"),
    "https://commission.oren.example/news/wider-mandate": (301, {"location": "https://commission.oren.example/archive/2024/wider-mandate"}, b""),
    "https://commission.oren.example/archive/2024/wider-mandate": page(
        "A Wider Mandate", "Oren Joint Commission",
        ["The commission has widened its mandate to groundwater. It will meet in public twice a year from now on, in spring and in autumn.",
         "Wells deeper than sixty metres are to be registered by the end of the year."], around="talk"),
    "https://budgetwatch.example/2023/who-pays-for-the-river": bare(
        "Page not found – Budget Watch",
        "<nav><a href='/'>Home</a></nav><main><h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been moved. Try the search, or go back to the home page.</p></main>"),
    "https://oren-chronicle.example/diary": bare(
        "oren-chronicle.example is for sale",
        "<h1>oren-chronicle.example</h1><p>This domain is for sale. Buy this domain today and make an offer to the owner.</p><h2>Related searches</h2>"
        "<ul><li><a href='/s?1'>River Cruises</a></li><li><a href='/s?2'>Water Filters</a></li><li><a href='/s?3'>Cheap Loans</a></li></ul><p>This page was generated by the domain owner with a domain parking service.</p>"),
    "https://ledgerdaily.example/markets/eastern-sluice-bond": bare(
        "Just a moment...", "<h1>ledgerdaily.example</h1><p>Checking your browser before you go on. Please enable JavaScript and cookies to continue.</p><div id='challenge-running'></div>",
        status=403, headers={"cf-mitigated": "challenge", "server": "cloudflare"}),
    "https://lowlander.example/two-treasuries-one-gate": bare(
        "Two Treasuries, One Gate – The Financial Lowlander",
        "<main><article><h1>Two Treasuries, One Gate</h1><p>The two finance ministers have not met since the autumn, but their deputies speak every week.</p>"
        "<div class='paywall'><h2>Subscribe to continue reading</h2><p>This article is for subscribers. Start your trial for one crown a month.</p></div></article></main>",
        head="<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Two Treasuries, One Gate\",\"isAccessibleForFree\":false}</script>"),
    "https://portraits.halden.example/engineer": bare(
        "404 Not Found", "<h1>Not Found</h1><p>The requested address was not found on this server.</p>", status=404),
}  # fmt: skip

# What the web archive holds: address > captures (timestamp, status, page).
CAPTURES: dict[str, list[tuple[str, Page]]] = {
    "https://portraits.halden.example/engineer": [
        ("20250316080112", page(
            "The Engineer Who Would Not Hurry", "Halden Portraits",
            ["Odile Marrant designed the gates on squared paper. “A gate that two people must open together is a gate that two people must talk about,” she said when she retired.",
             "She keeps the key of the first gate in a drawer, and nobody has asked for it back."], by="Pell Aster")),
        ("20250520113000", bare("404 Not Found", "<h1>Not Found</h1>", status=404)),
    ],
}  # fmt: skip


def answer(request: Request) -> Response | Failure:
    """The invented web: one answer, redirects left to the recorder."""
    if urlsplit(request.url).hostname == ARCHIVE:
        return _archived(request)
    status, headers, body = WEB.get(request.url, bare("404 Not Found", "<h1>Not Found</h1>", status=404))
    return Response(request.url, request.url, status, tuple(headers.items()), body, VISITED)


def _archived(request: Request) -> Response:
    parts = urlsplit(request.url)
    stamp = re.match(r"/web/(\d{14})(?:id_)?/(.+)", parts.path)
    if stamp:
        status, headers, body = dict(CAPTURES.get(stamp[2], []))[stamp[1]]
        moment = datetime.strptime(stamp[1] + "+0000", "%Y%m%d%H%M%S%z")
        dated = {**headers, "memento-datetime": moment.strftime("%a, %d %b %Y %H:%M:%S GMT")}
        return Response(request.url, request.url, status, tuple(dated.items()), body, VISITED)
    cited = parse_qs(parts.query).get("url", [""])[0]
    rows = [["key", t, cited, "text/html", str(p[0]), f"SHA{t}", "1000"] for t, p in CAPTURES.get(cited, [])]
    table = [["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"], *rows] if rows else []
    return Response(
        request.url, request.url, 200, (("content-type", "application/json"),), json.dumps(table).encode(), VISITED
    )


class Recorder:
    """A `send` that follows redirects and writes every answer down as a capture."""

    def __init__(self, web: Callable[[Request], Response | Failure]) -> None:
        self._web = web
        self.captures: dict[str, Response] = {}

    def send(self, request: Request) -> Response | Failure:
        """The final answer."""
        url = request.url
        while True:
            found = cast("Response", self._web(Request(url, request.purpose)))
            self.captures[url] = found
            target = found.header("location")
            if not target:
                return Response(request.url, url, found.status, found.headers, found.body, VISITED)
            url = target

    def write(self, path: Path) -> None:
        """The captures as a WARC file, sorted by address, every date and identifier fixed."""
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=True)
        for number, (url, found) in enumerate(sorted(self.captures.items())):
            head = StatusAndHeaders(f"{found.status} Answer", list(found.headers), protocol="HTTP/1.1")
            fixed = {
                "WARC-Date": "2025-06-02T09:00:00Z",
                "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>",
            }
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(found.body), http_headers=head, warc_headers_dict=fixed
            )
            writer.write_record(record)
        path.write_bytes(out.getvalue())


PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Water Before Borders: The Oren Compact Five Years On – Lowland Institute</title></head>
<body>
<nav><a href="/">Home</a> <a href="/analysis">Analysis</a></nav>
<article>
{body}
</article>
<footer><p>Share. Similar posts.</p></footer>
</body>
</html>
"""


def to_html(markdown: str) -> str:
    """The article as its web page: the same text, roman marks, nothing linked, as such pages are."""
    body, _, notes = markdown.split("---\n", 2)[2].partition("[^1]:")
    body = re.sub(r"\[\^(\d+)\]", lambda m: f"[{roman(int(m[1]))}]", body)
    parts = []
    for block in body.strip().split("\n\n"):
        text = re.sub(r"\*(.+)\*", r"<em>\1</em>", html.escape(block.strip(), quote=False))
        level = len(text) - len(text.lstrip("#"))
        parts.append(f"<h{level}>{text[level:].strip()}</h{level}>" if level else f"<p>{text}</p>")
    lines = re.findall(r"\[\^(\d+)\]: (.+)", "[^1]:" + notes)
    parts += [f"<p>[{roman(int(number))}] {_plain(text)}</p>" for number, text in lines]
    return PAGE.format(body="\n".join(parts))


def _plain(note: str) -> str:
    return html.escape(re.sub(r"<(http[^>]+)>", r"\1", note), quote=False)


def roman(number: int) -> str:
    """Lower-case roman numerals up to 39."""
    return "x" * (number // 10) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]


def main() -> None:
    """Write both files beside this one."""
    article = HERE / "article.md"
    (HERE / "article.html").write_text(to_html(article.read_text("utf-8")), encoding="utf-8")
    recorder = Recorder(answer)
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder, "a.db"), now=lambda: VISITED) as archive,
        Reader() as reader,
    ):
        network = workflow.Network(PlanName.LIVE, recorder.send, reader.read, guess=reader.guess)
        workflow.check(read(article), archive, network, now=lambda: VISITED, max_age=timedelta(0))
    recorder.write(HERE / "sources.warc.gz")
    print(f"{len(recorder.captures)} captures written")


if __name__ == "__main__":
    main()
