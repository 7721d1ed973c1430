"""Notes as generators, plug-ins and people write them: every form the resolver knows, in invented texts."""

import pytest

from verifier.documents import html

RAIN = "It rained for nine days"
SNOW = "Then it snowed"
ONE = "Almanac of Hill Farms, p. 12."
TWO = "Letter to the miller, 3 May."

# name: (markup, marks expected as (label, words before)); the notes are always ONE and TWO, labels as expected.
BOTH = (("1", RAIN), ("2", SNOW))
FORMS = {
    "pandoc": (
        f"<p>{RAIN}<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a>. {SNOW}<a href='#fn2' class='footnote-ref' id='fnref2'><sup>2</sup></a>.</p>"
        f"<section id='footnotes' class='footnotes' role='doc-endnotes'><hr><ol><li id='fn1'><p>{ONE}<a href='#fnref1' class='footnote-back' role='doc-backlink'>↩︎</a></p></li>"
        f"<li id='fn2'><p>{TWO}<a href='#fnref2' class='footnote-back'>↩︎</a></p></li></ol></section>",
        BOTH,
    ),
    "word": (
        f"<p class=MsoNormal>{RAIN}<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1' title=''><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>. "
        f"{SNOW}<a href='#_ftn2' name='_ftnref2'><span class=MsoFootnoteReference>[2]</span></a>.</p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'>"
        f"<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><span class=MsoFootnoteReference>[1]</span></a> {ONE}</p></div>"
        f"<div id=ftn2><p class=MsoFootnoteText><a href='#_ftnref2' name='_ftn2'><span>[2]</span></a> {TWO}</p></div></div>",
        BOTH,
    ),
    "libreoffice": (
        f"<p>{RAIN}<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>. {SNOW}<a class='sdfootnoteanc' name='sdfootnote2anc' href='#sdfootnote2sym'><sup>2</sup></a></p>"
        f"<div id='sdfootnote1'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>{ONE}</p></div>"
        f"<div id='sdfootnote2'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote2sym' href='#sdfootnote2anc'>2</a>{TWO}</p></div>",
        BOTH,
    ),
    "gutenberg": (
        f"<p>{RAIN}<a name='FNanchor_1_1'></a><a href='#Footnote_1_1' class='fnanchor'>[1]</a>. {SNOW}<a name='FNanchor_2_2'></a><a href='#Footnote_2_2' class='fnanchor'>[2]</a>.</p>"
        f"<div class='footnote'><p><a name='Footnote_1_1'></a><a href='#FNanchor_1_1'><span class='label'>[1]</span></a> {ONE}</p></div>"
        f"<div class='footnote'><p><a name='Footnote_2_2'></a><a href='#FNanchor_2_2'><span class='label'>[2]</span></a> {TWO}</p></div><p>So it went.</p>",
        BOTH,
    ),
    "docutils_aside": (
        f"<p>{RAIN} <a class='footnote-reference brackets' href='#id3' id='id1' role='doc-noteref'><span class='fn-bracket'>[</span>1<span class='fn-bracket'>]</span></a>. {SNOW} <a class='brackets' href='#id4' id='id2'>[2]</a>.</p>"
        f"<aside class='footnote-list brackets'><aside class='footnote brackets' id='id3' role='doc-footnote'><span class='label'><span class='fn-bracket'>[</span><a role='doc-backlink' href='#id1'>1</a><span class='fn-bracket'>]</span></span><p>{ONE}</p></aside>"
        f"<aside class='footnote brackets' id='id4' role='doc-footnote'><span class='label'>[<a role='doc-backlink' href='#id2'>2</a>]</span><p>{TWO}</p></aside></aside>",
        BOTH,
    ),
    "docutils_dl": (
        f"<p>{RAIN} <a class='footnote-reference brackets' href='#id3' id='id1'>1</a>. {SNOW} <a class='footnote-reference brackets' href='#id4' id='id2'>2</a>.</p>"
        f"<dl class='footnote brackets'><dt class='label' id='id3'><span class='brackets'><a class='fn-backref' href='#id1'>1</a></span></dt><dd><p>{ONE}</p></dd>"
        f"<dt class='label' id='id4'><span class='brackets'><a class='fn-backref' href='#id2'>2</a></span></dt><dd><p>{TWO}</p></dd></dl>",
        BOTH,
    ),
    "docutils_table": (
        f"<p>{RAIN} <a class='footnote-reference' href='#id3' id='id1'>[1]</a>. {SNOW} <a class='footnote-reference' href='#id4' id='id2'>[2]</a>.</p>"
        f"<table class='docutils footnote' id='id3'><colgroup><col class='label'><col></colgroup><tbody><tr><td class='label'><a class='fn-backref' href='#id1'>[1]</a></td><td>{ONE}</td></tr></tbody></table>"
        f"<table class='docutils footnote' id='id4'><tbody><tr><td class='label'><a class='fn-backref' href='#id2'>[2]</a></td><td>{TWO}</td></tr></tbody></table>",
        BOTH,
    ),
    "asciidoctor": (
        f"<div class='paragraph'><p>{RAIN}<sup class='footnote'>[<a id='_footnoteref_1' class='footnote' href='#_footnotedef_1' title='View footnote.'>1</a>]</sup>. {SNOW}<sup class='footnote'>[<a id='_footnoteref_2' class='footnote' href='#_footnotedef_2'>2</a>]</sup></p></div>"
        f"<div id='footnotes'><hr><div class='footnote' id='_footnotedef_1'><a href='#_footnoteref_1'>1</a>. {ONE}</div><div class='footnote' id='_footnotedef_2'><a href='#_footnoteref_2'>2</a>. {TWO}</div></div>",
        BOTH,
    ),
    "org": (
        f"<p>{RAIN}<sup><a id='fnr.1' class='footref' href='#fn.1' role='doc-backlink'>1</a></sup>. {SNOW}<sup><a id='fnr.2' class='footref' href='#fn.2' role='doc-backlink'>2</a></sup>.</p>"
        f"<div id='footnotes'><h2 class='footnotes'>Footnotes: </h2><div id='text-footnotes'><div class='footdef'><sup><a id='fn.1' class='footnum' href='#fnr.1' role='doc-backlink'>1</a></sup> <div class='footpara' role='doc-footnote'><p class='footpara'>{ONE}</p></div></div>"
        f"<div class='footdef'><sup><a id='fn.2' class='footnum' href='#fnr.2'>2</a></sup> <div class='footpara'><p>{TWO}</p></div></div></div></div>",
        BOTH,
    ),
    "github": (
        f"<p>{RAIN}<sup><a href='#user-content-fn-a' id='user-content-fnref-a' data-footnote-ref aria-describedby='footnote-label'>1</a></sup>. {SNOW}<sup><a href='#user-content-fn-b' id='user-content-fnref-b' data-footnote-ref aria-describedby='footnote-label'>2</a></sup>.</p>"
        f"<section data-footnotes class='footnotes'><h2 class='sr-only' id='footnote-label'>Footnotes</h2><ol><li id='user-content-fn-a'><p>{ONE} <a href='#user-content-fnref-a' data-footnote-backref class='data-footnote-backref'>↩</a></p></li>"
        f"<li id='user-content-fn-b'><p>{TWO} <a href='#user-content-fnref-b' class='data-footnote-backref'>↩</a> <a href='#user-content-fnref-b-2' class='data-footnote-backref'>↩<sup>2</sup></a></p></li></ol></section>",
        BOTH,
    ),
    "forum": (
        f"<p>{RAIN}.<span class='footnote-reference' role='doc-noteref' id='fnrefq1'><sup><a href='#fnq1'>[1]</a></sup></span> {SNOW}.<span class='footnote-reference' id='fnrefq2'><sup><a href='#fnq2'>[2]</a></sup></span></p>"
        f"<ol class='footnote-section footnotes'><li class='footnote-item' id='fnq1'><span class='footnote-back-link'><sup><strong><a href='#fnrefq1'>^</a></strong></sup></span><div class='footnote-content'><p>{ONE}</p></div></li>"
        f"<li class='footnote-item' id='fnq2'><span class='footnote-back-link'><sup><strong><a href='#fnrefq2'>^</a></strong></sup></span><div class='footnote-content'><p>{TWO}</p></div></li></ol>",
        (("1", RAIN + "."), ("2", SNOW + ".")),
    ),
    "modern_footnotes": (
        f"<p>{RAIN}<sup class='modern-footnotes-footnote ' data-mfn='1' data-mfn-post-scope='p9'><a href='javascript:void(0)' role='button' aria-describedby='mfn-content-9-1'>1</a></sup><span id='mfn-content-9-1' role='tooltip' class='modern-footnotes-footnote__note' data-mfn='1'>{ONE}</span>. "
        f"{SNOW}<sup class='modern-footnotes-footnote ' data-mfn='2'><a href='javascript:void(0)' role='button' aria-describedby='mfn-content-9-2'>2</a></sup><span id='mfn-content-9-2' role='tooltip' class='modern-footnotes-footnote__note' data-mfn='2'>{TWO}</span>.</p>",
        BOTH,
    ),
    "footnotes_plugin": (
        f"<p>{RAIN}<span class='footnote_referrer'><a role='button' onclick='f(1)'><sup id='footnote_plugin_tooltip_1' class='footnote_plugin_tooltip_text'>[1]</sup></a><span id='footnote_plugin_tooltip_text_1' class='footnote_tooltip'>{ONE}</span></span>. "
        f"{SNOW}<span class='footnote_referrer'><a role='button' onclick='f(2)'><sup class='footnote_plugin_tooltip_text'>[2]</sup></a><span class='footnote_tooltip'>{TWO}</span></span>.</p>"
        f"<div class='footnote_container_prepare'><p>References</p></div><table class='footnotes_table footnote-reference-container'><tbody><tr class='footnotes_plugin_reference_row'><th class='footnote_plugin_index_combi'><a id='footnote_plugin_reference_1' class='footnote_backlink'><span class='footnote_index_arrow'>↑</span>1</a></th><td class='footnote_plugin_text'>{ONE}</td></tr>"
        f"<tr class='footnotes_plugin_reference_row'><th class='footnote_plugin_index_combi'><a class='footnote_backlink'><span class='footnote_index_arrow'>↑</span>2</a></th><td class='footnote_plugin_text'>{TWO}</td></tr></tbody></table>",
        BOTH,
    ),
    "drupal": (
        f"<p>{RAIN}<a class='see-footnote' id='footnoteref1_x' title='{ONE}' href='#footnote1_x'>1</a>. {SNOW}<a class='see-footnote' id='footnoteref2_y' href='#footnote2_y'>2</a>.</p>"
        f"<ul class='footnotes'><li class='footnote' id='footnote1_x'><a class='footnote-label' href='#footnoteref1_x'>1.</a> {ONE}</li><li class='footnote' id='footnote2_y'><a class='footnote-label' href='#footnoteref2_y'>2.</a> {TWO}</li></ul>",
        BOTH,
    ),
    "simple_footnotes": (
        f"<p>{RAIN}<a href='#note-9-1' class='simple-footnote' title='{ONE}' id='return-note-9-1'><sup>1</sup></a>. {SNOW}<a href='#note-9-2' class='simple-footnote' title='{TWO}' id='return-note-9-2'><sup>2</sup></a>.</p>"
        f"<div class='simple-footnotes'><p class='notes'>Notes:</p><ol><li id='note-9-1'>{ONE} <a href='#return-note-9-1'>&#8617;</a></li><li id='note-9-2'>{TWO} <a href='#return-note-9-2'>&#8617;</a></li></ol></div>",
        BOTH,
    ),
    "gazette": (
        f"<p>{RAIN} <a id='ntc1' href='#ntr1'>(<span class='super'>1</span>)</a>. {SNOW} <a id='ntc2' href='#ntr2'>(<span class='super'>2</span>)</a>.</p><hr class='note'>"
        f"<p class='note'><a id='ntr1' href='#ntc1'>(<span class='super'>1</span>)</a>  {ONE}</p><p class='note'><a id='ntr2' href='#ntc2'>(<span class='super'>2</span>)</a>  {TWO}</p>",
        BOTH,
    ),
    "journal": (
        f"<p>{RAIN} [<a href='#hill.ref001' class='ref-tip'>1</a>]. {SNOW} [<a href='#hill.ref002' class='ref-tip'>2</a>].</p><div class='toc-section'><h2>References</h2><ol class='references'>"
        f"<li id='ref1'><span class='order'>1.</span><a name='hill.ref001' id='hill.ref001' class='link-target'></a>{ONE}</li><li id='ref2'><span class='order'>2.</span><a name='hill.ref002' id='hill.ref002' class='link-target'></a>{TWO}</li></ol></div>",
        BOTH,
    ),
    "journal_without_backlinks": (
        f"<p>{RAIN}<sup><a data-test='citation-ref' href='/article/9#ref-CR1' id='ref-link-section-d1'>1</a>,<a href='/article/9#ref-CR2' id='ref-link-section-d2'>2</a></sup>. {SNOW}.</p>"
        f"<section><h2>References</h2><ol><li class='c-references__item' data-counter='1.'><p class='c-references__text' id='ref-CR1'>{ONE}</p></li><li class='c-references__item'><p id='ref-CR2'>{TWO}</p></li></ol></section>",
        (("1", RAIN), ("2", RAIN)),
    ),
    "distill": (f"<p>{RAIN}<d-footnote>{ONE}</d-footnote>. {SNOW}<d-footnote>{TWO}</d-footnote>.</p>", BOTH),
    "tufte": (
        f"<p>{RAIN}<label for='sn-1' class='margin-toggle sidenote-number'></label><input type='checkbox' id='sn-1' class='margin-toggle'><span class='sidenote'>{ONE}</span>. "
        f"{SNOW}<label for='sn-2' class='margin-toggle sidenote-number'></label><input type='checkbox' id='sn-2' class='margin-toggle'><span class='sidenote'>{TWO}</span>.</p>",
        BOTH,
    ),
    "latexml": (
        f"<p class='ltx_p'>{RAIN}<span class='ltx_note ltx_role_footnote' id='footnote1'><sup class='ltx_note_mark'>1</sup><span class='ltx_note_outer'><span class='ltx_note_content'><sup class='ltx_note_mark'>1</sup><span class='ltx_tag ltx_tag_note'>1</span>{ONE}</span></span></span>. "
        f"{SNOW}<span class='ltx_note ltx_role_footnote'><sup class='ltx_note_mark'>2</sup><span class='ltx_note_outer'><span class='ltx_note_content'><sup class='ltx_note_mark'>2</sup><span class='ltx_tag ltx_tag_note'>2</span>{TWO}</span></span></span>.</p>",
        BOTH,
    ),
    "attribute": (
        f"<p>{RAIN}<a class='footnote-link' data-footnote-content='&lt;p&gt;{ONE}&lt;/p&gt;'><sup>1</sup></a>. {SNOW}<a class='footnote-link' data-footnote-content='{TWO}'><sup>2</sup></a>.</p>",
        BOTH,
    ),
    "seed": (f"<p>{RAIN}.[i] {SNOW}.[ii]</p><p>So it went.</p><p>[i] {ONE}</p><p>[ii] {TWO}</p><p>About the author</p>", (("i", RAIN + "."), ("ii", SNOW + "."))),
    "lines": (f"<p>{RAIN}[1]. {SNOW}[2].</p><p><br>[1] {ONE}<br>[2] {TWO}</p>", BOTH),
    "unicode": (f"<p>{RAIN}¹. {SNOW}².</p><hr><p>¹ {ONE}</p><p>² {TWO}</p>", BOTH),
    "heading_list": (f"<p>{RAIN}<sup>1</sup>. {SNOW}<sup>2</sup>.</p><h3>Kaynakça</h3><ol><li>{ONE}</li><li>{TWO}</li></ol><h3>Other news</h3><p>Nothing.</p>", BOTH),
    "table": (f"<p>{RAIN}<sup>1</sup>. {SNOW}<sup>2</sup>.</p><h4>Anmerkungen</h4><table><tr><td>1</td><td>{ONE}</td></tr><tr><td>2</td><td>{TWO}</td></tr></table>", BOTH),
    "list_terms": (f"<p>{RAIN} [1]. {SNOW} [2].</p><h4>Sources</h4><dl><dt>[1]</dt><dd>{ONE}</dd><dt>[2]</dt><dd>{TWO}</dd></dl>", BOTH),
    "small_print": (f"<p>{RAIN}<sup>1</sup>. {SNOW}<sup>2</sup>.</p><p><small><sup>1</sup> {ONE}<br><sup>2</sup> {TWO}</small></p>", BOTH),
    "daggers": (f"<p>{RAIN}*. {SNOW}†.</p><p>So it went.</p><p>* {ONE}</p><p>† {TWO}</p>", (("*", RAIN), ("†", SNOW))),
    "letters": (f"<p>{RAIN}<sup>a</sup>. {SNOW}<sup>b</sup>.</p><hr><p><sup>a</sup> {ONE}</p><p><sup>b</sup> {TWO}</p>", (("a", RAIN), ("b", SNOW))),
    "one_bracket": (f"<p>{RAIN} [1, 2]. {SNOW}.</p><h2>References</h2><p>[1] {ONE}</p><p>[2] {TWO}</p>", (("1", RAIN), ("2", RAIN))),
    "cjk_brackets": (f"<p>{RAIN}［1］。{SNOW}［2］。</p><h2>注释</h2><p>［1］{ONE}</p><p>［2］{TWO}</p>", BOTH),
    "substack": (f"<p>{RAIN}<a class='footnote-anchor' data-component-name='FootnoteAnchorToDOM' id='footnote-anchor-1-1' href='#footnote-1-1' target='_self'>1</a>. {SNOW}<a class='footnote-anchor' id='footnote-anchor-2-1' href='#footnote-2-1'>2</a>.</p><div class='footnote' data-component-name='FootnoteToDOM'><a id='footnote-1-1' href='#footnote-anchor-1-1' class='footnote-number' contenteditable='false' target='_self'>1</a><div class='footnote-content'><p>{ONE}</p></div></div><div class='footnote'><a id='footnote-2-1' href='#footnote-anchor-2-1' class='footnote-number'>2</a><div class='footnote-content'><p>{TWO}</p></div></div>",BOTH),
    "wikipedia": (f"<p>{RAIN}<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'><span class='cite-bracket'>&#91;</span>1<span class='cite-bracket'>&#93;</span></a></sup>. {SNOW}<sup id='cite_ref-Fr_2-0' class='reference'><a href='#cite_note-Fr-2'>[2]</a></sup>.</p><div class='reflist'><div class='mw-references-wrap'><ol class='references'><li id='cite_note-1'><span class='mw-cite-backlink'><b><a href='#cite_ref-1'>^</a></b></span> <span class='reference-text'>{ONE}</span></li><li id='cite_note-Fr-2'><span class='mw-cite-backlink'>^ <a href='#cite_ref-Fr_2-0'><sup><i><b>a</b></i></sup></a> <a href='#cite_ref-Fr_2-1'><sup><i><b>b</b></i></sup></a></span> <span class='reference-text'>{TWO}</span></li></ol></div></div>",BOTH),
    "blogger": (f"<p>{RAIN}<a href='https://blog.example/post.html#_edn1' name='_ednref1'><span>[i]</span></a>. {SNOW}<a href='https://blog.example/post.html#_edn2' name='_ednref2'><span>[ii]</span></a>.</p><br><hr><div id='edn1'><p><a href='https://blog.example/post.html#_ednref1' name='_edn1'>[i]</a> {ONE}</p></div><div id='edn2'><p><a href='https://blog.example/post.html#_ednref2' name='_edn2'>[ii]</a> {TWO}</p></div>",(("i",RAIN),("ii",SNOW))),
    "googledocs": (f"<p class='c1'><span class='c0'>{RAIN}</span><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><span>. {SNOW}</span><sup><a href='#ftnt2' id='ftnt_ref2'>[2]</a></sup><span>.</span></p><hr class='c5'><div><p class='c2'><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span class='c3'>&nbsp;{ONE}</span></p></div><div><p><a href='#ftnt_ref2' id='ftnt2'>[2]</a><span>&nbsp;{TWO}</span></p></div>",BOTH),
    "openedition": (f"<p class='texte'><span class='paranumber'>1</span>{RAIN}<a class='footnotecall' id='bodyftn1' href='#ftn1'>1</a>. {SNOW}<a class='footnotecall' id='bodyftn2' href='#ftn2'>2</a>.</p><ul class='sidenotes'><li><span class='num'>1 </span>{ONE}</li><li><span class='num'>2 </span>{TWO}</li></ul><div id='notes'><h2>Notes</h2><p class='notesbaspage'><a class='FootnoteSymbol' id='ftn1' href='#bodyftn1'>1</a> {ONE}</p><p class='notesbaspage'><a class='FootnoteSymbol' id='ftn2' href='#bodyftn2'>2</a> {TWO}</p></div>",BOTH),
    "cambridge": (f"<p class='p'>{RAIN}.<a href='#fn1' class='xref fn'><span class='show-for-sr'>Footnote </span><sup>1</sup></a> {SNOW}.<a href='#fn2' class='xref fn'><span class='show-for-sr'>Footnote </span><sup>2</sup></a></p><div class='fn-group'><div class='fn' id='fn1'><p class='p'><span class='label'><sup>1</sup></span> {ONE}</p></div><div class='fn' id='fn2'><p class='p'><span class='label'><sup>2</sup></span> {TWO}</p></div></div>",(("1",RAIN+"."),("2",SNOW+"."))),
    "easy_footnotes": (f"<p>{RAIN}<span id='easy-footnote-1-99' class='easy-footnote-margin-adjust'></span><span class='easy-footnote'><a href='https://site.example/post/#easy-footnote-bottom-1-99' title='{ONE}'><sup>1</sup></a></span>. {SNOW}<span class='easy-footnote'><a href='#easy-footnote-bottom-2-99' title='{TWO}'><sup>2</sup></a></span>.</p><div class='easy-footnote-title'><h4>Notes:</h4></div><ol class='easy-footnotes-wrapper'><li class='easy-footnote-single'><span id='easy-footnote-bottom-1-99' class='easy-footnote-margin-adjust'></span>{ONE}<a class='easy-footnote-to-top' href='#easy-footnote-1-99'></a></li><li class='easy-footnote-single'><span id='easy-footnote-bottom-2-99'></span>{TWO}<a class='easy-footnote-to-top' href='#easy-footnote-2-99'></a></li></ol>",BOTH),
    "wp_core": (f"<p>{RAIN}<sup data-fn='ab1' class='fn'><a id='ab1-link' href='#ab1'>1</a></sup>. {SNOW}<sup data-fn='ab2' class='fn'><a id='ab2-link' href='#ab2'>2</a></sup>.</p><ol class='wp-block-footnotes'><li id='ab1'>{ONE} <a href='#ab1-link' aria-label='Jump to footnote reference 1'>↩︎</a></li><li id='ab2'>{TWO} <a href='#ab2-link'>↩︎</a></li></ol>",BOTH),
    "elementor_note_words": (f"<p>{RAIN} [1]. {SNOW} [2].</p><p><strong>Dipnotlar</strong></p><p>1- {ONE}</p><p>2- {TWO}</p>",BOTH),
    "arabic_digits": (f"<p>{RAIN}.[١] {SNOW}.[٢]</p><h3>المراجع</h3><p>[١] {ONE}</p><p>[٢] {TWO}</p>",(("١",RAIN+"."),("٢",SNOW+"."))),
    "data_popover": (f"<p>{RAIN}<sup><a href='#' data-toggle='popover' data-content='{ONE}' class='footnote'>1</a></sup>. {SNOW}<sup><a href='#' data-toggle='popover' data-content='{TWO}' class='footnote'>2</a></sup>.</p>",BOTH),
    "span_super": (f"<p>{RAIN}.<span style='vertical-align:super;font-size:smaller'>1</span> {SNOW}.<span style='vertical-align:super'>2</span></p><p>Notes</p><p>1. {ONE}</p><p>2. {TWO}</p>",(("1",RAIN+"."),("2",SNOW+"."))),
    "amp": (f"<p>{RAIN}<sup><a href='#r1'>1</a></sup>. {SNOW}<sup><a href='#r2'>2</a></sup>.</p><ol><li id='r1'>{ONE}</li><li id='r2'>{TWO}</li></ol>",BOTH),
    "newsroom_sources": (f"<p>{RAIN} <a href='#src1'>[1]</a>. {SNOW} <a href='#src2'>[2]</a>.</p><p><b>Sources</b></p><p id='src1'>1. {ONE}</p><p id='src2'>2. {TWO}</p>",BOTH),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_notes_are_found_in_each_form(form: str) -> None:
    markup, marks = FORMS[form]
    document = html.read(
        f"<html lang='en'><title>Weather</title><body><article><h1>Weather</h1>{markup}</article></body></html>".encode(),
        "a.html",
    )
    assert [note.text for note in document.notes] == [ONE, TWO]
    assert [note.label for note in document.notes] == [label for label, _ in marks]
    assert [mark.label for mark in document.marks] == [label for label, _ in marks]
    before = [document.blocks[mark.block].text[: mark.offset] for mark in document.marks]
    assert [words for (_, words), text in zip(marks, before, strict=True) if not text.endswith(words)] == []
    assert [mark.note for mark in document.marks] == [0, 1]
    assert document.problems == ()
    body = " ".join(block.text for block in document.blocks)
    assert ONE not in body
    assert TWO not in body
