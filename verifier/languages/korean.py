"""Korean."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Korean",
    codes="ko",
    introductions="및|와|과",
    pointers=r"참조|참고|자세한",
    numbers=(
        "2 둘 두; 3 셋 세; 4 넷 네; 5 다섯; 6 여섯; 7 일곱; 8 여덟; 9 아홉; 10 열; "
        "11 열하나 열한; 12 열둘 열두; 13 열셋 열세; 14 열넷 열네; 15 열다섯; 16 열여섯; "
        "17 열일곱; 18 열여덟; 19 열아홉; 20 스물 스무; 30 서른; 40 마흔; 50 쉰"
    ),
    elsewhere="두 세 네 열",
    amounts="하나 한 절반",
    magnitudes="1e3 천; 1e4 만; 1e8 억; 1e12 조",
    percent="퍼센트",
    negations="안 못 아니다 없다",
    negative_runs="않 없 아니",
    modals="아마 아마도",
    qualifiers="약 거의 일부 대부분 단지",
    roughly="약",
    note_headings="각주; 주석; 참고 문헌; 참고문헌; 출처; 참고자료; 인용문헌; 미주; 참고문헌 목록; 인용 문헌",
    note_words="각주|주",
    accessed=(
        "(?:최종 )?(?:접근|확인|접속|열람|방문|검색)일|(?:마지막|최근) ?(?:접속|방문|확인|검색)일?|"
        "(?:접근|확인|접속|열람|방문|검색|인출)(?:일자|일시)"
    ),
    accessed_behind="(?:접속|열람|확인|검색)|(?:방문|인출|조회)",
    and_others="외|등",
    address_cues="출처|주소",
    see="참조|참고",
    same_source="같은 (?:책|글|곳|논문|기사)|위의 (?:책|글|논문|기사)|상동",
    earlier_source="앞의 (?:책|글|논문|기사)|전게서|전게논문",
    numbered_source="각주|미주|주",
    above="위의|앞의",
    below="아래",
    pages_behind="쪽|면|페이지",
    paragraphs_behind="문단|단락",
    sections_behind="절",
    chapters_behind="장",
    volumes_behind="권|호",
    no_date="연도미상|날짜 없음",
    between_authors="와|과|및",
    other_authors=r"외(?: \d+인)?|등",
    cited_within="재인용",
    unpublished="출판예정|인쇄중",
    organisations=r"\w*(?:부|청|은행|위원회|연구원|연구소|대학교|협회|학회)",
    no_authors=r"[표그림]+\s?\d+",
    speech=r"말했\w*|말한\w*|밝혔\w*|덧붙였\w*|설명했\w*|강조했\w*",
    editors_notes=r"(?:원문 그대로|원문대로)|(?:강조|밑줄|고딕|굵은|이탤릭|번역|인용자|필자|저자|옮긴이|역자)[^\])]{0,20}",
    left_out="중략|생략|전략|후략|하략|이하 생략",
    turning="하지만|그러나|다만|단,|만약|만일|제외하고|지만",
    page_not_found=(
        "페이지를 찾을 수 없습니다"
        r"|(?:요청하신 |찾으시는 )?(?:페이지|기사|게시물)(?:가|이|를|을|는|은)? (?:존재하지 않|삭제되|찾을 수 없)\S*"
    ),
    page_cut="유료 ?(?:회원|구독자) ?전용|계속 읽으려면|구독자만|전문은 ",
    page_cut_words="전용; 읽으려면; 구독자만; 전문은",
    page_removed=(
        "(?:이 |해당 )?(?:동영상|게시물|계정|콘텐츠|영상)(?:을|를|이|가|은|는)? ?"
        "(?:재생할 수 없|삭제되|삭제됨|사용할 수 없|"
        "정지되|볼 수 없|이용할 수 없)[^.]{0,12}"
    ),
    page_loading="로드 중|불러오는 중|로딩 중|잠시만 기다려",
    page_of=r"\d+ ?/ ?\d+ ?페이지",
    page_consent_words="쿠키|동의|개인정보|광고",
    directions="박수|웃음|환호|청취 불능",
    page_related="관련기사; 관련 기사; 관련 뉴스; 함께 읽기; 추천 기사; 많이 본 뉴스; 더 보기",
    page_comments="댓글; 댓글쓰기; 댓글 달기",
    page_numbering="쪽 페이지 면 중",
    page_lines=(
        "광고; 광고 뒤 계속; 기사는 광고 후 계속됩니다; 이 기사를 공유하기; 기사 공유; "
        "공유; 공유하기; 인쇄; 구독; 구독하기; 뉴스레터 구독; 맨 위로; 대외비; 초안"
    ),
    page_stamps="다운로드 출처; 무단 전재 및 재배포 금지; 저작권자; 다음 쪽에 계속",
    page_redirecting=r"자동으로 이동합니다|페이지로 이동 중",
    page_labels=r"(?:광고|기사는 광고 (?:아래|뒤)에 (?:계속|이어)[^\n]{0,10})",
    source_cues="(?:출처|링크)",
    page_challenge="(?:로봇이 아닙니다|사람인지 확인)",
    page_elsewhere_only=(
        "(?:해당|귀하의|현재|거주) ?(?:국가|지역)에서는?[^.]{0,12}(?:이용|시청|사용)할? ?수 없"
        "|(?:불법|유해) ?[·ㆍ/]? ?(?:유해)? ?(?:정보|사이트)[^.]{0,20}(?:차단|접속)"
    ),
    page_consent="계속하기 전에|개인정보 ?보호 ?설정",
    page_login="^로그인",
    page_paywall="(?:유료|구독) ?(?:회원|구독자)? ?전용|구독하고 계속|구독자 전용",
    page_parked="도메인(?:을|이)? ?판매|도메인 매매",
    page_maintenance="(?:서버|시스템|서비스)? ?점검 ?중|시스템 점검",
    page_needs_script="자바스크립트를 (?:활성화|켜|사용)",
    page_not_there="(?:요청하신|찾으시는) (?:페이지|기사|문서)(?:를|가|는|은)",
    page_age="성인 ?인증|연령 ?확인",
    below_zero="영하",
    opposites=(
        "증가했다 증가 늘었다 상승했다 / 감소했다 감소 줄었다 하락했다; 승인했다 / 거부했다 부결했다; 전에 / 후에"
        "; 늘어난 늘어 늘었 증가한 증가 상승한 오른 올랐다 / 줄어든 줄어 줄었 감소한 감소 하락한 내린 "
        "내렸다; 최대 / 최소; 최고 / 최저"
    ),
    page_waiting="요청이 너무 많|접속자가 많",
    page_rest="(?:전문|기사 전체) ?(?:보기|읽기)|계속 읽기",
    page_abstract="초록; 요약",
    decades_behind="년대",
    parts="2 절반!",
    over=("분의| ?(?:명|개|곳|가구|사람) 중 "),
    points="%포인트|퍼센트포인트|%p",
    currencies=("WON 원; $ 달러; € 유로; YEN 엔; YUAN 위안"),
    joined_numbers="1 일; 2 이; 3 삼; 4 사; 5 오; 6 육; 7 칠; 8 팔; 9 구; 10 십; 100 백; 1000 천",
    ones_follow_ten=True,
    denied_behind=r"(?:이?라는|다는|는|라고|고)?[^.]{0,15}?(?:부인|반박|사실이 아니|사실무근)\w*",
    ranks="(?:두|세|네|다섯) ?번째로",
    first_ranks="가장|최대",
)
