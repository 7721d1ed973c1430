"""Turkish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Turkish",
    codes="tr",
    elsewhere="on",
    months=(
        "ocak oca; şubat şub; mart mar; nisan nis; mayıs may; haziran haz; temmuz tem; ağustos ağu; eylül eyl; "
        "ekim eki; kasım kas; aralık ara"
    ),
    numbers=(
        "2 iki; 3 üç; 4 dört; 5 beş; 6 altı; 7 yedi; 8 sekiz; 9 dokuz; 10 on; 20 yirmi; 30 otuz; 40 kırk; 50 elli; "
        "60 altmış; 70 yetmiş; 80 seksen; 90 doksan; 100 yüz"
    ),
    amounts="bir yarım",
    ones_follow_ten=True,
    magnitudes="1e3 bin; 1e6 milyon; 1e9 milyar; 1e12 trilyon",
    percent="yüzde",
    ordinal_endings="inci ıncı uncu üncü nci ncı ncu ncü",
    roughly="yaklaşık neredeyse",
    at_least="fazla",
    at_most="az",
    joining="ve",
    centuries="yüzyıl(?:da|ın|lar|larda|ı)?",
    negative_joints="ne",
    negations="değil değildi değildir değiller değilse değilim yok yoktu yoktur hiç hiçbir asla ne",
    opposites=(
        "arttı artış yükseldi büyüdü artmış artacak / azaldı azalış düştü düşüş geriledi azalmış küçüldü; "
        "yükseldi çoğaldı büyüdü / düştü geriledi küçüldü; önce / sonra; ilk / son; kazandı / kaybetti; "
        "açıldı / "
        "kapandı; arttı yükseldi büyüdü / azaldı düştü geriledi; fazla / az; kabul / ret; açıldı / kapandı "
        "kapatıldı; çoğunluk / azınlık; artarak arttı artmış yükseldi yükselerek artış / azalarak azaldı azalmış "
        "düştü düşerek düşüş; arttı artırdı yükseltti artacak / azaldı azalttı düşürdü azalacak; onayladı onaylandı"
        " kabul / reddetti reddedildi ret; artış / azalış düşüş; açıldı açtı / kapatıldı kapandı kapattı; izin / "
        "yasak; yüksek / düşük; kuzey kuzeyinde / güney güneyinde; doğu doğusunda / batı batısında; ithalat / "
        "ihracat; galibiyet / mağlubiyet"
    ),
    dotless_i=True,
    adjectives_have_capitals=True,
    units=("HOUR saat; MINUTE dakika; DAY gün; WEEK hafta; YEAR yıl; KM kilometre; METRE metre"),
    modals="belki muhtemelen gerekir gerek olabilir",
    qualifiers="sadece yalnızca yaklaşık bazı çoğu bazen neredeyse",
    beginnings=(
        "hâlâ hala; kâtip katip; kâğıt kağıt; dükkân dükkan; mekân mekan; resmî resmi; millî milli; "
        "dinî dini; askerî askeri; "
        "tarihî tarihi; siyasî siyasi; hükûmet hükümet; lâzım lazım; rüzgâr rüzgar; hikâye hikaye; imkân imkan"
    ),
    titles_of_people=(
        "cumhurbaşkanı başbakan bakan senatör vali başkan kral kraliçe prens papa general albay yüzbaşı hakim profesör "
        "doktor bay bayan sultan şeyh"
    ),
    function_words="ve bir bu da de ile için olarak olan ne o",
    opening="bu o bir ve ancak ama fakat şu onun için ise",
    announcing="doç yrd öğr gör sn av uzm alb bkz örn yak haz çev",
    counting="sf sy say cilt md",
    closing="vb vd a.ş ltd.şti m.ö m.s yy",
    behind_ordinal="yüzyıl dönem",
    ordinals_have_stops=True,
    told_by="[ğışĞŞİ]",
    note_headings=(
        "kaynakça; kaynaklar; notlar; dipnotlar; dipnot; son notlar; sonnotlar; kaynak; referanslar; atıflar; "
        "yararlanılan kaynaklar; kaynaklar ve notlar; kaynak listesi; referans listesi; bibliyografya"
    ),
    note_words="dipnot",
    accessed=(
        r"(?:son )?eri[sş]im(?: tarihi| t\.)?|e\.\s?t\.?|(?:son )?(?:ziyaret|görüntülenme|alıntılanma) tarihi|"
        r"eri[sş]ildi|eri[sş]im (?:günü|zamanı)|(?:son )?(?:bakış|bakılma|okunma|kontrol) tarihi|"
        r"alındığı tarih|eri[sş]ilme tarihi|(?:son )?ziyaret"
    ),
    accessed_behind="tarihinde (?:erişildi|ulaşıldı|görüntülendi|alındı|erişilmiştir)",
    archived="arşivlendi",
    introductions=r"bkz\.?|(?-i:ve)|bakınız|ayrıca bkz\.?|ayrıca|kaynak(?:lar)?(?=\s*:)",
    pointers=r"bkz|bakınız|krş|ayrıntı(?:lar|lı bilgi)? için|daha fazla (?:bilgi|ayrıntı) için|genel bir bakış için",
    same_author="aynı yazar",
    same_source=r"aynı (?:yer|eser|kaynak|makale)|a\.\s?y(?=\.)",
    named_hereafter=r"bundan sonra|bundan böyle",
    earlier_source=(
        r"a\.\s?g\.\s?[emtkry]|ag[emtkr](?=[.,]{1,2}\s*(?:ss?\.?\s*)?\d|\.\s*$)|adı geçen (?:eser|makale|tez|"
        r"kaynak|rapor)"
    ),
    numbered_source=r"(?:dip|son)not(?: no\.?)?|dn\.",
    numbered_behind="(?:numaralı |no['’]?lu |sayılı )?dipnot(?:ta|a)?",
    above="yukarıda(?:ki)?|supra",
    below="aşağıda(?:ki)?",
    pages=r"ss?\.|sy?f\.|sayfa(?:lar)?",
    paragraphs=r"para\.|paragraf|prg\.|par\.",
    sections="kısım",
    chapters=r"böl\.|bölüm",
    lines="satır",
    times=r"dk\.?|dakika",
    pages_behind="sayfa",
    paragraphs_behind="paragraf",
    chapters_behind="bölüm",
    at_place="burada",
    volumes=r"c\.|cilt|sayı|sy\.",
    media="çevrimiçi",
    no_date=r"t\.y\.",
    editions=r"bask[ıi]|bs\.",
    edited="(?:ed|haz|der)",
    and_others="vd|ve diğ(?:erleri)?",
    series="dizisi",
    by="yazan",
    no_sites="cilt|sayı|ss|s|sf|c|sy|say|no|ed|çev",
    site_tails="cilt|sayı|c|s|sy|no",
    address_cues="adres|erişim adresi|erişim|alındığı yer",
    reference_words="yayın dergi",
    between_authors="ve|ile",
    other_authors=r"vd\.?|v\.\s?d\.?|vb\.|ve (?:diğerleri|diğ\.|ark(?:adaşları|\.)?)|ve ark\.?|et al\.?",
    cited_within=r"aktaran|akt\.?|alıntılayan|’?den aktaran",
    unpublished="bas[kı]ı?da|yayım(?:da|lanmamış)|hazırlanıyor|yakında",
    organisations=(
        "bakanlığı|müdürlüğü|başkanlığı|bankası|konseyi|komisyonu|enstitüsü|üniversitesi|ajansı|derneği|"
        "örgütü|vakfı|federasyonu|birliği|kurumu|kurulu|merkezi|akademisi|mahkemesi|partisi"
    ),
    no_authors="tablo|şekil|bölüm|madde|kanun|yasa|antlaşma|sözleşme|ilkbahar|yaz|sonbahar|kış|fırtına|savaş",
    works="kitap|makale|rapor|şarkı",
    naming="adlı|isimli|başlıklı|denilen|sözde",
    speech=r"dedi|diyor|söyle\w+|belirt\w+|ifade|açıkla\w+|vurgula\w+|anlat\w+|konuştu|ekledi|yazdı|kaydetti",
    title_words="ve",
    editors_notes=(
        r"aynen|(?:vurgu(?:lar|lama)?|italik(?:ler)?|altını çiz\w*|çeviri|kalın)(?: |$)[^\])]{0,40}|(?:metinde|"
        r"aslında|orijinalinde) (?:böyle|aynen)[^\])]{0,20}|sic"
    ),
    notes_left_out="(?:dipnot(?:lar)?|atıf(?:lar)?|kaynak(?:lar)?)ı? (?:çıkarıl|atlan)mıştır",
    left_out="atlandı|kısaltıldı|çıkarıldı",
    turning=(
        "ancak|ama|fakat|eğer|hariç|dışında|meğer ki|yeter ki|şartıyla|koşuluyla|oysa|lakin|ne var ki|sürece|müddetçe|takdirde|olmadıkça|"
        r"(?:sanmıyor|düşünmüyor|inanmıyor|iddia etmiyor|inkâr ed|inkar ed|yalanl|redd)\w*"
    ),
    page_not_found=(
        r"(?:aradığınız )?(?:sayfa|içerik|haber)(?:ya|ye)? "
        r"(?:bulunamadı|mevcut değil|kaldırılmış\w*|ulaşılam\w+)|böyle bir sayfa yok"
    ),
    page_challenge=(
        "robot olmadığınızı"
        r"|(?:insan|gerçek kişi) olduğunuzu|güvenlik (?:doğrulaması|kontrolü)|olağan ?dışı (?:trafik|etkinlik)|"
        r"tarayıcınız (?:kontrol|doğrulan)"
    ),
    page_elsewhere_only=("bulunduğunuz (?:ülke|bölge)de|erişime engellen|erişim(?:i)? engellen"),
    page_consent="gizliliğiniz|çerez",
    page_login=r"^giriş\b",
    page_paywall="abonelere özel|devamını okumak için",
    page_parked="(?:bu )?alan adı satılık",
    page_suspended="hesap askıya alın",
    page_database="veritabanı (?:bağlantı )?hatası",
    page_maintenance="bakım (?:çalışması|modu)|(?:hemen|kısa sürede) (?:geri )?döneceğiz",
    page_hijacked="bahis",
    page_cut=(
        "(?:okumaya|habere|yazıya) devam[^.!?]{0,30}(?:abone|üye)|devamını (?:okumak|görmek) için|"
        "(?:yazının|haberin|makalenin) (?:tamamı|devamı)[^.!?]{0,30}(?:abone|üye)|(?:kalan|"
        r"geriye)[^.!?]{0,20}(?:yüzde |%) ?\d{1,2}|(?:yalnızca|sadece) abone"
        r"|ücretsiz (?:okuma|haber|yazı|makale|içerik)[^.!?]{0,25}(?:doldu|bitti|tükendi|kalmadı|ulaştınız)|"
        r"okuma (?:hakkınız|limitiniz)[^.!?]{0,15}(?:doldu|bitti|tükendi)"
        r"|(?:deneyin|üye olun|kaydolun) ve okumaya devam"
    ),
    page_cut_words=(
        "devam; okumak; abone; kalan; geriye; tamamı"
        r"; ücretsiz; okuma"
    ),
    page_removed=(
        "(?:bu )?(?:video|gönderi|içerik|hesap|paylaşım|kanal) (?:artık |şu anda )?(?:kullanılamıyor|"
        "mevcut değil|yayından kaldırıldı|silindi|silinmiş|kaldırıldı|kaldırılmış|askıya alındı|askıya "
        "alınmış|gizli|görüntülenemiyor)"
    ),
    page_loading="(?:sayfa )?yükleniyor|lütfen bekleyin",
    page_of=r"sayfa \d+ ?/ ?\d+",
    page_consent_words=r"çerez\w*|rıza\w*|iş ortak\w+|kişisel veri\w*|gizlilik|reklam\w*|kabul et\w*",
    directions=r"alkış\w*|gülüş\w*|gülme\w*|kahkaha\w*|sürekli alkışlar|anlaşılm\w+|gürültü\w*|sıralarından",
    page_related=(
        "ayrıca oku; ayrıca okuyun; bunu da oku; ilgili haberler; ilgili haber; benzer haberler; "
        "bunlar da ilginizi çekebilir; ilginizi çekebilir; devamını oku; önerilen; çok okunanlar; "
        "en çok okunanlar; ayrıca bakınız; haberin devamı"
    ),
    page_comments="yorumlar; okuyucu yorumları; okur yorumları; yorum yap; yorum yaz; bir yorum yazın; bir yanıt yazın",
    page_numbering="sayfa sayfalar sf s",
    page_lines=(
        "reklam; reklamlar; ilan; haberin devamı; haber reklamdan sonra devam ediyor; yazı reklamdan sonra devam "
        "ediyor; paylaş; bu haberi paylaş; bu yazıyı paylaş; makaleyi paylaş; yazdır; abone ol; bültene abone ol; "
        "bültenimize abone olun; yukarı çık; gizli; taslak; hizmete özel"
    ),
    page_stamps=(
        "indirildiği yer; tüm hakları saklıdır; her hakkı saklıdır; yazdırma tarihi; devamı sayfa; devamı arka sayfada"
    ),
    page_redirecting=(
        r"bu sayfa (?:taşındı|taşınmıştır|yeni adresine)|sitemiz taşındı|yönlendiriliyorsunuz|"
        r"yönlendirileceksiniz"
    ),
    page_labels=r"(?:reklam|haberin devamı(?: reklamdan sonra)?|reklamdan sonra devam(?: ediyor)?)",
    dots="nokta",
    source_cues="(?:kaynak(?:lar)?|bağlantı|burada)",
    invitations=(
        r"abone ol\w*|bizi takip|takip ed\w+|paylaşın|destek olun|tıklayın|bize yazın|kayıt olun|dinleyin|"
        r"üye olun|giriş yap\w*|hemen \w+in|bize ulaşın|hakkımızda"
    ),
    own_parts=(
        r"bu (?:makale|yazı|çalışma|rapor|metin|bölüm|araştırma)\w*|(?:tablo|şekil|bölüm|kısım|"
        r"ek|sayfa|s\.) \d+"
    ),
    superlatives=r"(?:dünyanın|ülkenin|avrupa'nın|tarihin) en \w{2,20}",
    page_corrected=(
        r"\b(?:düzeltme|tekzip|editörün notu)\s*:"
        r"|\bbu (?:haberin|yazının) (?:önceki|ilk) (?:halinde|sürümünde)"
    ),
    page_not_there=(
        "(?:aradığınız|istediğiniz|ulaşmaya çalıştığınız) (?:sayfa|haber|içerik|yazı)(?:ya|ye|yı)? "
        "(?:bulunam|kaldırıl|artık|mevcut|silin|yayından|ulaşılam)"
    ),
    page_age="18 yaşından büyük müsün|yaşınızı (?:doğrulayın|onaylayın)|yaş doğrulama",
    minus="eksi",
    below_zero="sıfırın altında",
    page_waiting="çok fazla istek|bekleme odası",
    page_rest=r"(?:haberin |yazının )?(?:devamını|tamamını) oku\w*",
    page_abstract="özet",
    decades_behind=r"['’]?(?:l[ae]r\w*|l[ıiuü] yıllar\w*)",
    parts="2 yarısı! yarısını! yarısından! yarısına!",
    over="['’]?[td][ea]",
    points=r"(?:yüzde )?puan\w*",
    currencies=("LIRA lira lirası liraya tl; $ dolar doları dolara; € avro euro; £ sterlin; ₽ ruble"),
    and_half="buçuk",
    half_a="yarım",
    short_forms=(
        "dr doktor; prof profesör; sn sayın; cad caddesi; sok sokak; mn milyon; tl lira; km kilometre; yy yüzyıl"
    ),
    denied_behind=r"(?:(?:iddia|haber|söylenti|görüş)\w* )?(?:\w+ ){0,2}?(?:yalanla|reddet|inkar et|inkâr et)\w+",
    percent_before="yüzde",
    ranks=(
        "en (?:büyük|eski|yüksek|uzun|küçük|kalabalık) (?:ikinci|üçüncü|dördüncü)|(?:ikinci|üçüncü|"
        "dördüncü) en (?:büyük|eski|yüksek|uzun|küçük|kalabalık)"
    ),
    first_ranks="en (?:büyük|eski|yüksek|uzun|küçük|kalabalık)",
    page_retracted=(
        r"bu (?:makale|yazı|çalışma|rapor|yayın) (?:geri çekil(?:miştir|di|miş)|yayından (?:kaldırıl|çekil)(?:mıştır|miştir|dı|di))"
        r"|geri çekil(?:di|en makale|miştir)(?=\s*(?:[:\]–—|-]|[.!]?$))"
        r"|\b(?:geri çekme|geri çekildi)\s*:|\bbu (?:makale|yazı|haber) (?:yayından )?geri çekil(?:di|miştir)"
    ),
    page_members=r"(?:görmek|görüntülemek|görüntüleyebilmek|okumak|erişmek) için[^.]{0,15}(?:giriş yap|üye ol|oturum aç)",
    page_needs_script=r"javascript[^.]{0,6} ?(?:etkinleştir|açık olmalı|devre dışı)",
    totals="toplam genel ortalama diğer",
)
