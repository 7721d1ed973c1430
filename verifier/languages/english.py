"""English."""

from verifier.languages._language import Language


def _not_first(letters: str) -> str:
    """Only where a vowel stands before these letters."""
    return "".join(f"(?<!^[^aeiou]{{{consonants}}}{letters})" for consonants in range(4))


LANGUAGE = Language(
    name="English",
    codes="en",
    months=(
        "january jan; february feb; march mar; april apr; may; june jun; july jul; august aug; "
        "september sep sept; october oct; november nov; december dec"
    ),
    numbers=(
        "0 zero; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; "
        "12 twelve; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; "
        "19 nineteen; 20 twenty; 30 thirty; 40 forty; 50 fifty; 60 sixty; 70 seventy; 80 eighty; 90 ninety; "
        "100 hundred; 1000 thousand; 1e6 million"
    ),
    ordinals=(
        "1 first; 2 second twice both; 3 third; 4 fourth; 5 fifth; 6 sixth; 7 seventh; 8 eighth; 9 ninth; "
        "10 tenth; 11 eleventh; 12 twelfth; 13 thirteenth; 14 fourteenth; 15 fifteenth; 16 sixteenth; "
        "17 seventeenth; 18 eighteenth; 19 nineteenth; 20 twentieth; 30 thirtieth; 40 fortieth; 50 "
        "fiftieth; 60 sixtieth; "
        "70 seventieth; 80 eightieth; 90 ninetieth; 100 hundredth"
    ),
    amounts="dozen half quarter once",
    magnitudes=(
        "10 decade decades; 1e3 thousand k; 1e5 lakh lakhs lac; 1e7 crore crores cr; 1e6 million millions m mn; 1e9 billion billions bn b; "
        "1e12 trillion trillions tn trn"
    ),
    half_days="am pm",
    percent="% percent pct",
    percent_phrases="per cent",
    ordinal_endings="st nd rd th",
    roughly="about around approximately approx roughly nearly almost some circa ca c estimated early late mid",
    at_least="over more exceeding least above after",
    at_most="under less fewer below up before until",
    between="between",
    joining="and or to",
    centuries="centur(?:y|ies)",
    negative_joints="nor",
    negations="not no never none nobody nothing neither nor without cannot hardly barely scarcely non",
    negative_endings="n't n’t cannot",
    negative_prefixes="un in im il ir dis non mis de anti",
    opposites=(
        "rose rise risen grew growth increased increase increases climbed jumped soared gone_up "
        "went_up going_up goes_up / gone_down went_down going_down goes_down fell fall fallen "
        "dropped drop decreased decrease declined decline shrank sank plunged slumped reduction; doubled "
        "double tripled / halved halve; rose risen rise rises rising grew grow grown grows increased "
        "increase increases gained climbed / "
        "fell fallen fall falls falling dropped drop shrank shrunk decreased decrease decreases declined "
        "decline declines lost sank; more / less fewer; higher highest / lower lowest; above over / below "
        "under; before / after; won win wins / lost lose loses; accepted accept accepts approved approve "
        "approves adopted / rejected reject rejects refused; opened opens open / closed closes close; "
        "supported support supports backed / opposed oppose opposes; allowed allows allow permitted / banned "
        "bans ban forbade prohibited; majority / minority; largest biggest / smallest; oldest / youngest; "
        "first / last; north northern / south southern; east eastern / west western; succeeded success / "
        "failed failure; guilty convicted / acquitted innocent; legal / illegal; began begun started / ended "
        "finished; arrived / left departed; bought / sold; strengthened stronger / weakened weaker; always / "
        "never; all / none; most / few; true / false; longer / shorter; earlier / later; better best / worse "
        "worst; hired appointed / dismissed fired; praised defended / condemned criticised criticized; married / "
        "divorced; alive / dead; import imports imported / export exports exported; premium / discount; "
        "front / rear; profit / loss; surplus / deficit"
    ),
    adjectives_have_capitals=True,
    units=(
        "KG kg kilogram kilograms kilogramme kilogrammes kilo kilos; TON ton tons tonne tonnes; KM km kilometre "
        "kilometres kilometer kilometers; METRE metre metres meter meters; CM cm centimetre centimetres centimeter"
        " centimeters; MILE mile miles; FOOT feet; HECTARE ha hectare hectares; ACRE acres; LITRE litre litres "
        "liter liters; GALLON gallons; HOUR hour hours; MINUTE minute minutes; DAY day days; WEEK week weeks; "
        "MONTH month months; YEAR year years"
    ),
    years_in_two=True,
    modals=(
        "may might can could shall should will would must ought need perhaps maybe possibly probably likely allegedly "
        "reportedly apparently seems seem"
    ),
    qualifiers=(
        "only just almost nearly about around approximately some most many few mostly largely partly often "
        "sometimes usually generally mainly at least up to more less than even still already quite "
        "rather very always ever "
        "all every each both either any"
    ),
    spellings=(
        (
            # Behind a second vowel: labour, but not pour or scour.
            (f"our{_not_first('our')}(?=$|s$|ed$|er|ing|ab|hood|ful|less|ite|ist|y$)", "or"),
            (f"is(?<=[a-z]{{2}}is){_not_first('is')}(?=e$|es$|ed$|er|ing$|ation|able)", "iz"),
            ("ys(?<=[a-z]{2}ys)(?=e$|es$|ed$|er|ing$)", "yz"),
            ("re(?<=[bt]re)(?<!^timbre)(?=$|s$)", "er"),
            ("ll(?<=[aeiou][bcdfgkmnprstvx][aeiou]ll)(?=ed$|ing$|er$|ers$|or$|ors$|ous$|ery$|est$)", "l"),
            ("ll(?<=[aeiou][lmnprstgx][bcdfgmnprstv][aeiou]ll)(?=ed$|ing$|er$|ers$|or$|ors$|ous$|ery$|est$)", "l"),
            ("ll(?<=u[ae]ll)(?=ed$|ing$|er$|est$)", "l"),
            ("ll(?=ment)", "l"),
            ("ogue(?=$|s$|d$)", "og"),
        )
    ),
    contractions=(
        "can't cannot can_not; won't will_not; shan't shall_not; cannot can_not; n't _not; 're _are; "
        "'ve _have; 'll _will _shall; "
        "'m _am; 's _is _has; 'd _had _would; let's let_us"
    ),
    contracted="it he she that there here what who where when how this i you we they",
    beginnings=(
        "practic practiz; licenc licens; defenc defens; offenc offens; pretenc pretens; distill distil; "
        "instill instil; enroll enrol; fulfill fulfil; enthrall enthral; skillful skilful; willful wilful; "
        "kidnapp kidnap; worshipp worship; handicapp handicap; learnt learned; burnt burned; spelt spelled; "
        "spoilt spoiled; spilt spilled; dreamt dreamed; leapt leaped; centred centered; centring centering; "
        "manoeuvred maneuvered; manoeuvring maneuvering; manoeuvre maneuver; maneuvre maneuver; foetus fetus; "
        "foetal fetal; oestrogen estrogen; oesophag esophag; oedema edema; amoeb ameb; diarrhoea diarrhea; "
        "coeliac celiac; homoeopath homeopath; anaem anem; anaesth anesth; haem hem; leukaemi leukemi; gynaec gynec; "
        "paed ped; orthopaed orthoped; encyclopaed encycloped; archaeo archeo; palaeo paleo; mediaeval medieval; "
        "caesarean cesarean; grey gray; tyre tire; plough plow; mould mold; moult molt; smoulder smolder; "
        "sceptic skeptic; ageing aging; cheque check; chequer checker; jewellery jewelry; jeweller jeweler; "
        "aluminium aluminum; pyjama pajama; kerb curb; storeys stories; storey story; programme program; "
        "kilogramme kilogram; gramme gram; cosy cozy; moustache mustache; artefact artifact; enquir inquir; "
        "draught draft; judgement judgment; acknowledgement acknowledgment; sulph sulf; whilst while; amongst among; "
        "amidst amid; towards toward; forwards forward; backwards backward; afterwards afterward; upwards upward; "
        "downwards downward; yoghurt yogurt; gaol jail; woollen woolen; tranquillity tranquility; omelette omelet; "
        "meagre meager; ochre ocher; sepulchre sepulcher"
    ),
    titles_of_people=(
        "corporal private engineer president vice prime minister premier senator governor mayor king queen prince princess "
        "pope bishop archbishop cardinal father mother sister brother general colonel captain major "
        "lieutenant sergeant admiral commander "
        "judge justice professor doctor sir lady lord dame count countess duke duchess baron baroness saint aunt uncle "
        "emperor empress sultan chancellor ambassador secretary director chairman congressman congresswoman "
        "representative inspector detective officer coach miss mister madam mrs mr ms reverend rabbi imam sheikh young "
        "old late former chief commissioner councillor architect mount lake fort port new"
    ),
    function_words=(
        "a an the and or but nor so yet if of in on at to for from by with as into than then that this these "
        "those it its it's he she they we you i his her their our my your him them us me who whom whose "
        "which what when where "
        "why how is am are was were be been being do does did done has have had having will would can "
        "could may might shall "
        "should must not no also there here such very more most some any all each other another both "
        "only just about after "
        "before between during over under up down out off again through while because until against own same too s t d"
    ),
    opening=(
        "the a an it he she they we you i in on at this that these those there his her its their our my but and so if "
        "when while after before as for from with however although though since then now here what who "
        "how why where which "
        "some many most all yes each both such also by to of one two during under until because despite "
        "another other more "
        "only even still yet today later once"
    ),
    announcing=(
        "dr mr mrs ms messrs prof profs rev fr gen col lt maj capt cpt cmdr sgt cpl adm gov sen rep hon pres supt "
        "insp amb mt e.g eg i.e ie cf viz vs v approx ca c incl esp resp ed eds trans ibid"
    ),
    counting=(
        "no nos nr nrs num vol vols p pp pg pgs par para fig figs ch chap sec sect art arts pt pts ep eps op fol n "
        "tel ext abs t f ff r s jan feb mar apr jun jul aug sep sept oct nov dec b d fl est ft in lb lbs mm cm km kg"
    ),
    closing=(
        "bn intl natl phys ex etc inc ltd co corp bros llc plc jr sr esq st ave blvd rd dept univ assn u.s u.k u.n "
        "e.u d.c a.m p.m b.c a.d b.c.e c.e ph.d m.d b.a m.a al"
    ),
    note_headings=(
        "notes; note; footnotes; footnote; endnotes; end notes; references; reference; sources; citations; "
        "bibliography; works cited; notes and references; references and notes; sources and notes; notes and sources; "
        "references and sources; literature; literature cited; sidenotes; reference list; links; further references; "
        "sources and further reading; cited works; references & notes; notes & references; sources cited; source"
    ),
    heading_buttons="[edit]; [edit source]",
    note_words=r"(?:foot|end|side)?notes?|fn\.?|n\.|ref\.?",
    accessed=(
        r"(?-i:Web\.)(?=\s\d{1,2}\s)|"  # MLA until 2016: Web. 13 May 2012.
        r"(?:last |date )?(?:accessed|visited|viewed|checked|retrieved|consulted)(?: on)?|"
        r"access(?: date)?(?: on)?|date of (?:last )?(?:access(?:ed)?|visit|retrieval)|date access|cited|"
        r"last opened(?: on)?|(?:last )?(?:seen|read|downloaded|updated and accessed|browsed)(?: on)?|"
        r"(?:last|most recently) (?:access|visit|viewing|retrieval|consulted|browsed)(?: on)?|"
        r"(?:download|visit|viewing|retrieval|consultation) date|"
        r"date (?:viewed|visited|retrieved|consulted|checked|downloaded|of retrieval)|"
        r"available (?:on|as of)(?= \d)|website accessed(?: on)?|access(?:ed)? at"
    ),
    as_of="as of|as at|status",
    archived="archived",
    archived_on="on",
    introductions=(
        r"see(?: also| generally| e\.g\.|,? for example,?|,? for instance,?| especially| in particular| notably|,? esp\.)?|cf\.?|"
        r"quoted (?:in|from|by)|source(?=\s*:)|"
        r"available at|also|(?-i:and)|see,? e\.g\.,?|see generally|for example|e\.g\.|as well as|see too|"
        r"sources(?=\s*:)|but see(?:,? e\.g\.,?| also)?|but cf\.?|accord|contra|(?-i:generally)"
    ),
    weak_introductions="compare|vide",
    pointers=(
        r"see|cf|compare|(?:for|on) (?:an? |the |more |further )?(?:\w+ )?(?:overview|introduction|"
        "discussion|details|account|"
        r"history|background|survey|summary)|more (?:on|about)|further reading"
    ),
    see="but|so",
    decided_on="of|dated",
    same_author="idem|id|eadem|ead",
    between_works="with|as well as|followed by|and after (?:him|her|them)",
    same_source=r"ibid(?:em)?|ib(?=\.)|id(?=\.)|idem",
    named_hereafter=r"hereinafter|hereafter|henceforth",
    earlier_source=r"(?:op|loc|art)(?:\.\s?|\s)cit|opus citatum|(?:work )?cited above|previously cited|supra(?=\.?(?:,|;|$))",
    numbered_source=(
        r"(?:text )?accompanying (?:foot)?notes?|text (?:at|to) (?:foot)?notes?|(?:foot|end)?notes?|nn?\.?|"
        r"fnn?\.?|refs?\."
    ),
    above="supra|above|earlier|preceding|ante",
    below="infra|below",
    pages=r"pp?\.?|pgs?\.|pages?",
    paragraphs=r"paras?\.?|pars?\.|paragraphs?",
    sections=r"secs?\.|sects?\.|sections?|ss?(?=\s\d)",
    chapters=r"chs?\.?|chaps?\.?|chapters?",
    lines=r"lines?|ll\.",
    times=r"mins?\.?|minutes?|time ?stamp|time ?code|time",
    at_place=r"at|here|esp\.|especially|see|on|from|starting at|beginning at",
    volumes=r"vols?\.?|volumes?|nos?\.?|issues?|iss\.",
    media=(
        "online|internet|web page|electronic resource|pdf|j|n|m|r|d|c|s|eb|[jnmrdcs]/ol|eb/ol|db/ol|print|"
        "website|blog|video|audio|podcast|press release|html|doc|docx|dataset|data set|report|film|tweet|post"
    ),
    no_date=r"no date|n\.?d\.?|undated",
    editions=r"ed(?:n|ition)?\.?",
    edited="ed|eds",
    and_others="et al|et alii|and others|with others",
    bodies=(
        "society|group|watch|institute|foundation|trust|press|network|association|union|board|council|agency|"
        "bureau|coalition|alliance|committee|club|company|lab|labs|magazine|news|times|media|project|"
        "initiative|center|centre|fund|house|review|journal|partners|international"
    ),
    series="series",
    by="by",
    site_cues="in on via at",
    no_sites=(
        r"vol(?:ume)?|no|nr|issue|pp?|isbn|issn|doi|url|pdf|html?|in|also|video|online|web|"
        r"electronic resource|available (?:at|from|online)|no date|from|n\.?d|par(?:a|as)|chapter|chap|"
        r"sec(?:tion)?|\d+(?:st|nd|rd|th) ed(?:n|ition)?|press release|webpage|web page|undated|podcast audio|"
        r"accessed|slide|figure|table"
    ),
    site_tails=r"url|available at|dated|vol\.?|no|nr|issue|iss|issue no|volume|edition|ed",
    address_cues=(
        "url|available(?: (?:at|from|online))?|link|via|retrieved from|archived at|at|"
        "accessed (?:at|from|via)|obtained from"
    ),
    reference_words="vol no pp? ed press journal review university",
    between_authors="and",
    other_authors=r"et\.? al\.?|and others|and colleagues|and co-?workers|with others",
    quoted_in=r"(?:as )?(?:cited|quoted) in|qtd\.? in",
    cited_within=r"(?:as )?(?:(?:cited|quoted) by|(?:reported|discussed) (?:in|by))",
    unpublished=(
        r"in press|forthcoming|in prep(?:aration|\.)?|under review|submitted|accepted|to appear|"
        "unpublished"
    ),
    organisations=(
        "ministry|department|office|bureau|bank|council|commission|committee|institutes?|institution|"
        "university|agency|association|organi[sz]ation|society|foundation|federation|union|authority|"
        "cent(?:re|er)|board|administration|academy|court|fund|group|network|forum|league|programme|"
        "service|party|parliament|senate|survey"
    ),
    no_authors=(
        "table|fig(?:ure)?s?|chapter|section|appendix|article|act|bill|law|treaty|protocol|directive|"
        "regulation|resolution|version|edition|volume|issue|spring|summer|autumn|fall|winter|season|"
        "quarter|storm|hurricane|cyclone|typhoon|war|expo|euro|agenda|horizon|vision|windows|office|"
        "photo|image|updated|revised|copyright|established|founded|born|died|opened|vol|note|box|plate|map|part|case"
    ),
    name_particles="de|da|mac|st",
    before_places="in|at|near",
    works=(
        "film|movie|song|album|single|book|novel|story|article|essay|paper|report|poem|play|series|episode|show|"
        "documentary|painting|exhibition|chapter|study|thesis|track|video|game|magazine|newspaper|"
        "column|ballad|hit|opera|"
        "symphony|speech|lecture|campaign|project|operation|programme|program"
    ),
    naming=(
        "called|titled|entitled|named|nicknamed|dubbed|termed|known as|referred to as|so-called|labell?ed|christened|"
        "codenamed|under the (?:name|title|pseudonym)|the (?:word|term|name|phrase|expression|title|"
        "slogan|motto|nickname)s?|"
        r"meaning|means|translat\w+ (?:as|to)|derived from|pronounced|stands? for|spelled"
    ),
    spoken_of="to by",
    speech=(
        r"ask(?:ed|s)|answered|recall(?:ed|s)|admit(?:ted|s)|conced(?:ed|es)|joked|quipped|"
        r"continued|conclud(?:ed|es)|complain(?:ed|s)|predict(?:ed|s)|acknowledg(?:ed|es)|stress(?:ed|es)|"
        r"recount(?:ed|s)|confess(?:ed|es)|said|says|saying|suggests?|suggested|contend\w*|assert\w*|"
        r"maintain(?:s|ed)|emphasi\w+|continues|"
        r"told|tells|stat(?:ed|es|ing)|declar\w+|announc\w+|argu\w+|claim\w+|wrote|writes|writing|"
        r"warn\w+|add(?:ed|s)|describ\w+|insist\w+|not(?:ed|es)|explain\w+|remark\w+|observ\w+|according|"
        "in the words of|"
        r"quot\w+|report(?:ed|s)|admit\w+|conclud\w+|recall\w+|concede\w+|promis\w+|call(?:ed|s|ing) for|respond\w+|"
        "repl(?:ied|ies)"
    ),
    title_words="a an the of in on at to for and or but from with by as is",
    editors_notes=(
        r"sic(?: in original)?|recte [^\])]{1,60}|as in the original|(?:(?:my|our|the|his|her|their|original|"
        "author['’]s|writer['’]s|editor['’]s|all|added|with) ){0,3}(?:emphas[ie]s|italics|italici[sz]ed|"
        "bold(?:face)?|underlin(?:ing|ed)|highlight(?:ing|ed|s)|brackets|translation|translated|capitals|"
        "paraphrase[ds]?)(?: (?:is|are|was|were|added|mine|ours|supplied|removed|omitted|original|in|by|of|"
        "the|author|authors|author['’]s|editor|source|text|writer|me|us|my|our|his|hers|own)){0,6}|"
        "cleaned up|paragraph break|inaudible|laughter|applause|crosstalk"
    ),
    notes_left_out=(
        "(?:internal )?(?:citations?|footnotes?|notes?|references?|quotation marks|quotes)(?:,? (?:and )?(?:internal )?"
        "(?:citations?|footnotes?|references?|quotation marks|alterations?)){0,2} (?:omitted|removed|deleted)"
    ),
    left_out="omitted|omission|snip|(?:text|words|passage|sentence)s? (?:omitted|left out|cut)",
    turning=(
        "(?:only |even |especially |particularly )?if|unless|except(?:ing)?|but|though|although|albeit|"
        "provided|providing|(?:as|so) long as|until|other than|save (?:for|that)|in case|on condition that|"
        "only when|however|yet|assuming|subject to|barring|whereas|lest"
    ),
    denying=(
        r"(?:\w+n['’]t|not|never|cannot|hardly|no longer|refuse[ds]? to|fail(?:s|ed)? to|"
        r"without)(?: \w+){0,2} (?:think|believe|say|mean|claim|suggest|agree|accept|expect|know|imply|prove|"
        "show|argue|assert|assume|suppose|see|find|feel|consider|conclude|maintain|hold|confirm|establish|"
        "follow|imagine|promise|saying|thinking|believing|suggesting|implying|convinced|clear|certain|sure|"
        r"true|the case)(?: that| if| whether| as if)?|(?:\w+n['’]t|not|never)(?: \w+){0,2} (?:think|believe|"
        r"say|mean|claim|suggest|agree|accept|promise|argue|expect)(?: \w+){1,4} that|(?:deny|denies|denied|"
        "denying|doubt(?:s|ed|ful)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|"
        "disagree[ds]?|rebut(?:s|ted)?|debunk(?:s|ed)?|rul(?:e|es|ed|ing) out|disprove[ds]?|contradict(?:s|"
        r"ed)?|dismiss(?:es|ed|ing)?)(?: \w+){0,5} (?:that|whether|if)|(?:false|untrue|wrong|incorrect|a myth|"
        "a lie|nonsense|unlikely|impossible|inconceivable|doubtful|mistaken|a mistake|misleading|implausible|"
        r"absurd|unclear|a misconception)(?: to \w+)?(?: that| if)?|no (?:\w+ )?(?:evidence|proof|reason|sign|"
        r"signs|indication|suggestion|grounds|basis)(?: \w+){0,3} that|no (?:evidence|proof) of|(?:nobody|"
        r"no one|none of \w+) \w+(?: that| if)?|far from \w+(?: that)?|"
        r"never (?:\w+ )?(?:said|wrote|claimed|stated|told \w+|meant|thought|believed|suggested|argued|"
        r"reported|announced|promised)(?: \w+){0,2} that|"
        r"(?:an?|the) (?:earlier|previous|original|first) (?:version|edition)(?: \w+){0,4} (?:said|stated|"
        r"reported|gave|claimed|wrote|suggested)"
        r"(?: \w+){0,2}"
    ),
    page_not_found=(
        r"(?:page|article|content|document|file|story|url|site|post|item|resource|product)s? "
        r"(?:was |were |is |are |has been |have been |could |can |that )*(?:not|n['’]t|cannot) (?:be )?"
        r"(?:found|available|located|exist)|"
        "has not archived that url|(?:page|article|document|file) (?:unavailable|missing|removed|"
        "deleted|not available|no longer exists?)|"
        r"(?:error|http|status|code)?[ :#-]*404(?:[ :–—|.-]+(?:error|page|not found|file|nicht|erreur|hata|ошибка).*)?"
        r"(?: error)?|"
        r"not found|nothing (?:was )?found|can['’]?t find (?:that|the|this) page|"
        r"(?:we )?(?:can['’]?t|cannot|could ?n['’]?t) (?:seem to )?find (?:the|that|this|what)[^.]{0,60}|"
        r"oops[!,. ].{0,40}|this page (?:does ?n['’]t|does not|no longer) exists?|"
        r"(?:page|article|story|content|video) (?:is |has been |was )?no longer (?:available|exists?|here|online)|"
        r"(?:this |the )?(?:listing|advert|ad|job|vacancy|offer|event|link) (?:has |is )?expired|"
        r"(?:has|have) been (?:permanently )?(?:removed|deleted|withdrawn)|410(?: gone)?|gone"
        "|(?:this |the )?(?:story|article|page|content|report) (?:has |is )expired"
    ),
    page_challenge=(
        r"just a moment|checking (?:your browser|if the site connection is secure)|attention required|"
        r"pardon our interruption|verify (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|"
        "(?:please )?(?:confirm|prove) (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|"
        "are you a (?:ro)?bot|"
        r"unusual (?:traffic|activity)|security (?:check|verification)|access (?:to this page has been )?denied|"
        r"enable (?:javascript|cookies)[^.]{0,30} to continue|ddos protection|human verification|request unsuccessful|"
        r"bot (?:detection|protection)|you have been blocked|please wait\.\.\."
        r"|making sure you're not a bot|^client challenge$|robot or human|complete the (?:security check|captcha)|"
        r"(?:press|hold) (?:&|and|the)[^.]{0,10}(?:hold|button)[^.]{0,20}(?:human|bot)|"
        r"automated (?:requests|queries) from your|javascript is disabled in your browser"
    ),
    page_elsewhere_only=(
        r"not available in your (?:region|country|location|area|territory)|"
        r"unavailable (?:in|from) your (?:region|country|location)|"
        r"(?:from|in) a country belonging to the european economic area|"
        r"access (?:from|in) your (?:country|region) (?:is|has been)|not (?:accessible|authori[sz]ed|allowed) "
        r"(?:from|in) your (?:country|region|location)|"
        r"unavailable for legal reasons"
        "|unavailable to (?:visitors|users|readers|people) (?:from|in)|(?:not|isn['’]t) available (?:to|"
        "for) (?:visitors|users|readers) (?:from|in)|access to this (?:web ?)?(?:site|page) (?:has been|"
        "is) (?:blocked|restricted|prohibited)|blocked (?:by order|under (?:the|a) (?:court|law))"
    ),
    page_consent=(
        r"before you continue|we (?:value|respect|care about) your privacy|your privacy (?:choices|matters)|"
        r"cookie (?:consent|settings|preferences)|we and our (?:\d+ )?partners"
    ),
    page_login=(
        r"^(?:please )?(?:sign|log)[ -]?(?:in|on)\b|^login\b"
        "|^(?:choose|select|find) your (?:institution|organi[sz]ation|university|library)|^(?:access|"
        "log ?in|sign in) (?:through|via|with) your (?:institution|organi[sz]ation|library)|"
        "^institutional (?:login|log in|sign in|access)|^(?:library|member|user|staff|student) (?:login|"
        "log in|sign[- ]in)"
    ),
    page_paywall=(
        r"subscribe (?:now )?to (?:continue|keep|read)|to (?:continue|keep) reading|"
        "(?:this (?:article|content|story) is )?(?:for|reserved for|available to|"
        "only for) (?:our )?(?:subscribers|members)"
        r"(?: only)?|already a (?:subscriber|member)|become a (?:subscriber|member) to|unlock this article|"
        r"create a free account to|start your (?:free )?trial"
    ),
    page_parked=(
        r"(?:this |the )?domain(?: name)?(?:[^.]|\.(?=\w)){0,60}?(?:is|may be|could be) "
        r"(?:for sale|available for purchase|parked)|buy (?:this|the) domain|"
        r"domain (?:for sale|parking|is parked|may be for sale)|make an offer on this domain|"
        r"(?:domain (?:has )?expired|expired domain|this domain has (?:recently )?been registered|sedo domain parking|"
        r"related searches|parked (?:free|page)|generated by the domain owner)"
    ),
    page_default=(
        r"^welcome to (?:nginx|centos|openresty|apache|caddy|the default)|"
        r"^(?:apache\d? )?(?:\w+ )?(?:apache\d? )?default page|^test page for|^iis (?:windows|\d)|"
        "^it works!?$|^index of /|"
        r"^(?:default|placeholder) (?:web ?site|web ?page)|"
        r"^(?:website|site|web page) (?:is )?(?:coming soon|under construction)|^plesk|^cpanel|"
        r"^congratulations! (?:your|the) (?:new )?(?:site|website|server)"
    ),
    page_suspended=(
        r"account (?:has been )?suspended|(?:site|website|hosting|domain) (?:has been |is )?(?:temporarily )?"
        r"(?:suspended|disabled|deactivated)"
    ),
    page_database=(
        r"error establishing a database connection|database (?:connection )?error|"
        r"could not connect to (?:the )?(?:database|mysql)|sqlstate\[|too many connections"
    ),
    page_maintenance=(
        r"^(?:50[0-4]|bad gateway|service (?:temporarily )?unavailable|internal server error|"
        r"gateway time-?out)|temporarily unavailable|(?:under|scheduled|undergoing|performing) maintenance|"
        r"^(?:(?:web)?site )?maintenance(?: mode| page| break)?$|down for (?:\w+ )?maintenance|be right back"
        r"|we['’]ll be (?:right )?back|(?:be )?back (?:online )?(?:soon|shortly)\W*$|server error in|"
        r"runtime error|fatal error|application error|unhandled exception|uncaught \w{0,30}exception|"
        "something went wrong on our (?:end|side)"
    ),
    page_hijacked=(
        "casino|slots?|gacor|togel|judi|poker|roulette|blackjack|baccarat|betting|bookmaker|sportsbook|jackpot|"
        "free spins?|no deposit|bonus|bet365|1xbet|viagra|cialis|kamagra|payday loans?|escorts?|porn|"
        "xxx|replica watches|"
        "essay writing service|situs|rtp live"
    ),
    page_needs_script=(
        r"(?:enable|activate|turn on|requires?|need) (?:\w+ ){0,3}javascript|"
        r"javascript (?:is|must be|has been) (?:required|enabled|disabled|turned off)"
    ),
    page_cut=(
        "to (?:continue|keep|finish) reading|continue reading (?:this|with|for|your)|subscribe to "
        "(?:read|continue|keep|unlock)|(?:full|whole|entire|rest of (?:the|this)|this) (?:article|story|"
        "text|content|post)[^.!?]{0,20} (?:is|are) (?:only |exclusively )?(?:for|reserved for|available "
        "(?:only )?(?:to|for)|exclusive to|limited to|open to)[^.!?]{0,14} (?:subscribers|members)|"
        r"\d{1,2} ?(?:%|per ?cent)[^.!?]{0,30} (?:remains|remaining|left|to go|is hidden)|(?:you have|"
        r"you['’]ve) (?:only )?read \d{1,2} ?(?:%|per ?cent)|unlock (?:this article|this story|the full|the rest|the "
        "article)|(?:log|sign) ?in to (?:read|view|see) (?:the )?(?:full|whole|rest)"
        "|(?:for|available (?:only )?to) (?:[a-z]+ ){0,2}(?:subscribers|members) only|(?:register|join|"
        "upgrade|(?:create|open) an? (?:free )?account) to (?:read|view|see|continue|unlock)|"
        "(?:this )?(?:post|article|story|episode) is for (?:paid|paying|registered) (?:subscribers|"
        "members|readers)|you(?:['’]ve| have) (?:now |already )?(?:read|reached|used(?: up)?) (?:all (?:of )?)?(?:your|the) "
        r"(?:\w+ ){0,4}?(?:articles?|stories|reads|posts)(?: \w+){0,2} (?:this|a|per|each|for (?:this|the)) (?:month|week)"
    ),
    page_cut_words=(
        "this month; this week; a month; a week; per month; per week; continue; reading; subscri; member; %; "
        "per cent; unlock; log in; "
        "sign in; account; register"
    ),
    page_removed=(
        "(?:this |the |that )?(?:video|post|tweet|content|account|message|photo|recording|clip|episode|"
        "thread|comment|profile|channel|playlist|story|upload)s? (?:is |was |are |has been |have been "
        ")?(?:currently |now |temporarily |permanently )?(?:unavailable|private|deleted|removed|taken "
        "down|suspended|terminated|withdrawn)|(?:this |the |that )?(?:video|post|tweet|content|account|"
        "message|photo|recording|clip|episode|thread|comment|profile|channel|playlist|story|upload)s? "
        "(?:is not|isn['’]t|is no longer|are not|aren['’]t|no longer|not) (?:currently )?(?:available|"
        "here)|(?:this |the )?account (?:doesn['’]t|does not|no longer) exists?|(?:this )?user (?:has "
        "been )?suspended"
        r"|user (?:has )?deactivated|this (?:content|page|document|workspace|profile) does(?:n't| not) exist|"
        r"(?:this |the )?(?:store|shop) is (?:currently )?(?:unavailable|closed)"
    ),
    page_loading=(
        "(?:content |page |article )?(?:is )?loading[^.!?]{0,30}|please wait[^.!?]{0,20}|just a (?:second|moment)"
    ),
    page_of=r"page \d+ (?:of|/) \d+|part \d+ of \d+",
    page_consent_words=(
        "cookies?|consent|our partners|partners|personal(?:ised|ized)? (?:data|ads|advertising|content)|"
        "privacy|tracking|accept all|reject all|advertising"
    ),
    directions=(
        r"applause|cheer(?:s|ing)\b|laughter|laughs?\b|laughing|crosstalk|cross-talk|inaudible|"
        r"indiscernible|unintelligible|interruption|overlapping|pause[sd]?\b|music\b|booing|sighs?\b|"
        r"coughs?\b|audience|hear,? hear|standing ovation|silence\b"
    ),
    page_related=(
        "read more; read also; also read; see also; related; related articles; related stories; "
        "related content; related posts; more on this; more on this story; more from; most read; "
        "most popular; recommended; you may also like; you might also like; trending; don't miss; "
        "editor's picks; what to read next; up next; in other news; further reading on this site"
    ),
    page_comments=(
        "comments; reader comments; readers' comments; leave a comment; leave a reply; "
        "join the discussion; join the conversation"
    ),
    page_numbering="page pages pg p of",
    page_lines=(
        "advertisement; advertisements; advert; sponsored; story continues below advertisement; story continues "
        "below; article continues below advertisement; article continues below; article continues after "
        "advertisement; continue reading; continue reading the main story; continue reading below; scroll to "
        "continue; skip advertisement; skip ad; share this article; share this story; share this; share; tweet; "
        "email this article; print this page; sign up; sign up for our newsletter; subscribe; subscribe now; back "
        "to top; confidential; draft; do not distribute; not for distribution; for official use only; continued"
    ),
    page_stamps=(
        "downloaded from; downloaded by; downloaded on; retrieved from; copyright; all rights reserved; printed "
        "from; accessed from; licensed to; authorized licensed use; draft version; preprint; electronic copy "
        "available; continued on page; continued from page; continued on next page"
    ),
    page_redirecting=(
        r"you (?:are being|will be)(?: automatically)? (?:re)?directed|redirecting (?:to|you)|if you are not "
        r"(?:automatically )?redirected|this (?:page|site|article|content|document|blog|website) has (?:been "
        r")?moved|^(?:page|site) (?:has )?moved|please update your bookmarks?|got an http 30\d response at "
        r"crawl time"
    ),
    page_labels=(
        r"(?:(?:paid )?advertis(?:e)?ments?|sponsored(?: content| links?)?|(?:the )?(?:story|"
        r"article|text) continues (?:below|after)(?: (?:the|this))?(?: (?:advertisement|ad|video|"
        r"image|photo|gallery))?|(?:continue|scroll (?:down )?to continue)(?: reading)?(?: (?:the "
        r")?(?:main )?(?:story|article))?|skip (?:past )?(?:the )?(?:advertisement|ad|newsletter "
        r"promotion|promotion)|view (?:this|the) (?:post|photo|tweet)(?: on \w+)?|your browser "
        r"does not support (?:the )?(?:html ?5? )?(?:video|audio)(?: (?:element|tag|player))?|"
        r"listen to (?:this|the) (?:article|story)[^\n]{0,30}|(?:loading|playing) (?:ad|video)|"
        r"report this ad)"
    ),
    dots="dot",
    source_cues="(?:sources?|via|from|here|link|more|read|details|full (?:text|story|report))",
    invitations=(
        "(?:photo|image|picture|illustration|video)s?(?: credit)?(?: courtesy of| by|:)|"
        "(?:please )?(?:subscribe|sign up|follow (?:us|me|him|her|them)|join (?:us|our)|like us|"
        "share (?:this|it|your|the article)|check out (?:more|our|all)|get (?:more news|help with|the latest|our)|"
        "(?:learn|find out) (?:more|our)|(?:order|buy|download|register|subscribe) now|try (?:it|us) (?:now|free)|"
        "(?:sign|log) in|create (?:an?|your) (?:free )?account|have (?:a tip|feedback|questions)|"
        "we[’']re interested in your|donate|support (?:us|our)|click here|download (?:the|our) app|"
        "write to (?:us|me)|contact (?:us|me)|get in touch|listen to (?:this|the|our)|buy (?:the|our) book|"
        "become a (?:member|subscriber)|tell us|register)|you can (?:follow|find|reach|support) (?:us|"
        "me|him|her|them)"
    ),
    own_parts=(
        "(?:this|the present|our) (?:paper|article|essay|report|chapter|study|section|text|"
        "survey|post|book)|(?:tables?|figures?|chapters?|sections?|parts?|appendix|pages?|"
        r"pp?\.|notes?|box) \d+|we (?:call|count|counted|asked|interviewed|measured|surveyed|"
        "find|found)|i (?:counted|asked|interviewed|measured)"
    ),
    superlatives=(
        r"the (?:world's |country's |nation's )?(?:\w{0,20}(?:larg|old|high|long|deep|tall|"
        "small|fast|rich|poor|bigg|busi|young|strong|wealthi|deadli|heavi|bright|great|wid|"
        r"cold|hott)est|worst|first|only|most \w{3,20}|least \w{3,20})(?: [\w’'-]+){0,5} (?:in (?:the )?(?:world|"
        "country|nation|region|continent|history|europe|asia|africa|america)|of (?:all|its kind|"
        "all time)|ever|on earth|on record|worldwide)"
    ),
    page_corrected=(
        r"\b(?:corrections?(?: and clarifications?)?|corrigend(?:um|a)|erratum|clarification|"
        r"editor[’']?s[’']? note)\s*(?::|\(|–|—|-\s)"
        r"|\bthis (?:article|story|post|page|piece|report|version) (?:has been|was) "
        r"(?:amended|corrected|updated to correct)"
        r"|\ban earlier version of this (?:article|story|post|page|piece|report)"
    ),
    page_not_there=(
        "(?:page|article|story|content|item|listing|document|resource|post|file) (?:that )?you(?:['’]re| are|"
        " were)? (?:looking for|requested|trying to (?:reach|access|view|open)|tried to (?:reach|access|view|"
        "open)) (?:is|was|has|does|could|can|cannot|may have|might have|no longer)"
    ),
    page_age=(
        "are you (?:over |at least |of legal )?(?:1[68]|2[01]|drinking|smoking|age)|age (?:verification|gate|"
        "check|restricted content)|(?:confirm|verify|enter) your (?:age|date of birth)"
    ),
    minus="minus",
    below_zero="below (?:zero|freezing)|sub-?zero",
    page_waiting=(
        r"too many requests|(?:rate|request) limit(?:ing)?\b|you(?:['’]re| are) (?:now )?in (?:line|"
        "(?:the|a) (?:queue|waiting room))|waiting room|virtual queue"
    ),
    page_rest=(
        "(?:read|view|see|open|show|access|download) (?:the )?(?:full|whole|entire|complete|rest of (?:the|"
        "this)) (?:article|story|text|post|report|paper|interview|speech|statement|transcript|document|"
        "press release|version)|continue reading|(?:request|get|view|access|buy|purchase|"
        "rent) (?:the )?full[ -]?text|(?:purchase|buy|rent) (?:this )?(?:article|pdf|access|chapter|"
        "paper)|check access|request a copy"
    ),
    page_abstract="abstract",
    decades="20 twenties; 30 thirties; 40 forties; 50 fifties; 60 sixties; 70 seventies; 80 eighties; 90 nineties",
    decades_behind="['’]?s",
    parts=(
        "2 half; 3 third thirds; 4 quarter quarters; 5 fifth fifths; 6 sixth sixths; 8 eighth eighths; 10 tenth tenths"
    ),
    parts_of=r" of\b| (?:the|its|their|his|her|all|more|less|fewer|higher|lower)\b|[.,;:]|$",
    out_of="in|in every|out of|of every",
    every="every",
    points="percentage points?|percent points?|pp",
    currencies=(
        "$ dollar dollars usd us$; € euro euros eur; £ pound pounds gbp sterling; YEN yen; YUAN yuan "
        "renminbi rmb; ₽ rouble roubles ruble rubles; ₹ rupee rupees; FRANC franc francs chf; LIRA lira "
        "liras; KRONE krone kroner krona kronor; PESO peso pesos; REAL reais; ZLOTY zloty zlotys; WON "
        "won"
    ),
    and_half="and a half",
    half_a="half a|half an?",
    short_forms=(
        "dr doctor; st saint street; prof professor; mr mister; mt mount; ft fort foot feet; gov "
        "governor; gen general; sen senator; rep representative; jr junior; sr senior; vs versus; dept "
        "department; govt government; co company; corp corporation; inc incorporated; ltd limited; ave "
        "avenue; m million; mn million; bn billion; tn trillion; km kilometers kilometres; kg kilograms; "
        "lt lieutenant; col colonel; capt captain; sgt sergeant; rev reverend; hon honourable honorable; "
        "no number; pct percent; us u.s; aug august; sept september; oct october; nov november; dec "
        "december; jan january; feb february"
    ),
    ranks=(
        r"(?:second|third|fourth|fifth|sixth|[2-9](?:nd|rd|th))[- ](?:most\b|(?:larg|bigg|old|high|l"
        r"ong|deep|tall|small|fast|rich|poor|busi|young|strong|great|wid|low|short)est\b)"
    ),
    first_ranks=(
        r"(?:larg|bigg|old|high|long|deep|tall|small|fast|rich|poor|busi|young|strong|great|wid|low|"
        r"short)est\b"
    ),
    around="around circa ca about approximately",
    page_retracted=(
        r"retracted(?: (?:article|paper|chapter|study))?(?=\s*(?:[:(\]–—|-]|[.!]?$))|retraction(?: (?:note|notice))?(?: to)?\s*[:(–—]"
        r"|withdrawn(?: (?:article|paper|chapter|study|publication))?(?=\s*(?:[:(\]–—|-]|[.!]?$))|withdrawal notice\s*[:(–—]"
        r"|th(?:is|e above) (?:article|paper|chapter|study|report|story|post|page|piece|version|preprint|manuscript|submission|publication|"
        r"work|guidance|statement) (?:has (?:since )?been|was|is(?: being)?) (?:retracted|withdrawn)"
    ),
    page_members=(
        r"you (?:must|need to|have to) (?:be logged in|be signed in|log ?in|sign "
        r"in|register)(?![^.]{0,25}(?:comment|reply|post a|vote|write))|"
        r"(?:log|sign) in to (?:view|see|read|access|open) (?:this|the)|you need (?:permission|access) to|"
        r"^request access$|(?:for|to|only) (?:registered|logged[- ]in) (?:users|members|readers)(?: only)?[.!]?$"
    ),
    parts_by="by a; by one; by two; by three; by about a; by nearly a; by almost a; by over a; by roughly a",
    totals="total totals sum all overall average mean other others",
    done_to=(
        r"accus\w+|criticis\w+|criticiz\w+|blam(?:e|es|ed|ing)|sue[sd]?|defeat\w*|beats?|beaten|prais\w+|appoint\w*|nominat\w+|"
        r"replac\w+|succeed\w*|hire[sd]?|fire[sd]?|dismiss\w*|attack\w*|invad\w+|acquir\w+|bought|warn\w*|urg(?:e|es|ed|ing)|"
        r"thank\w*|arrest\w*|kill\w*|murder\w*|shot|rescu\w+|threaten\w*|condemn\w*|denounc\w+|endors\w+|rebuk\w+|interview\w*|"
        r"quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|teach(?:es)?|taught|mentor\w*|employ\w*|prosecut\w+|"
        r"persuad\w+|oust\w*|outpac\w+|overt\w+"
    ),
    done_apart="him|her|them|it|us|and|but|while|whom|who",
    done_by="by",
    hundreds="hundred",
    hundreds_and="and",
    instead="instead of|rather than",
)
