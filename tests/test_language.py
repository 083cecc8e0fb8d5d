"""Whether a text is English: prose, lists and scraps are; articles in other languages are not. Texts of our own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimex.errors import BadInput
from claimex.language import check_language, language_of
from claimex.pipeline import Extractor
from claimex.read.article import Article

OTHERS = {
    "de": "Der Stadtrat hat am Montag beschlossen, die alte Brücke zu sperren. Laut der Bürgermeisterin ist es das erste Mal.",
    "fr": "Le conseil municipal a décidé lundi de fermer le vieux pont. Selon la maire, c'est la première fois depuis douze ans.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente viejo. Según la alcaldesa, es la primera vez en doce años.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere il vecchio ponte. Secondo la sindaca è la prima volta.",
    "pt": "A câmara municipal decidiu na segunda-feira fechar a ponte velha. É a primeira vez em doze anos.",
    "nl": "De gemeenteraad heeft maandag besloten de oude brug af te sluiten, en dat was volgens de burgemeester nodig.",
    "da": "Byrådet besluttede mandag at lukke den gamle bro. Det er første gang i tolv år, og det var nødvendigt for alle.",
    "sv": "Kommunfullmäktige beslutade i måndags att stänga den gamla bron. Det är första gången på tolv år.",
    "no": "Bystyret vedtok mandag å stenge den gamle broen. Ifølge ordføreren er det første gang på tolv år.",
    "fi": "Kaupunginvaltuusto päätti maanantaina sulkea vanhan sillan. Liikenne ohjataan nyt toiselle rannalle.",
    "pl": "Rada miasta zdecydowała w poniedziałek o zamknięciu starego mostu. To pierwszy raz od dwunastu lat.",
    "cs": "Zastupitelstvo v pondělí rozhodlo o uzavření starého mostu. Podle starostky je to poprvé za dvanáct let.",
    "tr": "Belediye meclisi pazartesi günü eski köprüyü kapatma kararı aldı. Trafik on iki yıldan sonra ilk kez değişiyor.",
    "id": "Dewan kota pada hari Senin memutuskan untuk menutup jembatan tua itu untuk pertama kalinya dalam dua belas tahun.",
    "sw": "Baraza la mji liliamua siku ya Jumatatu kufunga daraja la zamani kwa mara ya kwanza katika miaka kumi na miwili.",
    "vi": "Hội đồng thành phố hôm thứ Hai đã quyết định đóng cửa cây cầu cũ, lần đầu tiên trong mười hai năm.",
    "ru": "Городской совет в понедельник решил закрыть старый мост впервые за двенадцать лет.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά γέφυρα.",
    "ar": "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم للمرة الأولى منذ اثني عشر عاما.",
    "he": "מועצת העיר החליטה ביום שני לסגור את הגשר הישן בפעם הראשונה.",
    "hi": "नगर परिषद ने सोमवार को पुराना पुल बंद करने का फैसला किया।",
    "zh": "市议会星期一决定关闭那座旧桥。市长说，这是十二年来第一次改道。",
    "ja": "市議会は月曜日に古い橋を閉鎖することを決めた。迂回は十二年ぶりだという。",
    "ko": "시의회는 월요일에 오래된 다리를 폐쇄하기로 결정했다. 십이 년 만에 처음이다.",
    "th": "สภาเทศบาลมีมติเมื่อวันจันทร์ให้ปิดสะพานเก่าเป็นครั้งแรกในรอบสิบสองปี",
}
ENGLISH = (
    "The council decided on Monday to close the old bridge for the first time in 12 years.",
    "THE COUNCIL DECIDED ON MONDAY TO CLOSE THE OLD BRIDGE FOR THE FIRST TIME IN 12 YEARS.",
    "ROWING RESULTS\nSingle sculls: 1 Jan Kowal (Poland) 7:02.1 2 Luis Ortega (Spain) 7:04.9 3 Kofi Boateng (Ghana) 7:05.2",
    "Bayern Munich 3 Schalke 1; Werder Bremen 0 Wolfsburg 2; Real Sociedad 2 Getafe 2; Bayer Leverkusen 1 Mainz 0",
    "Strong sales; shares up 5 pct; net 12.4 mln vs 11.2 mln; revs 133.0 mln vs 120.1 mln; yr net 44 mln vs 40 mln",
    "March 1900 April 1901 May 1902 June 1903 July 1904 August 1905 September 1906 October 1907 November 1908",
    "Mayor Jürgen Großmann, who was born in Göttingen, told the “Süddeutsche Zeitung” that he would not run again.",
    "Le Pont du Gard est fermé.",  # too little to tell
    "नमस्ते", "", "12.5 %", "😀 🎉", "aaaaaaaaaaaaaaaa " * 9, "first " * 50 + "in " * 50,
)  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_told_by_name(language: str) -> None:
    assert language_of(OTHERS[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_scraps_pass(text: str) -> None:
    assert language_of(text) == "en"


def test_a_german_article_under_an_english_notice() -> None:
    text = "This site uses cookies to give you the best experience. " + OTHERS["de"] * 40

    with pytest.raises(BadInput, match="not English: the text looks like 'de'; --any-language reads it all the same"):
        check_language(text)


def test_the_extractor_turns_other_languages_down_unless_told_otherwise() -> None:
    extractor = Extractor()

    with pytest.raises(BadInput) as caught:
        extractor.extract_one(Article(text=OTHERS["fr"]))
    assert caught.value.reason == "language"
    extractor.any_language = True
    assert extractor.extract_one(Article(text=OTHERS["fr"])).text == OTHERS["fr"]


def test_clear_english_does_not_load_the_detector() -> None:
    code = f"import sys; from claimex.language import language_of; language_of({ENGLISH[0]!r}); print('py3langid' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own code

    assert result.stdout == "False\n"
