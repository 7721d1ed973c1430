"""What is known of a language: the one value that a module of this package makes.

The rule of this file: a field is prose. Words are divided by blanks, lower case, with their diacritics; phrases by
semicolons; patterns (regular expressions, matched without regard to case) by `|`. What a language does not need stays
empty. A word that is an everyday word of another language too (Italian `due`, Danish `fire`) stands in `elsewhere` as
well: it counts only where the text is known to be in this language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Language:
    """The words of one language, by what they do."""

    name: str  # in English
    codes: str  # ISO 639, all by which detectors and documents call it, the commonest first
    elsewhere: str = ""

    # Dates, numbers and what stands around them.
    months: str = (
        ""  # twelve groups divided by semicolons, January first: every form and abbreviation, without its stop
    )
    numbers: str = ""  # "2 two; 3 three"
    hundreds: str = ""  # words for a hundred behind a number in words
    tens_and: str = ""  # what stands between tens and ones: vingt et un
    hundreds_and: str = ""  # what stands between hundreds and the rest: two hundred and five
    joined_numbers: str = (
        ""  # "0 und; 1 ein": what stands, beside the numbers, inside numbers that are one word; 0 joins
    )
    ranks: str = ""  # patterns of what is not the first of its kind: second-largest
    first_ranks: str = ""  # patterns of what is: largest
    ordinals: str = ""  # "2 second; 3 third", and others of the same worth (twice, both)
    amounts: str = ""  # more words that count, without one value (half, once), or that are articles as well (un, bir)
    magnitudes: str = ""  # "1e3 thousand k; 1e6 million m": what a number before them is multiplied by
    half_days: str = ""  # what stands behind an hour before noon and after it, without stops: am pm
    percent: str = ""
    percent_before: str = ""  # the same in front of the number
    percent_phrases: str = ""  # phrases, where one word is not enough: per cent
    ordinal_endings: str = ""  # what stands behind the digits of an ordinal: st, nd
    minus: str = ""  # words in front of a number that make it less than nothing
    roughly: str = ""
    around: str = ""  # words in front of a year that is only near
    at_least: str = ""
    at_most: str = ""
    between: str = ""  # words in front of two bounds
    instead: str = ""  # patterns in front of a value that is then not the one: instead of
    joining: str = ""  # and, or
    centuries: str = ""  # patterns
    named_centuries: str = ""  # "18 Settecento", as they are written
    and_half: str = ""  # patterns behind a number or a magnitude: and a half
    half_a: str = ""  # patterns in front of a magnitude: half a
    decades: str = ""  # "20 twenties": decades in one word
    decades_behind: str = ""  # patterns that make a decade of the digits in front of them: 1990s
    decades_before: str = ""  # the same in front: années 1990
    parts: str = (
        ""  # "2 half; 3 third thirds": words for parts of a whole; with ! what is nothing else, with _ for a blank
    )
    parts_of: str = ""  # patterns behind a word that may be an ordinal, where it is a part: of
    parts_by: str = ""  # phrases in front of a word that is then a part, whatever stands behind it: by a
    totals: str = ""  # what the rows of tables are called that sum up the others
    out_of: str = ""  # patterns between two numbers: three in ten
    over: str = ""  # patterns between the number of all parts and how many of them are meant: 分之
    every: str = ""  # patterns in front of an ordinal: every third
    points: str = ""  # patterns behind a number that is a difference of two percentages
    units: str = ""  # "KM kilometre kilometres; DAY day days": what is measured in, by a name that all languages share
    currencies: str = ""  # "$ dollar dollars; € euro euros": what stands for each, and its names

    # What decides how a change in a quotation is called.
    negations: str = ""
    negative_prefixes: str = ""
    negative_endings: str = ""
    negative_beginnings: str = ""  # of words that negate, where no other word begins so
    negative_joints: str = ""  # those of the negations that only go on with one: nor
    not_negative: str = ""  # words that hold such letters and say no “not”: 不断, 非常
    negative_runs: str = ""  # letters that negate wherever they stand in a word or between words
    opposites: str = ""  # "rose risen / fell fallen; more / less": words that turn a sentence into its contrary
    done_to: str = (
        ""  # patterns of verbs between who does it and to whom, where the order of the words tells which is which
    )
    done_apart: str = ""  # patterns of words between a name and such a verb that begin another clause, or stand for the one it is done to
    done_by: str = ""  # patterns that turn that order: by
    modals: str = ""  # how certain or how binding
    qualifiers: str = ""  # how much, how often
    spellings: tuple[tuple[str, str], ...] = ()  # (pattern, what the other spelling has there), never another word
    contractions: str = (
        ""  # "n't not; 'll will shall": what stands at the end of a word, and the words that it stands for
    )
    contracted: str = ""  # words that 's and 'd are contracted with, where they may be something else behind others
    capitals_lose_marks: bool = False  # print leaves out the accents of capitals: Etat, Eglise
    dotless_i: bool = False  # I is the capital of ı, and İ that of i
    adjectives_have_capitals: bool = False  # those of countries and persons: European, Victorian
    short_forms: str = ""  # "dr doctor; st saint": an abbreviation, and the words that it stands for
    accents_are_one: bool = False  # è for é is a slip, and no other word
    beginnings: str = ""  # "grey gray; tyre tire": how words begin in one spelling and in the other

    # Words without content, and those that begin or end sentences.
    function_words: str = ""
    titles_of_people: str = ""  # what stands in front of a surname and is no given name: president, mrs
    people_before: str = ""  # patterns in front of a person's name, in scripts without capitals: mayor, doctor
    people_behind: str = ""  # the same behind it
    behind_names: str = ""  # patterns of what stands behind the whole name of a person there: said, of
    surnames: str = ""  # the commonest surnames, where names are known by them: 王 李
    opening: str = ""  # words that open sentences and seldom stand second in a name
    announcing: str = ""  # abbreviations that never end a sentence: titles, words before an example
    counting: str = ""  # abbreviations that go on where a number follows
    closing: str = ""  # abbreviations that may end a sentence
    before_ordinal: str = ""  # words in front of a number that counts and carries a stop
    behind_ordinal: str = ""  # what such a number counts, beside months
    ordinals_have_stops: bool = False
    counts_by_twenties: bool = False  # seventy is “sixty ten”, and eighty “four twenty”
    years_in_two: bool = False  # nineteen sixty-two is a year
    ones_follow_ten: bool = False  # twelve is “ten two”, and twenty may be “two ten”
    told_by: str = ""  # a pattern that tells this language where nobody else did

    # Notes and references.
    note_headings: str = ""  # phrases
    heading_buttons: str = ""  # phrases that wikis put behind a heading
    note_words: str = ""  # patterns: "note 3", "fn. 3"
    accessed: str = ""  # patterns in front of an access date
    as_of: str = ""  # patterns that say the same where a part of the reference begins with them: as of
    accessed_behind: str = ""  # patterns behind an access date
    archived: str = ""  # patterns in front of the date of an archived copy
    archived_on: str = ""  # words between the two
    see: str = ""  # patterns that send to another note, beside those above: xem, shih
    decided_on: str = ""  # patterns in front of the date by which a judgment or a resolution is called
    same_source: str = ""  # patterns: ibid.
    same_author: str = ""  # patterns in the place of an author's name: idem, ders.
    between_works: str = ""  # patterns between two works of a note, beside those between authors: with, sowie
    named_hereafter: str = ""  # hereinafter, in front of the name by which a work is called from there on
    earlier_source: str = ""  # patterns: op. cit.
    numbered_source: str = ""  # patterns in front of a note's number: note, n.
    numbered_behind: str = ""  # the same behind the number
    above: str = ""  # patterns beside it: supra, above
    below: str = ""  # patterns: infra, below
    introductions: str = ""  # patterns: see, cf.
    weak_introductions: str = ""  # patterns: words that names begin with as well
    pointers: str = ""  # patterns that begin a note which points to more than it proves: see, for an overview
    pages: str = ""  # patterns in front of a page's number: p., pp.; the same for the other places in a work
    paragraphs: str = ""
    sections: str = ""
    chapters: str = ""
    lines: str = ""
    times: str = ""  # patterns beside a time: min.
    pages_behind: str = ""  # patterns behind the number of a page; the same for the other places
    paragraphs_behind: str = ""
    sections_behind: str = ""
    chapters_behind: str = ""
    at_place: str = ""  # patterns in front of the place that is meant, among others: at, here
    volumes: str = ""  # patterns in front of the number of a volume or an issue
    volumes_behind: str = ""  # patterns behind it
    media: str = ""  # patterns: electronic resource
    no_date: str = ""  # patterns
    editions: str = ""  # patterns behind the number of an edition: edn, Aufl.
    edited: str = ""  # patterns: eds.
    and_others: str = ""  # patterns behind the last author that is named: et al.
    bodies: str = ""  # patterns: the last word of an organisation's name
    series: str = ""  # patterns in front of the name of a series
    by: str = ""  # words between a title and its author
    site_cues: str = ""  # words in front of a site's name
    no_sites: str = ""  # patterns of what is no site's name: vol., pp.
    site_tails: str = ""  # patterns that end a site's name
    address_cues: str = ""  # patterns in front of an address
    reference_words: str = ""  # words that only references have
    source_cues: str = ""  # patterns in front of a link that stands alone: source, via
    invitations: str = (
        ""  # patterns that begin a sentence which invites the reader, or credits a picture: follow us, photo by
    )
    dots: str = ""  # patterns: what is written in the place of a dot in an address that nobody is to open by accident

    below_zero: str = ""  # patterns that say of a number beside them that it is less than nothing

    # Author-date citations: patterns.
    between_authors: str = ""  # and
    prefixed_and: str = ""  # and, written as the first letter of the next name
    other_authors: str = ""  # what stands for those behind the first: et al.
    quoted_in: str = ""  # between a work that nobody saw and the one that quotes it: as cited in
    cited_within: str = ""  # the same by author and date, where it may stand for something else in a note: reported by
    unpublished: str = ""  # what stands in the place of a year: in press
    organisations: str = ""  # words by which the name of an organisation is known
    no_authors: str = ""  # what has a capital in front of a year and is nobody's name: table, act, spring
    name_particles: str = ""  # small words inside names: van, von
    before_places: str = ""  # what stands in front of a town: in

    # Claims.
    works: str = ""  # patterns: kinds of works (film, novel)
    naming: str = ""  # patterns that announce a name or a word as a word
    speech: str = ""  # patterns of verbs of saying
    spoken_of: str = ""  # words behind such a verb where nobody speaks: said to be, written by
    title_words: str = ""  # small words that titles write small

    own_parts: str = ""  # patterns of what an article says of itself: this paper, table 2, we counted
    superlatives: str = ""  # patterns: the oldest … in the world

    # Quotations: patterns.
    editors_notes: str = ""  # what authors say in brackets of the words beside it: emphasis added, sic, my translation
    notes_left_out: str = ""  # the same where they say that citations or notes were left out
    left_out: str = ""  # what they write in brackets in the place of words that were left out
    turning: str = ""  # what goes on behind a clause and takes back some of it: if, unless, but, except
    provisos: str = (
        ""  # what begins a sentence that only goes on with the one before it and takes back some of it: ただし
    )
    denied_behind: str = ""  # the same behind the quoted words, where the verb ends the sentence
    denying: str = ""  # what stands in front of a clause that is then not asserted: I do not think that

    # What pages say of themselves: patterns.
    page_not_found: str = ""
    page_not_there: str = ""  # said in a sentence to the visitor: the page you are looking for
    page_age: str = ""  # how a page asks whether the visitor is old enough
    page_challenge: str = ""
    page_elsewhere_only: str = ""
    page_consent: str = ""
    page_login: str = ""
    page_members: str = ""  # said to a visitor who has to log in first: you must be logged in to view this
    page_paywall: str = ""
    page_parked: str = ""
    page_corrected: str = ""  # how a note on a page begins that says what was wrong in it
    page_retracted: str = ""  # how a title or a notice begins by which a work says that it was retracted or withdrawn
    page_default: str = ""
    page_suspended: str = ""
    page_database: str = ""
    page_maintenance: str = ""
    page_waiting: str = ""  # said where too many ask at once: too many requests, you are now in line
    page_hijacked: str = ""
    page_needs_script: str = ""
    page_cut: str = ""  # what stands where a text was cut for those who do not pay
    page_cut_words: str = ""  # phrases of which one stands in each of them
    page_rest: str = ""  # a link or a button that leads from a beginning to the rest: read the full story
    page_abstract: str = ""  # phrases: what stands over the abstract of a paper
    page_removed: str = ""  # said in place of a video, a post or an account
    page_redirecting: str = ""  # said by a page that only leads elsewhere
    page_loading: str = ""  # stands where scripts are to write
    page_of: str = ""  # "page 1 of 2"
    page_consent_words: str = ""  # what consent forms are full of

    # What on a page is not its text.
    directions: str = ""  # patterns of what reporters of speeches put into brackets: applause, laughter
    page_labels: str = ""  # patterns of lines that stand between paragraphs: advertisement, story continues below
    page_related: str = ""  # phrases in front of links to other pages
    page_comments: str = ""  # phrases over what readers wrote
    page_numbering: str = ""  # words that stand beside the number of a page: page, of
    page_lines: str = ""  # phrases that stand alone between two lines of a text: advertisement, share this article
    page_stamps: str = ""  # phrases that begin a line which is stamped on pages: downloaded from
