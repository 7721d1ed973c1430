"""Portuguese."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Portuguese",
    codes="pt gl",
    elsewhere="ago set out",
    months=(
        "janeiro jan; fevereiro fev; março mar; abril abr; maio mai; junho jun; julho jul; agosto ago; setembro set; "
        "outubro out; novembro nov; dezembro dez"
    ),
    numbers=(
        "2 dois duas; 3 três; 4 quatro; 5 cinco; 6 seis; 7 sete; 8 oito; 9 nove; 10 dez; 11 onze; 12 "
        "doze; 13 treze; 14 catorze quatorze; "
        "15 quinze; 16 dezesseis dezasseis; 17 dezessete dezassete; 18 dezoito; 19 dezenove dezanove; 20 vinte; "
        "30 trinta; 40 quarenta; 50 cinquenta; 60 sessenta; 70 setenta; 80 oitenta; 90 noventa; 100 cem "
        "cento; 200 duzentos duzentas; "
        "300 trezentos trezentas; 400 quatrocentos quatrocentas; 500 quinhentos quinhentas; 600 seiscentos seiscentas; "
        "700 setecentos setecentas; 800 oitocentos oitocentas; 900 novecentos novecentas; 1000 mil"
    ),
    magnitudes="10 década décadas; 1e3 mil; 1e6 milhão milhões; 1e9 bilhão bilhões",
    percent="cento",
    percent_phrases="por cento",
    ordinal_endings="o a º ª",
    roughly="quase cerca",
    at_least="mais",
    at_most="menos até",
    between="entre",
    joining="e ou",
    centuries="séculos?",
    negative_joints="nem",
    negations="não nunca ninguém nenhum nenhuma nem sem nada jamais",
    negative_prefixes="in im des",
    opposites=(
        "aumentou subiu cresceu aumentaram subiram cresceram aumento subida crescimento / diminuiu caiu "
        "baixou desceu diminuíram caíram queda redução descida; aumentou aumentaram aumentado subiu subiram "
        "cresceu cresceram / diminuiu diminuíram diminuído baixou "
        "baixaram caiu caíram; ganhou venceu / perdeu; aprovou aprovado aprovada aceitou / rejeitou rejeitado "
        "rejeitada; abriu aberto / fechou fechado; maioria / minoria; antes / depois; primeiro primeira / último "
        "última; aumentou subiu / diminuiu caiu; mais / menos; aceitou aprovou / rejeitou; abriu / fechou; subiu "
        "subiram aumentou aumentaram cresceu cresceram avançou / recuou recuaram caiu caíram diminuiu baixou; alta "
        "aumento / queda recuo; maior / menor; aumentará subirá crescerá / diminuirá baixará cairá; aprovaram "
        "aceitaram / rejeitaram recusou; abriram abrirá / fecharam fechará; importações / exportações; vitória / "
        "derrota; norte / sul; leste / oeste; permitiu permitido / proibiu proibido; lucro / prejuízo; ganharam "
        "venceram / perderam"
    ),
    units=(
        "KG quilo quilos quilogramas; TON tonelada toneladas; KM quilómetro quilómetros quilômetro quilômetros; "
        "METRE metros; CM centímetros; MILE milhas; LITRE litros; HOUR hora horas; MINUTE minutos; DAY dia dias; "
        "WEEK semana semanas; MONTH meses; YEAR ano anos"
    ),
    modals="pode poderia deve deveria talvez",
    qualifiers="apenas quase cerca alguns",
    spellings=(
        (
            ("c(?=ç)", ""),
            # colectivo, director, arquitectura, eléctrico; pacto and facto are other words than pato and fato.
            ("(?<=[aeio])c(?=t(?:iv|or|ur|uai?[ls]?|ric|rón))", ""),
            ("(?<=je)c(?=t)|(?<=xa)c(?=t)|(?<=afe)c(?=t)|(?<=espe)c(?=tá)|(?<=ó)p(?=tim)|(?<=ado)p(?=t)", ""),
            ("p(?=ç)", ""),
            ("(?<=[qg])ü(?=[eií])", "u"),
            ("éi(?=a)", "ei"),
            ("^vôo", "voo"),
            ("^enjôo", "enjoo"),
        )
    ),
    beginnings=(
        "óptim ótim; projecto projeto; objectivo objetivo; direct diret; actual atual; eléctric elétric; acto ato"
    ),
    capitals_lose_marks=True,
    titles_of_people=(
        "presidente ministro ministra senador governador prefeito rei rainha príncipe papa bispo cardeal padre general "
        "coronel capitão juiz professor doutor dom dona senhor senhora conde duque são santa"
    ),
    function_words="o a os as um uma e é de do da dos das em no na nos nas ao foi por para com que se ou mais não",
    opening="o a os as um uma em no na nos nas por para com mas e se",
    counting="pág págs cap art núm fev abr ago set out dez",
    note_headings=(
        "notas; fontes; bibliografia; referências; notas de rodapé; notas e referências; "
        "referências bibliográficas; obras citadas; lista de referências; notas finais; bibliografia citada; "
        "fontes e bibliografia; notas de fim"
    ),
    editions="edição",
    accessed=(
        "(?:último |data de )?acesso(?: em)?|última consulta(?: em)?|"
        "(?:acedido|acessado|consultado|visitado)(?: pela última vez)?(?: em)?|"
        "(?:acessad|acedid|consultad|visitad|visualizad|recuperad|obtid|vist|"
        "lid)[oa]s?(?: pela última vez)?(?: em| a)?|"
        "(?:última |data de |data da )?(?:consulta|visita|visualização)(?: em)?|data do acesso"
    ),
    archived="arquivado",
    archived_on="em",
    introductions=r"ver também|(?-i:e)|cf\.?|(?-i:também)|fontes?(?=\s*:)",
    weak_introductions="ver",
    pointers=r"ver|veja|cf|consulte|para (?:uma|um) (?:visão|introdução|panorama)|para mais (?:informações|detalhes)",
    and_others="e outros",
    decided_on="de",
    named_hereafter=r"doravante",
    earlier_source=r"ob\.\s?cit|obra citada",
    numbered_source="notas?(?: de rodapé)?",
    above="acima|supra",
    below="abaixo|infra",
    pages=r"págs?\.?|páginas?",
    paragraphs=r"parágrafos?|parág\.",
    sections="seção|secção",
    chapters=r"caps?\.|capítulos?",
    lines="linhas?",
    times="minutos?",
    at_place="aqui|em|a partir de",
    volumes=r"v\.|vol\.|n\.|núm\.",
    by="por",
    site_cues="em",
    no_sites="disponível em|n|v|vol|n[°º]|ano|pág",
    site_tails="n|n[°º]|v|vol",
    address_cues="disponível em|(?:recuperado|obtido|extraído) de",
    no_date=r"s\.\s?d\.|\[s\.\s?d\.\]",
    between_authors="e",
    other_authors=r"et al\.?|e outros|e cols?\.?|e colaboradores",
    quoted_in="apud|citad[oa]s? em",
    cited_within="citad[oa]s? por",
    unpublished="no prelo|em preparação|inédit[oa]",
    organisations=(
        "ministério|conselho|comissão|universidade|agência|associação|organização|sociedade|fundação|"
        "federação|autoridade|centro|comitê|partido|secretaria"
    ),
    no_authors=(
        "tabela|quadro|figura|capítulo|anexo|lei|decreto|tratado|edição|primavera|verão|outono|inverno|"
        "tempestade|guerra|desde"
    ),
    name_particles="da|das|do|dos",
    series="coleção",
    before_places="em|no|na",
    works="livro|romance|filme|artigo|canção",
    naming="chamad[oa]|intitulad[oa]",
    spoken_of="por que",
    speech=r"disse|afirm\w+|declar\w+|explic\w+|acrescent\w+|cont[ao]u|respondeu|garantiu|escreveu|ressalt\w+",
    title_words="da do de e o",
    editors_notes=(
        "sic|(?:o |os |a )?(?:grifos?|ênfase|itálicos?|negritos?|sublinhad[oa]s?|destaques?|"
        r"tradução)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:notas?|citaç(?:ão|ões)|referências?)(?: internas?| de rodapé)? (?:omitid|suprimid)as?",
    left_out="omissão|omitido|supressão",
    turning=(
        "(?:mesmo |exceto |salvo |só )?se|exceto|salvo|mas|a menos que|a não ser que|desde que|porém|contudo|"
        "embora|todavia|no entanto|contanto que|com exceção|enquanto (?:não|houver|eu|for)|caso|ainda que|à exceção|a menos de"
    ),
    denying=(
        r"uma versão anterior(?: \w+){0,4} (?:dizia|afirmava|indicava|informava)(?: \w+){0,3}|"
        r"não (?:\w+ ){0,2}(?:acredit\w+|acho|acha\w*|diss\w+|diz\w*|pens\w+|signific\w+|afirm\w+|sab\w+|sei|"
        r"é verdade|promet\w+|consider\w+|há (?:\w+ )?(?:provas?|evidências?|indícios?))(?: \w+){0,4} (?:que|"
        r"se)|(?:neg(?:a|ou|am|aram|ava\w*)|desment\w+|duvid\w+|rejeit\w+|descart\w+|contest\w+|falso|mentira|"
        r"impossível|improvável|um mito|ninguém \w+)(?: \w+){0,4} que"
    ),
    page_not_found="página não (?:encontrada|existe|disponível)|conteúdo não encontrado",
    page_login=r"^entrar\b",
    page_paywall="exclusivo para assinantes",
    page_parked="(?:este )?dom[ií]nio (?:está )?(?:en|à) venda",
    page_cut=(
        "para (?:continuar|prosseguir) (?:a ler|lendo|a leitura)|(?:conteúdo|artigo|texto|matéria) (?:é "
        ")?(?:exclusiv[oa]|reservad[oa]|só) (?:para|a) (?:os )?(?:assinantes|subscritores)|assine para "
        r"(?:ler|continuar)|(?:falta|resta)m? \d{1,2} ?%"
        r"|(?:atingiu|alcançou|chegou ao)[^.!?]{0,12}limite[^.!?]{0,25}(?:gratuit|grátis)|"
        r"(?:leu|leste) (?:todos|seus|os seus)[^.!?]{0,25}(?:gratuit|grátis)"
    ),
    page_cut_words=(
        "lendo; leitura; a ler; assinantes; assine; subscritores; resta; falta"
        r"; gratuit; grátis"
    ),
    page_removed=(
        "(?:este |esta |o |a )?(?:vídeo|publicação|conteúdo|conta|mensagem|canal) (?:já )?(?:não está "
        "(?:mais )?disponível|não existe(?: mais)?|foi (?:removid|excluíd|apagad|suspens)[oa]|(?:está "
        ")?indisponível|não disponível|(?:removid|excluíd|suspens)[oa])"
    ),
    page_loading="carregando[^.!?]{0,20}|a carregar|aguarde",
    page_of=r"página \d+ de \d+",
    page_consent_words="consentimento|parceiros|dados pessoais|privacidade|publicidade|aceitar",
    directions=r"aplausos|palmas|risos?\b|manifestações|inaudível|vaias|pausa\b",
    page_related=(
        "leia também; leia mais; veja também; saiba mais; ver também; notícias relacionadas; "
        "artigos relacionados; mais lidas; relacionados; relacionadas; você também pode gostar"
        r"; recomendamos"
    ),
    page_comments="comentários; deixe um comentário; deixe uma resposta; comentários dos leitores",
    page_numbering="página páginas pág p de",
    page_lines=(
        "publicidade; anúncio; continua depois da publicidade; continua após a publicidade; continue lendo; "
        "continue a ler; compartilhe; compartilhar; partilhar; partilhe este artigo; compartilhe este artigo; "
        "compartilhe esta notícia; imprimir; assine; assine já; assine nossa newsletter; voltar ao topo; "
        "confidencial; rascunho; minuta"
    ),
    page_stamps=(
        "baixado de; descarregado de; todos os direitos reservados; impresso em; continua na página; continuação "
        "da página"
    ),
    page_redirecting=r"(?:você )?(?:será|está sendo) redirecionad[oa]|redirecionando para",
    page_labels=(
        r"(?:publicidade|(?:a matéria |o artigo )?continua (?:após|depois d)[ao]? ?(?:a "
        r")?publicidade|ouça (?:est[ea]|o) artigo[^\n]{0,30})"
    ),
    dots="ponto",
    source_cues="(?:fontes?|aqui)",
    invitations=(
        "(?:foto|imagem|crédito)s?(?: de)?:|(?:assine|inscreva-se|siga-nos|compartilhe|partilhe|apoie|"
        "clique|escreva-nos|cadastre-se|ouça|conheça (?:noss[oa]s?|os planos)|faça (?:login|seu cadastro)|baixe|"
        "participe|receba (?:nossas?|as)|quem somos|encontrou algo errado)"
    ),
    own_parts=(
        "(?:este|esta|nosso|nossa|o presente) (?:artigo|estudo|ensaio|relatório|texto|capítulo|"
        r"pesquisa)|(?:tabela|figura|capítulo|seção|secção|parte|página|p\.) \d+"
    ),
    superlatives=(
        r"(?:o|a|os|as)(?: \w+)? (?:mais|menos) \w{3,20}(?: [\w-]+){0,4} (?:do mundo|do país|"
        r"da história|da europa)|(?:o|a) maior(?: \w+){0,3} do (?:mundo|país)"
    ),
    page_corrected=(
        r"\b(?:errata|correção|nota d[ao] (?:redação|editor))\s*:"
        r"|\buma versão anterior dest[ea] (?:artigo|texto|reportagem|matéria)"
    ),
    page_challenge=(
        "verifi(?:que|car|cando) (?:que|se) (?:você|o utilizador)? ?(?:não )?é (?:um robô|humano|um ser "
        "humano)|^um momento[ .…!]*$"
        r"|(?:você |que )?não (?:é|sou) um robô|tráfego (?:incomum|invulgar)|verificação de segurança|^só um momento[ .…!]*$"
    ),
    page_elsewhere_only=(
        "(?:não (?:está )?disponível|indisponível) (?:no|em) (?:seu|teu) país|(?:não (?:está )?disponível|"
        "indisponível) na sua (?:região|área)"
    ),
    page_consent=(
        "antes de continuar|a sua privacidade|sua privacidade"
        r"|nós e (?:os )?nossos (?:\d+ )?parceiros|valorizamos a sua privacidade"
    ),
    page_maintenance="em manutenção|volta(?:mos|remos) (?:já|em breve)",
    page_needs_script="(?:ative|habilite|ativar) (?:o )?javascript",
    page_not_there=(
        "(?:página|artigo|conteúdo) que (?:procura|você procura|está procurando|solicitou) (?:não|já não|foi)"
    ),
    page_age="(?:tem|tens) (?:mais de )?18 anos|é maior de (?:idade|18)|verificação de idade",
    below_zero=r"(?:abaixo de|negativos?)\b|menos \d",
    page_waiting="(?:muitas|demasiadas|demasiados) (?:solicitações|requisições|pedidos)|fila de espera|sala de espera",
    page_rest=(
        "(?:ler|leia) (?:o|a) (?:artigo|notícia|texto|matéria) (?:complet[oa]|na íntegra)|continuar? (?:lendo|a ler)"
    ),
    page_abstract="resumo",
    decades_before="anos|(?:década|decênio|decénio) de",
    parts="2 metade!; 3 terço terços; 4 quarto quartos; 5 quinto quintos; 10 décimo décimos",
    parts_of=r" d(?:e|[aeo]s?)\b|[.,;:]|$",
    out_of="em cada|de cada",
    points="pontos? percentua(?:l|is)|pontos?",
    currencies=(
        "$ dólar dólares; € euro euros; £ libras; YEN ienes; ₽ rublos; ₹ rupias; FRANC francos; REAL "
        "real reais; PESO pesos; KRONE coroas"
    ),
    around="volta",
    and_half="e meio|e meia",
    half_a="meio|meia",
    short_forms=(
        "dr doutor; dra doutora; sr senhor; sra senhora; prof professor; profa professora; sto santo; "
        "sta santa; av avenida; km quilômetros quilómetros; mi milhões; bi bilhões"
    ),
    accents_are_one=True,
    ranks="(?:segund|terceir|quart)[oa] (?:mais|maior|melhor)",
    first_ranks=r"(?:maior|melhor|mais (?:antig|alt)\w*)",
    page_retracted=(
        r"(?:este|esta) (?:artigo|estudo|trabalho|relatório|publicação|texto) foi (?:retratad|retirad|despublicad)[oa]\b"
        r"|artigo retratado(?=\s*(?:[:\]–—|-]|[.!]?$))|retratação\s*[:–—]"
        r"|\b(?:retratação|retractação|artigo (?:retratado|retractado|retirado))\s*:|\beste artigo foi (?:retratado|retirado)"
    ),
    page_members=r"(?:precisa|deve|tem de|é necessário)(?: de)? (?:estar (?:logad|autenticad)|fazer login|iniciar sessão)",
    parts_by="em um; em dois; em três",
    totals="total totais soma conjunto média outros",
    done_to=(
        r"acus\w+|critic\w+|derrot\w+|venc\w+|elogi\w+|nome\w+|substitu\w+|atac\w+|compr\w+|advert\w+|"
        r"agradec\w+|matou|ameaç\w+"
    ),
    done_apart="e|mas|que",
    done_by="por|pelo|pela",
    tens_and="e",
    hundreds_and="e",
    instead="em vez d[eao]s?",
)
