"""Korean."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Korean",
    codes="ko",
    numbers="2 둘 두; 3 셋 세; 4 넷 네; 5 다섯; 6 여섯; 7 일곱; 8 여덟; 9 아홉; 10 열",
    elsewhere="두 세 네 열",
    amounts="하나 한 절반",
    magnitudes="1e3 천; 1e4 만; 1e8 억; 1e12 조",
    percent="퍼센트",
    negations="안 못 아니다 없다",
    negative_runs="않 없 아니",
    modals="아마 아마도",
    qualifiers="약 거의 일부 대부분 단지",
    roughly="약",
    note_headings="각주; 주석; 참고 문헌; 참고문헌; 출처",
    accessed="(?:최종 )?(?:접근|확인|접속|열람|방문|검색)일",
    accessed_behind="(?:접속|열람|확인|검색)",
    page_not_found="페이지를 찾을 수 없습니다",
)
