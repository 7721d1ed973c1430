"""What looks like notes and is none, in invented texts."""

import pytest

from verifier.documents import html, plain

NONE_HTML = {
    "units": "<p>The field has 40 m<sup>2</sup> and 3 km<sup>2</sup>.</p><ol><li>First field.</li><li>Second field.</li></ol>",
    "powers": "<p>About 10<sup>6</sup> seeds, R<sup>2</sup> = 0.4, E = mc<sup>2</sup>.</p><p><sup>2</sup>H is heavy.</p>",
    "ordinals": "<p>On the 1<sup>er</sup> day of the XIX<sup>e</sup> century and the 19<sup>th</sup>.</p><p><b>e</b> is a letter.</p>",
    "ordinals_in_a_table": "<table><tr><td>1<sup>a</sup></td><td>2<sup>a</sup></td></tr></table><p>El 1<sup>a</sup> día.</p>",
    "menu": "<nav><ul><li>Home [1]</li><li>News [2]</li></ul></nav><p>Text.</p><p>Nothing here.</p>",
    "access_keys": "<div class='navigation'><ul><li><a href='#content'>Content [1]</a></li><li><a href='#search'>Search [2]</a></li></ul></div><p id='content'>The text.</p>",
    "pagination": "<p>The text ends.</p><div class='pagination'><a href='?p=1'>1</a> <a href='?p=2'>2</a></div>",
    "contents": "<ul><li><a href='#s1'>1</a> Rain</li><li><a href='#s2'>2</a> Snow</li></ul><h2 id='s1'>1 Rain</h2><p>It rained.</p><h2 id='s2'>2 Snow</h2><p>It snowed.</p>",
    "equations": "<p>By (<a href='#eq1'>1</a>) and (<a href='#eq2'>2</a>) it follows.</p><p id='eq1'>a = b (1)</p><p id='eq2'>b = c (2)</p>",
    "comments": "<p>The text.</p><div id='comments'><p>See the map[1] there.</p><p>[1] map.example</p></div>",
    "code": "<pre>a[1] = b[2]\n[1] first\n[2] second</pre><p>The array <code>a[1]</code> holds it.</p>",
    "prices": "<p>Jam 3,99 €* and honey 5,20 €*</p><p>* incl. tax</p>",
    "fields": "<form><p>Name*</p><p>Street*</p><p>* required</p></form>",
    "years": "<p>In (1998) and (2001) it rained.</p><p>1998 was wet.</p><p>2001 was dry.</p>",
    "enumeration": "<p>Three things: (1) rain, (2) snow, (3) wind.</p><p>(1) Rain falls.</p><p>(2) Snow lies.</p><p>(3) Wind blows.</p>",
    "circled_enumeration": "<p>要件は、①雨、②雪である。</p><p>①雨は降る。</p><p>②雪は積もる。</p>",
    "numbers": "<table><tr><td>1</td><td>40</td></tr><tr><td>2</td><td>60</td></tr></table><p>The totals are 1 and 2.</p>",
    "steps": "<p>See step 2 below.</p><ol><li>Open the gate.</li><li>Close the gate.</li></ol>",
    "mark_of_itself": "<p>It rained.<a id='n1' href='#n1'>[1]</a></p>",
    "footnotemark": "<p>A. Author<span class='ltx_note ltx_role_footnotemark'><sup class='ltx_note_mark'>2</sup><span class='ltx_note_outer'><span class='ltx_note_content'><sup class='ltx_note_mark'>2</sup><span class='ltx_note_type'>footnotemark: </span><span class='ltx_tag ltx_tag_note'>2</span></span></span></span></p>",
}  # fmt: skip
NONE_TEXT = {
    "items_with_letters": "There are two cases, (a) and (b), and no more than (c).\n\n(a) The gate is open.\n(b) The gate is shut.\n(c) It is lost.\n",
    "bullets": "The list* is short:\n\n* rain\n* snow\n\nThat is all.\n",
    "checkbox": "Things to do:\n\n[ ] rain\n[x] snow\n",
    "log": "[1] 12:00 start\n[2] 12:05 stop\n",
    "numbered": "1. It rained.\n\n2. It snowed in 2 places.\n",
    "emphasis": "It *really* rained, and *nobody* minded.\n\n* * *\n\nThe end.\n",
}


@pytest.mark.parametrize("form", NONE_HTML)
def test_no_note_is_found_in_a_page_without_any(form: str) -> None:
    document = html.read(
        f"<html lang='en'><body><article><h1>Weather</h1>{NONE_HTML[form]}</article></body></html>".encode(), "a.html"
    )
    assert document.notes == ()
    assert document.marks == ()


@pytest.mark.parametrize("form", NONE_TEXT)
def test_no_note_is_found_in_a_text_without_any(form: str) -> None:
    document = plain.read(NONE_TEXT[form].encode(), "a.txt")
    assert document.notes == ()
    assert document.marks == ()
