"""French."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="French",
    codes="fr",
    elsewhere="sept cent cents un seize",
    months=(
        "janvier janv; février févr fév; mars; avril avr; mai; juin; juillet juil; août aout; septembre sept; "
        "octobre oct; novembre nov; décembre déc"
    ),
    numbers=(
        "2 deux; 3 trois; 4 quatre; 5 cinq; 6 six; 7 sept; 8 huit; 9 neuf; 10 dix; 11 onze; 12 douze; 13 treize; "
        "14 quatorze; 15 quinze; 16 seize; 20 vingt vingts; 30 trente; 40 quarante; 50 cinquante; 60 "
        "soixante; 100 cent cents; 1000 mille"
    ),
    amounts="un",
    counts_by_twenties=True,
    magnitudes="10 décennie décennies; 1e3 mille; 1e6 million millions; 1e9 milliard milliards",
    percent_phrases="pour cent",
    ordinal_endings="er ère re e ème eme nd nde",
    roughly="près presque environ",
    at_least="plus",
    at_most="moins",
    between="entre",
    joining="et ou",
    centuries="siècles?",
    negative_joints="ni",
    negations="ne n pas jamais aucun aucune rien ni sans personne non",
    negative_prefixes="in im il ir dé des non mé",
    opposites=(
        "augmenté augmente augmentent augmentait hausse progression croissance / diminué diminue diminuent "
        "baissé baisse baissent recul chute réduction; augmenté augmente augmenta monté monte montent montée "
        "montés montées augmentés augmentée augmentées "
        "augmentent augmentait progressé grimpé / diminué diminue diminua baissé baisse baissent baissée baissés "
        "reculé recule chuté diminués diminuée diminuées diminuent; approuvée adoptée adopté acceptée / rejetée "
        "refusée; ouverte / fermée; gagne gagnent remporté / perd perdent perdue; autorisée / interdite; augmenté "
        "augmente augmentation hausse / diminué diminue diminution baisse; plus / moins; gagné / perdu; accepté "
        "approuvé / rejeté refusé; ouvert / fermé; majorité / minorité; premier première / dernier dernière; "
        "autorisé / interdit; avant / après; hausse progression progressé / recul reculé; haut / bas; augmentation "
        "/ diminution; augmenteront augmentera / diminueront diminuera baissera; approuva accepta adopta / rejeta "
        "refusa repoussa; ouvrit ouvrira / ferma fermera; importations / exportations; victoire / défaite; nord / "
        "sud; excédent bénéfice bénéfices / déficit perte pertes; gagna gagnèrent / perdit perdirent"
    ),
    units=(
        "KG kilogrammes; KM kilomètre kilomètres; METRE mètre mètres; CM centimètres; HOUR heure heures; DAY jour "
        "jours; WEEK semaine semaines; MONTH mois; YEAR ans années"
    ),
    modals="peut pourrait doit devrait peut-être probablement",
    qualifiers="seulement presque environ certains souvent parfois",
    spellings=((r"(?<=o)û(?=t)", "u"), (r"(?<=[ao])î(?=t)", "i"), (r"^clefs$", "clés"), (r"^clef$", "clé")),
    beginnings="évène événe; règlement réglement; îl il; oignon ognon; nénuphar nénufar",
    capitals_lose_marks=True,
    titles_of_people=(
        "président présidente ministre sénateur maire roi reine prince princesse pape évêque cardinal père mère sœur "
        "général colonel capitaine juge professeur docteur monsieur madame mademoiselle maître comte duc baron saint "
        "sainte"
    ),
    function_words=(
        "le la les un une des du de et ou mais est sont était ont a au aux dans en pour par sur avec que qui il "
        "elle ils ne pas se son sa ses leur"
    ),
    opening=(
        "le la les un une il elle ils elles on ce cette ces dans en au aux mais et pour par selon son sa ses leur nous "
        "vous je après avec"
    ),
    announcing="mme mlle mgr c.-à-d",
    counting="chap numéro janv févr avr juil déc",
    closing="av apr",
    note_headings=(
        "notes de bas de page; notes et références; références; sources; bibliographie; notes de fin; renvois; "
        "notes et sources; ouvrages cités; références bibliographiques; œuvres citées; liste des références; "
        "travaux cités; sources et bibliographie; notes; sources et notes; sources citées"
    ),
    heading_buttons="[modifier]",
    accessed=(
        "(?:dernière |date de )?consultation(?: le)?|(?:dernier |date d['’])accès(?: le)?|page consultée le|"
        "(?:consult[ée]e?s?|visitée?s?|lue?)(?: en ligne| pour la dernière fois)? le|vu le|"
        "(?:dernière |date de )?(?:visite|lecture|vérification|mise à jour consultée)(?: le)?|"
        "dernier accès en date du|accédée?s? le|téléchargée?s? le|lien vérifié le"
    ),
    archived="archivé",
    archived_on="le depuis",
    introductions=(
        r"voir(?: aussi)?|(?-i:et)|voir (?:également|par exemple|notamment)|cf\.?|ainsi que|"
        r"(?-i:aussi|également)|sources?(?= :)"
    ),
    pointers=r"voir|cf|consultez|pour (?:un aperçu|une introduction|plus d|en savoir plus)|sur ce (?:point|sujet)",
    decided_on="du",
    named_hereafter=r"ci-après|désormais",
    earlier_source=(
        r"(?:art|ouvr|op|loc)\.?\s?citée?|(?:article|ouvrage|livre|rapport) cité|"
        r"préc(?:itée?s?)?(?=[\W])|déjà citée?"
    ),
    numbered_source=r"notes?|n\.",
    above="supra|ci-dessus|plus haut|précédente",
    below="infra|ci-dessous|plus bas",
    pages=r"pages?|pag\.",
    paragraphs=r"par\.|alinéas?|al\.|paragraphes?",
    sections=r"sect\.",
    chapters=r"chapitres?|chap\.",
    lines=r"lignes?|l\.",
    times="minutes?",
    at_place=r"ici|notamment|spéc\.|à la|à partir de|à|dès",
    volumes=r"vol\.|n[°º]|numéros?|num\.|tomes?|t\.",
    media="en ligne",
    no_date=r"s\.\s?d\.?",
    editions=r"éd(?:\.|ition)",
    edited="dir",
    and_others="et coll|et alii|et autres",
    by="par",
    site_cues="sur dans en",
    no_sites=r"sur|vol|n[°º]|numéro|tome|coll|p(?:p|age)?|pdf|éd|\d+e éd|consulté",
    site_tails="du|n°|no|n[°º]|vol|numéro",
    address_cues=(
        r"(?:disponible|accessible|consultable)(?: en ligne)?(?: sur| à| à l[’\x27]adresse)?|lire en ligne|"
        r"lien|en ligne|repéré à|récupéré (?:de|sur)"
    ),
    between_works="ainsi que",
    between_authors="et",
    other_authors=r"et al\.?|et coll\.?|et (?:ses )?collègues|et autres",
    quoted_in=r"(?:cité[es]*|cit\.) (?:dans|in)",
    cited_within=r"(?:cité[es]*|cit\.) par",
    unpublished="sous presse|à paraître|en préparation|soumis|inédit",
    organisations=(
        "ministère|banque|conseil|commission|institut|université|agence|organisation|société|fondation|"
        "fédération|autorité|centre|académie|tribunal|parti|comité|bureau|observatoire"
    ),
    no_authors=(
        "tableau|chapitre|annexe|loi|traité|directive|règlement|édition|printemps|été|automne|hiver|"
        "tempête|guerre|depuis|né|fondée?"
    ),
    name_particles="de|du|des|d|le|la",
    series="coll|collection|série",
    before_places="à|en|au|aux|près de",
    works="film|livre|roman|chanson|étude",
    naming="dite?|appelée?|intitulée?",
    spoken_of="par",
    speech=(
        r"reconn\w+|admet\w*|confie|confié|note|noté|rappelle|rappelé|conclu\w*|poursui\w+|insiste|insisté|"
        r"témoigne|témoigné|répli\w+|indique|indiqué|observe|observé|regrette|regretté|demande|demandé|dit|"
        r"déclar\w+|affirm\w+|écri\w+|expliqu\w+|ajout\w+|assur\w+|racont\w+|répond\w*|soulign\w+|"
        r"estim\w+|précis\w+"
    ),
    title_words="de la le les des du et",
    editors_notes=(
        r"sic|(?:l['’])?(?:italiques?|emphase|gras|soulign[ée]\w*|c['’]est (?:nous|moi) qui|nous soulignons|"
        r"je souligne|traduction|notre traduction|ma traduction|mis en relief)\b[^\])]{0,40}|"
        r"n\.?d\.?[lrta]\.?[^\])]{0,40}"
    ),
    notes_left_out="(?:notes?|références?|citations?|renvois?)(?: internes?)? (?:omise?s?|supprimée?s?)",
    left_out="coupure|coupe|passage omis",
    turning=(
        r"(?:même |sauf |surtout |seulement |que )?s(?:i|['’]ils?)\b|sauf|mais|excepté|hormis|à moins|"
        "à condition|pourvu|bien que|quoique|cependant|toutefois|pourtant|à l['’]exception|tant que|néanmoins"
    ),
    denying=(
        r"une (?:version|édition) (?:précédente|antérieure|initiale)(?: \w+){0,4} (?:indiquait|affirmait|"
        r"disait|précisait|mentionnait)(?: \w+){0,3}|"
        r"(?:n['’]|ne )(?: ?\w+){0,2} (?:pas|jamais|plus|guère|nullement)(?: \w+){0,3} (?:qu['’]?e?|si)|"
        r"(?:nie\w*|niai\w*|dément\w*|conteste\w*|contesté|doute\w*|réfut\w*|rejet\w*|faux|impossible|"
        "improbable|exclu|un mythe|aucune? (?:preuve|raison|indice|signe)|"
        r"personne ne \w+)(?: \w+){0,4} qu['’]?e?"
    ),
    page_not_found=(
        r"page (?:introuvable|non trouvée|inexistante|indisponible)|"
        r"(?:cette |la )?page (?:n['’]existe (?:pas|plus)|est introuvable|que vous (?:re)?cherchez)[^.]{0,60}|"
        "contenu (?:introuvable|indisponible)|article (?:introuvable|supprimé)"
    ),
    page_challenge=(
        "vérification de (?:sécurité|votre navigateur)"
        r"|que vous (?:êtes (?:un )?(?:être )?humain|n'êtes pas un robot)|(?:trafic|activité) inhabituel|^un instant[ .…!]*$"
    ),
    page_elsewhere_only=(
        "(?:n['’]est pas|pas|non) disponible (?:dans|depuis) votre (?:pays|région|zone)|indisponible dans "
        "votre (?:pays|région)"
        "|l['’]accès à ce site (?:est|a été) (?:bloqué|interdit|restreint)"
    ),
    page_consent=(
        "avant de continuer|votre vie privée"
        r"|nos (?:\d+ )?partenaires et nous|nous et nos (?:\d+ )?partenaires|continuer sans accepter"
    ),
    page_login="^connexion|^se connecter",
    page_paywall="pour lire la suite|(?:article )?réservé (?:à nos|aux) abonnés|déjà abonné",
    page_parked="domain à vendre|(?:ce )?(?:nom de )?domaine est à vendre",
    page_needs_script="activer javascript",
    page_cut=(
        r"(?:il (?:vous )?reste|reste) (?:encore )?\d{1,2}(?:[.,]\d+)? ?%|pour (?:lire la suite|"
        "continuer (?:la|votre) lecture|continuer à lire|lire l['’]intégralité)|la suite (?:de cet "
        "article )?est réservée|(?:article|contenu|texte) (?:est )?réservé (?:aux|à nos) abonn|réservé "
        r"aux abonnés|vous avez (?:déjà )?(?:lu|consulté|atteint|épuisé) (?:\w+ ){0,5}articles? "
        r"(?:gratuits? |offerts? )?(?:du|ce|par|de ce) mois|"
        "débloque[rz] (?:cet article|l['’]article|la suite)|abonnez-vous pour (?:lire|continuer|accéder)"
        r"|(?:essayez|inscrivez-vous|abonnez-vous)[^.!?]{0,30} (?:et|pour) (?:poursuiv|continu)\w+ (?:votre |la )?lecture"
    ),
    page_cut_words="mois; débloque; reste; lire; lecture; réserv; abonn",
    page_removed=(
        "(?:cette |ce |le |la )?(?:vidéo|publication|contenu|compte|message|chaîne) (?:n['’]est (?:plus|"
        "pas) disponible|n['’]existe plus|est (?:indisponible|privée?)|a été (?:supprimée?|retirée?|"
        "suspendue?)|(?:supprimée?|indisponible|suspendue?))"
    ),
    page_loading="chargement[^.!?]{0,20}|veuillez patienter",
    page_of=r"page \d+ (?:sur|de) \d+",
    page_consent_words=(
        r"consentement|partenaires|données (?:à caractère )?personnel\w*|vie privée|publicités?|traceurs|"
        "accepter"
    ),
    directions=(
        r"applaudissements|rires?\b|exclamations|mouvements divers|interruptions?\b|murmures|inaudible|"
        r"brouhaha|sourires|protestations|silence\b"
    ),
    page_related=(
        "lire aussi; à lire aussi; lire également; voir aussi; sur le même sujet; à voir aussi; "
        "articles liés; les plus lus; vous aimerez aussi; en savoir plus; pour aller plus loin; "
        "à découvrir; recommandé pour vous"
    ),
    page_comments="commentaires; laisser un commentaire; vos réactions; réagir; poster un commentaire",
    page_numbering="page pages p de sur",
    page_lines=(
        "publicité; annonce; la suite après la publicité; la suite après cette publicité; lire la suite; la suite "
        "de l'article après la publicité; partager; partager cet article; partagez cet article; imprimer; envoyer "
        "par e-mail; s'abonner; abonnez-vous; inscrivez-vous à notre newsletter; haut de page; retour en haut; "
        "confidentiel; projet; brouillon; ne pas diffuser"
    ),
    page_stamps=(
        "téléchargé depuis; téléchargé de; téléchargé le; tous droits réservés; imprimé le; suite page; suite à la "
        "page; suite de la page"
    ),
    page_redirecting=(
        r"cette page a (?:été déplacée|déménagé|changé d['’]adresse)|(?:ce|notre) site a (?:déménagé|changé "
        r"d['’]adresse)|vous allez être redirigé|si vous n['’]êtes pas redirigé|redirection en cours"
    ),
    page_labels=(
        r"(?:publicités?|la suite après (?:la|cette) publicité|la suite de l['’]article après la "
        r"publicité|écouter (?:l['’]|cet )article[^\n]{0,30}|article réservé[^\n]{0,30})"
    ),
    dots="point",
    source_cues="(?:sources?|ici|lien)",
    invitations=(
        "(?:photo|image|illustration|crédit)s?(?: de)? ?:|"
        "abonnez-vous|inscrivez-vous|suivez(?:-nous|-moi)|partagez|soutenez(?:-nous)?|cliquez|écrivez-nous|"
        "faites un don|rejoignez|écoutez|contactez|créez|connectez-vous|téléchargez|retrouvez|réagissez|participez|"
        "qui sommes-nous|donnez votre avis"
    ),
    own_parts=(
        "(?:cet|cette|ce|notre|le présent) (?:article|étude|essai|rapport|texte|chapitre|enquête)"
        r"|(?:tableau|figure|chapitre|section|partie|annexe|page|p\.) \d+|nous appelons"
    ),
    superlatives=(
        r"(?:le|la|les) (?:plus|moins) \w{3,20}(?: [\w’'-]+){0,4} (?:du monde|au monde|du pays|"
        r"de l['’]histoire|d['’]europe|jamais \w+)"
    ),
    page_corrected=(
        r"\b(?:rectificatif|erratum|note de la rédaction|mise au point)\s*:"
        r"|\bune (?:première|précédente) version de cet article"
    ),
    page_maintenance=(
        "(?:en|site en) maintenance|bientôt de retour"
        "|de retour (?:bientôt|dans quelques)|erreur interne|site (?:temporairement )?indisponible"
    ),
    page_not_there=(
        "(?:page|article|contenu) (?:que vous (?:cherchez|recherchez|avez demandée?)|demandée?|recherchée?) "
        "(?:n['’]existe|n['’]est|est introuvable|a été|ne)"
    ),
    page_age="avez-vous (?:plus de )?18 ans|vérification de l['’]âge|confirmez votre âge|âge légal",
    below_zero=r"(?:au-dessous|en dessous|sous) (?:de )?zéro|moins \d",
    page_waiting="trop de requêtes|(?:salle|file) d['’]attente",
    page_rest=(
        "lire (?:la suite|l['’](?:intégralité|article (?:complet|en entier))|le texte (?:complet|"
        "intégral))|continuer la lecture|accéder au texte intégral"
    ),
    page_abstract="résumé",
    decades_before="(?:les )?années|décennie(?: des années)?",
    parts="2 moitié!; 3 tiers; 4 quart quarts; 5 cinquième cinquièmes; 10 dixième dixièmes",
    parts_of=r" d(?:es?|u)\b| d['’]|[.,;:]|$",
    out_of="sur",
    points="points? de pourcentage|points?",
    currencies=(
        "$ dollar dollars; € euro euros; £ livres sterling; YEN yens; YUAN yuans; ₽ rouble roubles; ₹ "
        "roupies; FRANC franc francs; PESO pesos; KRONE couronnes; ZLOTY zlotys"
    ),
    around="vers",
    and_half="et demie?",
    half_a="un demi[- ]?",
    short_forms=(
        "dr docteur; pr professeur; m monsieur million millions; mme madame; mlle mademoiselle; st "
        "saint; ste sainte; mgr monseigneur; md milliard milliards; mds milliards; km kilomètres; av "
        "avenue; bd boulevard"
    ),
    accents_are_one=True,
    ranks=(
        r"(?:deuxième|troisième|quatrième|second|seconde) plus (?:grand|petit|haut|vieux|vieille|lon"
        r"g|ancien)\w*"
    ),
    first_ranks=r"plus (?:grand|petit|haut|vieux|vieille|long|ancien)\w*",
    page_retracted=(
        r"(?:cet(?:te)?|ce) (?:article|étude|rapport|publication|texte|travail) (?:a été|est) (?:rétracté|retiré)e?\b"
        r"|(?:article |étude )?rétracté[e]?(?=\s*(?:[:\]–—|-]|[.!]?$))|rétractation\s*[:–—]"
        r"|\b(?:rétractation|article rétracté|article retiré)\s*:|\bcet article a été (?:rétracté|retiré)"
    ),
    page_members=r"vous devez (?:être connectée?|vous connecter|vous identifier)|réservée?s? aux membres",
    parts_by="d'un; d’un; de deux; de trois",
    totals="total totaux ensemble somme moyenne autres",
    done_to=(
        r"accus\w+|critiqu\w+|battu|bat|félicit\w+|nomm\w+|remplac\w+|attaqu\w+|rachet\w+|avert\w+|remerci\w+|"
        r"arrêt\w+|tu[eé]\w*|menac\w+|condamn\w+"
    ),
    done_apart="et|mais|qui|que",
    done_by="par",
    hundreds="cent cents",
    tens_and="et",
    hundreds_and="et",
    instead="au lieu d(?:e|es|u)|plutôt que",
)
