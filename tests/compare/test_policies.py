"""Policies are small files; a wrong one is refused in one clear sentence."""

from pathlib import Path

import pytest

from testimonia.compare import list_policies, load_policy
from testimonia.errors import UsageError

GOOD = Path(__file__).parents[2] / "src/testimonia/compare/policies/ucdp.toml"


def test_the_shipped_policies_can_all_be_loaded() -> None:
    assert list_policies() == ("acled", "claimant", "ucdp", "widest")
    for name in list_policies():
        assert load_policy("claimant:X" if name == "claimant" else name).name == name


def test_vague_words_have_the_numbers_that_acled_gives_them() -> None:
    words = dict(load_policy("acled").words)
    assert (words["tens"], words["dozens"], words["hundreds"]) == (10, 12, 100)


def test_a_policy_of_ones_own_is_given_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "cautious.toml"
    file.write_text(GOOD.read_text("utf-8").replace('best = "most reliable"', 'best = "lowest"'), "utf-8")
    policy = load_policy(str(file))
    assert (policy.name, policy.best) == ("cautious", "lowest")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "nobody",
            "«nobody» is not a policy; there are acled, claimant:X, ucdp, widest, or the path of a .toml file.",
        ),
        ("ucdp:MSA", "«ucdp:MSA» is not a policy"),
        ("claimant", "«claimant» needs a voice: «claimant:MSA»."),
        ("claimant: ", "«claimant» needs a voice"),
        ("missing.toml", "missing.toml: no such file or directory."),
        ("Bad_Name.toml", "a policy is named like «my-policy.toml»"),
    ],
)
def test_what_is_not_a_policy_is_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        load_policy(name)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('low = "lowest"', "low = ", "is not TOML"),
        ('low = "lowest"', 'low = "least"', "«low = least»: it needs one of lowest, best."),
        ('low = "lowest"', "low = 3", "«low = 3»: it needs one of lowest, best."),
        ('low = "lowest"', "", "«low» is missing: it needs one of lowest, best."),
        ('low = "lowest"', 'low = ["lowest"]', "it needs one of lowest, best."),
        ('low = "lowest"', 'low = "lowest"\nlower = 1', "«lower» is no setting of a policy"),
        ('reliable = ["confirmed"', 'reliable = ["me"', "it needs a list of confirmed, own"),
        ('silence = "zero"', 'silence = "zero"\nwords = 3', "«words» is a table"),
        (
            'silence = "zero"',
            'silence = "zero"\n[words]\ndozens = "12"',
            "«dozens = 12»: a word counts as a whole number.",
        ),
        ("title = ", "title = 3 #", "«title = 3»: it needs words."),
    ],
)
def test_a_file_that_is_not_a_policy_is_refused_by_its_line(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(UsageError) as refused:
        load_policy(str(file))
    assert "mine.toml" in str(refused.value)
    assert said in str(refused.value)
