"""Spanish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Spanish",
    codes="es",
    elsewhere="ago set once",
    months=(
        "enero ene; febrero feb; marzo mar; abril abr; mayo may; junio jun; julio jul; agosto ago; "
        "septiembre setiembre sept sep set; octubre oct; noviembre nov; diciembre dic"
    ),
    numbers=(
        "2 dos; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once; 12 doce; 13 trece; "
        "14 catorce; 15 quince; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte; 21 "
        "veintiuno veintiún veintiuna; "
        "22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete; 28 "
        "veintiocho; 29 veintinueve; 30 treinta; 40 cuarenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 "
        "ochenta; "
        "90 noventa; 100 cien ciento; 200 doscientos doscientas; "
        "300 trescientos trescientas; 400 cuatrocientos cuatrocientas; 500 quinientos quinientas; 600 "
        "seiscientos seiscientas; "
        "700 setecientos setecientas; 800 ochocientos ochocientas; 900 novecientos novecientas; 1000 mil"
    ),
    amounts="uno",
    magnitudes="10 década décadas; 1e3 mil; 1e6 millones millón",
    percent="ciento",
    percent_phrases="por ciento",
    ordinal_endings="o a º ª er",
    roughly="casi unos",
    at_least="más",
    at_most="menos hasta",
    between="entre",
    joining="y e o",
    centuries="siglos?",
    negative_joints="ni",
    negations="no nunca jamás nadie nada ningún ninguno ninguna sin tampoco ni",
    negative_prefixes="in im des",
    opposites=(
        "aumentó subió creció aumentaron subieron crecieron aumento subida alza crecimiento / disminuyó bajó "
        "cayó descendió disminuyeron bajaron cayeron descendieron descenso caída reducción; aumentó "
        "aumentaron aumentado subió aumenta aumentan subieron subido sube creció crecieron crecido / "
        "disminuyó bajó cayó disminuyeron disminuido bajaron bajado baja cayeron caído descendió descendieron "
        "descendido; ganaron / perdieron; aprobada aprobado aceptado aceptada / rechazada rechazado; abierta / "
        "cerrada cerrado; primero primera / último última; permitido permitida / prohibido prohibida; aumentó "
        "aumento subió / disminuyó bajó cayó; más / menos; ganó / perdió; aceptó aprobó / rechazó; abrió abierto / "
        "cerró cerrado; mayoría / minoría; permitió / prohibió; antes / después; aumentaron aumentó subieron subió "
        "crecieron creció / cayeron cayó bajaron bajó descendieron descendió disminuyeron disminuyó; alza aumento /"
        " caída descenso; mayor / menor; aumentará aumentarán subirá subirán crecerá / disminuirá bajará caerá "
        "descenderá; abrieron abrirá / cerraron cerrará; aceptaron aprobaron / rechazaron; apoyó apoyaron / "
        "rechazó; importaciones importación / exportaciones exportación; victoria / derrota; norte / sur; ganancias"
        " superávit / pérdidas déficit"
    ),
    units=(
        "KG kilogramos; TON tonelada toneladas; KM kilómetro kilómetros; METRE metro metros; CM centímetros; MILE "
        "milla millas; HECTARE hectárea hectáreas; LITRE litro litros; HOUR hora horas; MINUTE minuto minutos; DAY"
        " día días; WEEK semana semanas; MONTH meses; YEAR año años"
    ),
    modals="puede podría debe debería quizá quizás probablemente",
    qualifiers="sólo solo casi unos algunos muchos menudo",
    spellings=((r"^sólo$", "solo"), (r"^é(?=st[eao]s?$)", "e"), (r"^aqué(?=l)", "aque")),
    capitals_lose_marks=True,
    titles_of_people=(
        "presidente presidenta ministro ministra senador senadora gobernador alcalde alcaldesa rey reina príncipe papa "
        "obispo cardenal padre sor general coronel capitán juez profesor doctor don doña señor señora conde duque san "
        "santa"
    ),
    function_words=(
        "el la los las un una unos unas y o es son era fue de del al en por para con que se su sus lo como más no"
    ),
    opening="el la los las un una en se por para con este esta estos su sus pero y según lo no",
    announcing="sr sra srta dra dña ud uds p.ej",
    counting="núm pág págs cap art ene abr ago dic",
    closing="ee.uu s.a s.l hab",
    note_headings=(
        "notas; referencias; fuentes; bibliografía; notas al pie; notas a pie de página; citas; "
        "notas y referencias; referencias bibliográficas; obras citadas; lista de referencias; "
        "bibliografía citada; notas finales; trabajos citados; fuentes y bibliografía; bibliografía y fuentes; "
        "fuentes consultadas; notas y fuentes"
    ),
    note_words="notas?",
    editions="edición",
    accessed=(
        r"consulta(?=\s?:)|(?:última |fecha de (?:la )?(?:última )?)(?:consulta|visita)(?: el)?|"
        r"(?:último |fecha de (?:último )?)acceso(?: el)?|"
        r"(?:consultad|visitad|accedid|recuperad|revisad)[oa]s?(?: por última vez)?(?: el)?(?: día)?|"
        r"(?:última |fecha de )?(?:revisión|lectura|recuperación|búsqueda|descarga)(?: el)?|en línea el|"
        r"(?:leíd|vist|descargad|obtenid)[oa]s?(?: por última vez)? el|consulta realizada el|consulta(?: el)"
    ),
    archived="archivado",
    archived_on="el",
    introductions=r"véase(?: también)?|(?-i:y)|ver también|vid\.?|(?-i:e)|(?-i:también|asimismo)|fuentes?(?=\s*:)",
    weak_introductions="ver",
    pointers=(
        r"véase|véanse|ver|vid|cf|consulte|para (?:una|un) (?:visión|introducción|panorama)|para más "
        r"(?:información|detalles)"
    ),
    and_others="y otros|y cols?",
    decided_on="del?",
    same_author=r"[ií]d(?:em)?",
    same_source=r"ibíd(?:em)?|íd(?:em)?(?=\.|,|$)",
    named_hereafter=r"en adelante|en lo sucesivo",
    earlier_source=r"ob\.\s?cit|obra citada|artículo citado|citado arriba",
    numbered_source="notas?(?: al pie)?",
    above="supra|arriba|anterior",
    below="infra|abajo",
    pages=r"págs?\.?|páginas?",
    paragraphs=r"párrs?\.?|párrafos?",
    sections=r"secc?\.|sección|apartado|apdo\.",
    chapters=r"caps?\.|capítulos?",
    lines="líneas?",
    times="minutos?",
    at_place="aquí|en la|en|a partir de|desde",
    volumes=r"núms?\.?|números?|n[.º°]|vol\.|tomo",
    by="por",
    site_cues="en",
    no_sites="disponible en|núm|vol|n[°º]|pág|págs|año",
    site_tails=r"núm|n[°º]|n\.º|no|vol",
    address_cues="disponible en|(?:recuperado|obtenido|extraído|tomado) de",
    no_date=r"s\.\s?f\.?",
    between_authors="y|e",
    other_authors=r"et al\.?|y otros|y cols?\.?|y colaboradores",
    quoted_in=r"(?:citad[oa]s?|cit\.) en",
    cited_within=r"(?:citad[oa]s?|cit\.) por",
    unpublished="en prensa|en preparación|próxim[oa] publicación|inédit[oa]",
    organisations=(
        "ministerio|banco|consejo|comisión|instituto|universidad|agencia|asociación|organización|"
        "sociedad|fundación|federación|autoridad|centro|academia|tribunal|partido|comité|oficina|"
        "defensoría"
    ),
    no_authors=(
        "tabla|cuadro|figura|capítulo|anexo|ley|decreto|tratado|reglamento|edición|primavera|verano|"
        "otoño|invierno|tormenta|guerra|desde|fundad[oa]"
    ),
    name_particles="de|del|de la|la|las|los|y",
    series="col|colección|serie",
    before_places="en|desde",
    works="libro|canción|película|novela",
    naming="llamad[oa]|titulad[oa]|denominad[oa]",
    spoken_of="por que",
    speech=(
        r"dice|reconoc\w+|admiti\w+|subray\w+|indic\w+|insisti\w+|concluy\w+|record\w+|apunt\w+|matiz\w+|"
        r"pregunt\w+|escribi\w+|coment\w+|precis\w+|dijo|afirm\w+|declar\w+|señal\w+|explic\w+|asegur\w+|"
        r"añadi\w+|agreg\w+|cont[óa]|coment[óa]|"
        r"respondi\w+|sostuvo|advirti\w+"
    ),
    title_words="de la el los y",
    editors_notes=(
        "sic|(?:el |la |las |los )?(?:énfasis|subrayad[oa]s?|cursivas?|negritas?|resaltado|destacado|"
        r"traducción|itálicas)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:notas?|citas?|referencias?)(?: internas?| al pie)? (?:omitid|suprimid)as?",
    left_out="omisión|omitido|se omite",
    turning=(
        "(?:incluso |salvo |excepto |sólo |solo |aun )?si|salvo|excepto|pero|a menos que|a no ser que|"
        "siempre que|siempre y cuando|sino|aunque|sin embargo|con tal de que|a condición de|no obstante|"
        "mientras (?:no|yo|nosotros|haya|siga|sea|exista|tenga|dure|est[ée])|a no ser|en caso de que|con la condición"
    ),
    denying=(
        r"una versión (?:anterior|previa|inicial)(?: \w+){0,4} (?:decía|indicaba|afirmaba|señalaba)(?: \w+){0,3}|"
        r"no (?:\w+ ){0,2}(?:cre\w+|dij\w+|dic\w+|dig\w+|piens\w+|signific\w+|afirm\w+|sab\w+|promet\w+|"
        r"es cierto|es verdad|pare\w+|consider\w+|demuestr\w+|esper\w+|hay (?:\w+ )?(?:pruebas?|evidencias?|"
        r"indicios?|razón))(?: \w+){0,4} (?:que|si)|(?:nieg\w+|neg(?:ó|aron|aba\w*|ar)|desm(?:ient|int)\w+|"
        r"dud[aoóe]\w*|rechaz\w+|descart\w+|refut\w+|falso|mentira|imposible|improbable|un mito|"
        r"nadie \w+)(?: \w+){0,4} que"
    ),
    page_not_found=(
        r"página no (?:encontrada|existe|disponible)|"
        r"(?:esta |la )?página (?:no existe|no se (?:ha )?encontr[óa]|que busca)[^.]{0,60}|"
        r"no (?:se )?(?:ha )?encontr\w+ (?:la|esta) página|contenido no (?:encontrado|disponible)"
    ),
    page_challenge=(
        "verifica(?:r|ción)[^.]{0,30}humano"
        r"|no (?:eres|es usted|soy) un robot|comprobando (?:que|su navegador|tu navegador)|tráfico inusual|"
        r"verificación de seguridad|^un momento[ .…!]*$"
    ),
    page_elsewhere_only=(
        "no (?:está )?disponible en (?:su|tu) (?:país|región|zona)"
        "|el acceso a (?:este|esta) (?:sitio|web|página) (?:ha sido|está) (?:bloquead|restringid)[oa]"
    ),
    page_consent=(
        "antes de continuar|tu privacidad"
        r"|nosotros y nuestros (?:\d+ )?socios|valoramos (?:su|tu) privacidad"
    ),
    page_login="^iniciar sesión",
    page_paywall="(?:para|solo) suscriptores|contenido exclusivo",
    page_parked="domain en venta|(?:este )?dominio (?:está )?en venta",
    page_needs_script=r"habilit\w+ javascript",
    page_cut=(
        r"(?:te|le) quedan? (?:el |un )?\d{1,2} ?%|para (?:seguir|continuar) leyendo|(?:contenido|"
        "artículo|texto) (?:es )?(?:exclusivo|solo|sólo|reservado) para (?:suscriptor|abonad|soci)|"
        r"has? (?:leído|alcanzado|agotado) (?:\w+ ){0,5}art[ií]culos (?:gratuitos |gratis )?(?:de este|este|del|al|por) mes|"
        r"suscr[ií]b\w+ para (?:leer|seguir|continuar)"
        r"|(?:prueba|regístrate|suscríbete)[^.!?]{0,25} y (?:sigue|continúa) leyendo"
    ),
    page_cut_words="este mes; del mes; al mes; por mes; leyendo; leer; quedan; queda; suscr; abonad; socios",
    page_removed=(
        "(?:este |esta |el |la )?(?:v[ií]deo|publicación|contenido|cuenta|mensaje|canal) (?:ya )?(?:no "
        "(?:está|se encuentra|existe)(?: disponible)?|(?:ha sido|fue) (?:eliminad|borrad|suspendid|"
        "retirad)[oa]|no disponible|es privad[oa]|(?:eliminad|suspendid)[oa])"
    ),
    page_loading="cargando[^.!?]{0,20}|espere,? por favor",
    page_of=r"página \d+ (?:de|/) \d+",
    page_consent_words="consentimiento|socios|datos personales|privacidad|publicidad|aceptar",
    directions=r"aplausos|risas?\b|ovación|murmullos|protestas|inaudible|rumores|silencio\b|música\b",
    page_related=(
        "lea también; leer también; lee también; te puede interesar; le puede interesar; "
        "más información; noticias relacionadas; artículos relacionados; ver también; lo más leído; "
        "también te puede interesar; relacionado; relacionadas"
        r"; te recomendamos"
    ),
    page_comments="comentarios; deja un comentario; deja una respuesta; comentarios de los lectores",
    page_numbering="página páginas pág pp p de",
    page_lines=(
        "publicidad; anuncio; continúa después de la publicidad; sigue leyendo; la nota continúa después de la "
        "publicidad; compartir; comparte; comparte este artículo; compartir este artículo; imprimir; suscríbete; "
        "suscríbase; suscríbete a nuestro boletín; volver arriba; confidencial; borrador"
    ),
    page_stamps=(
        "descargado de; descargado desde; descargado el; todos los derechos reservados; impreso el; continúa en la "
        "página; viene de la página; pasa a la página"
    ),
    page_redirecting=(
        "(?:esta página|este sitio|este artículo) (?:se ha (?:movido|mudado|trasladado)|"
        "ha sido (?:movid[oa]|trasladad[oa]))|"
        r"(?:usted )?(?:será|está siendo|serás) redirigid[oa]|si no (?:es|eres) redirigid[oa]|"
        r"redirigiendo a"
    ),
    page_labels=(
        r"(?:publicidad|anuncio|continúa (?:debajo|después) de la publicidad|(?:escuchar|escucha) "
        r"(?:este|el) artículo[^\n]{0,30})"
    ),
    dots="punto",
    source_cues="(?:fuentes?|aquí|enlace)",
    invitations=(
        "(?:foto|imagen|crédito)s?(?: de)?:|"
        "suscríb(?:ase|ete)|síguenos|síganos|compart[ae]|dona|apóy[ae]nos|haga? clic|escríb(?:ano|"
        "eno)s|regístr(?:ese|ate)|únete|contácte?nos|escuch[ae]|"
        "desc[aá]rg(?:a|ue)(?:lo|la)?|crea tu cuenta|inicia sesión|quiénes somos|envíanos|conoce (?:más|nuestr[ao]s?)|"
        "pued(?:e|es) seguir|date de alta|darse de alta"
    ),
    own_parts=(
        "(?:este|esta|nuestro|nuestra|el presente) (?:artículo|estudio|ensayo|informe|texto|"
        r"capítulo|encuesta)|(?:tabla|figura|capítulo|sección|parte|anexo|página|p\.) \d+|llamamos"
    ),
    superlatives=(
        r"(?:el|la|los|las)(?: \w+)? (?:más|menos) \w{3,20}(?: [\w-]+){0,4} (?:del mundo|del país|"
        "de la historia|de europa|de américa)"
    ),
    page_corrected=(
        r"\b(?:fe de erratas?|corrección|rectificación|nota de (?:la redacción|el editor|del editor))\s*:"
        r"|\buna versión anterior de est[ea] (?:artículo|noticia|texto)"
    ),
    page_maintenance=(
        "(?:en|sitio en|web en) mantenimiento|volve(?:mos|remos) (?:pronto|en breve|enseguida)|error interno"
    ),
    page_not_there=(
        "(?:página|artículo|contenido) (?:que (?:buscas?|estás? buscando|ha solicitado)|solicitad[oa]) (?:no|"
        "ya no|ha sido)"
    ),
    page_age="(?:eres|es usted) mayor de (?:edad|18)|verificación de edad|confirma(?:r)? (?:tu|su) edad",
    below_zero=r"bajo cero|menos \d",
    page_waiting="demasiadas (?:solicitudes|peticiones)|sala de espera",
    page_rest=(
        "(?:leer|ver) (?:el|la) (?:artículo|noticia|texto|informe|nota|entrevista) complet[oa]|"
        "(?:seguir|continuar) leyendo"
    ),
    page_abstract="resumen",
    decades_before="años|(?:década|decenio) de(?: los(?: años)?)?",
    parts=(
        "2 mitad!; 3 tercio tercios tercera_parte!; 4 cuarto cuartos cuarta_parte!; 5 quinto quintos "
        "quinta_parte!; 8 octava_parte!; 10 décimo décimos décima_parte!"
    ),
    parts_of=r" del?\b|[.,;:]|$",
    out_of="de cada",
    points="puntos? porcentual(?:es)?|puntos?",
    currencies=(
        "$ dólar dólares usd; € euro euros; £ libra libras; YEN yenes; YUAN yuanes; ₽ rublos; ₹ rupias; "
        "FRANC francos; PESO peso pesos; REAL reales; LIRA liras; KRONE coronas"
    ),
    around="hacia",
    and_half="y medio|y media",
    half_a="medio|media",
    ordinals="3 tercera; 4 cuarta; 5 quinta; 6 sexta; 7 séptima; 8 octava; 9 novena; 10 décima",
    short_forms=(
        "dr doctor; dra doctora; sr señor; sra señora; ud usted; uds ustedes; prof profesor; sto santo; "
        "sta santa; av avenida; gral general; km kilómetros; ee estados"
    ),
    accents_are_one=True,
    ranks="(?:segund|tercer|cuart)[oa]? (?:más|mayor|menor|mejor)",
    first_ranks=r"(?:mayor|menor|más (?:grande|antigu|alt|larg)\w*)",
    page_retracted=(
        r"(?:este|esta) (?:artículo|estudio|trabajo|informe|publicación|texto) (?:ha sido|fue|está) (?:retractad|retirad)[oa]\b"
        r"|(?:artículo )?retractado(?=\s*(?:[:\]–—|-]|[.!]?$))|retractación\s*[:–—]"
        r"|\b(?:retractación|artículo retractado|artículo retirado)\s*:"
        r"|\beste artículo (?:ha sido|fue) (?:retractado|retirado)"
    ),
    page_members=(
        r"(?:debe|debes|tiene que|tienes que|necesita|necesitas) (?:iniciar sesión|estar registrad|identificarse)|"
        r"s[oó]lo para (?:miembros|usuarios registrados)"
    ),
    parts_by="en un; en una; en dos",
    totals="total totales suma conjunto media promedio otros",
    done_to=(
        r"acus\w+|critic\w+|derrot\w+|venci\w+|felicit\w+|nombr\w+|reemplaz\w+|atac\w+|advirti\w+|agradeci\w+|"
        r"detuv\w+|mat[óaó]\w*|amenaz\w+|conden\w+"
    ),
    done_apart="y|e|pero|que",
    done_by="por",
    tens_and="y",
    hundreds_and="y",
    instead="en (?:vez|lugar) del?",
)
