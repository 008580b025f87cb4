"""What holds for every cast, whatever the text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from testimonia.extract.actors import Cast, gather_cast
from testimonia.extract.actors.naming import bare, key_of, norm
from testimonia.extract.infobox import extract_infobox
from testimonia.extract.sentences import split_article
from testimonia.model import Article, Span
from testimonia.read import read_article

WORDS = (
    "Ann Roe Tom Dow Umar ibn al-Orr General Colonel mayor of the Kayes Relief Front Army 5th Division Malian soldiers said , . ( ) "
    "NRC Northern Committee and commander was led by in near Orm Mali King Louis IX A. B. 's \" – for The"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
HEAD = "= Battle of Orm =\n\nInfobox\n- Combatant1: Mali, NRC\n- Combatant2: Kayes Relief Front\n- Commander1: Ann Roe\n\n== Battle ==\n"


def gather(text: str) -> tuple[Article, Cast]:
    article = read_article(HEAD + text + "\n")
    return article, gather_cast(split_article(article), extract_infobox(article).entries, article.parameters)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("5th Ann (")
def test_every_actor_has_a_key_of_its_own_and_stands_where_it_says(text: str) -> None:
    article, cast = gather(text)
    actors = cast.actors()
    assert len({actor.key for actor in actors}) == len(actors)
    for actor in actors:
        quote = norm(article.quote(actor.span))
        assert any(norm(name) in quote for name in (actor.label, *actor.aliases)), actor
        names = [norm(name) for name in (actor.label, *actor.aliases)]
        assert len(set(names)) == len(names)
        assert all(names)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_name_belongs_to_one_actor(text: str) -> None:
    _, cast = gather(text)
    for actor in cast.actors():
        assert cast.find(actor.label) == actor.key or cast.registry.known(actor.label) is not None


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_whoever_is_asked_for_is_somebody(text: str, words: str) -> None:
    _, cast = gather(text)
    if norm(words):
        for key in (*cast.resolve_party(words, Span(0, 1)).keys, *cast.resolve_speaker(words, Span(0, 1))):
            assert cast.get(key).label


@given(st.text(max_size=30))
def test_a_key_is_never_empty_and_stripping_settles(words: str) -> None:
    assert bare(bare(words)) == bare(words)
    assert key_of(words) or not words.strip()
